"""PDFs made for the tests, and what must be read in them."""

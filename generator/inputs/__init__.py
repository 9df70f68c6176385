"""What institutions published and what contributors wrote: files are found, opened and checked, with the line of every mistake."""

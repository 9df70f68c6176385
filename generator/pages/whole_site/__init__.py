"""Pages about the site as a whole, and what is done to all of its pages."""

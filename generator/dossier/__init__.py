"""Across documents: every address is decided here, and what the documents together say is gathered."""

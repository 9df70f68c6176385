"""Finds what returns at the edges of pages: heads, feet and page numbers."""

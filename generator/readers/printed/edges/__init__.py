"""Tells what returns at the edge of page after page, heads, feet and page numbers, from what is text."""

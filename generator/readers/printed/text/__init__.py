"""Reads plain text: what stands on its lines, what breaks and joins them, which are headings, items and notes."""

"""Reads Word and OpenDocument files: styles, numbering, tables, notes, changes."""

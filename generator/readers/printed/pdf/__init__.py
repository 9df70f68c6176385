"""Reads PDF files by where and how each letter is printed: rows, columns, notes, tables, titles, paragraphs."""

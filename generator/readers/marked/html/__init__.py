"""Reads web pages: lists, notes, titles and tables by elements, classes and looks."""

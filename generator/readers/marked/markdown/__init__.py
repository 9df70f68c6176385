"""Reads Markdown of anyone: blocks, items, notes, tables, sentences that lines broke."""

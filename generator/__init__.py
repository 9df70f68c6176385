"""Turns a dossier of official documents into cross-linked Markdown pages and open data."""

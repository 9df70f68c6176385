"""Reads lines and runs on pages: plain text, and PDF."""

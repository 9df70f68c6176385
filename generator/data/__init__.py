"""Vocabulary as tables that can be corrected without Python, each row with its source."""

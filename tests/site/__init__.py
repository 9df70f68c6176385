"""The built site as a whole."""

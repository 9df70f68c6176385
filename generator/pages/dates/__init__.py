"""The timeline, and what other pages share with it."""

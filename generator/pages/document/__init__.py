"""The pages of one document: its own, its chapters, the whole of it, its source, and the cards beside its links."""

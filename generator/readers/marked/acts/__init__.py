"""Reads acts in the formats of their publishers: Akoma Ntoso and Formex."""

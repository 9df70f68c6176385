"""The pages of subjects: the list of them, and of each what every document says about it."""

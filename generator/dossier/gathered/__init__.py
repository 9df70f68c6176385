"""What the documents together say of one kind of thing: acts, amounts, commitments, countries, subjects, dates."""

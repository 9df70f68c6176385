"""Lists across all documents: the documents, what they cite, what they undertake, amounts and subjects."""

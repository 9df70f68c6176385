"""Tests about the documents and entries of this dossier, in seeds/; those of the generator stand elsewhere."""

"""The pages of the glossary: the list, and one for each entry."""

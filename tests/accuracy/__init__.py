"""How well the documents are read: what hand-made expectations say, held against what the program finds."""

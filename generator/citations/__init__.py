"""How texts cite acts: a grammar by kinds of citation, and the tables of words and names that it goes by.

`vocabulary` reads the tables, `numbers` knows how acts are numbered, `names` which act a name means on a date; `rules`
has one function for each form of citation, and `grammar` leads through a text from word to word and applies them.
"""

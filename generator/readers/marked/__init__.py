"""Reads files whose markup says what each part is: Markdown, HTML, Word, Formex, Akoma Ntoso."""

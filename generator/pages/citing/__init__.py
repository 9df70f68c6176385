"""How pages, documents and paragraphs are cited: the page for it, its formats, and the description each page gives of itself."""

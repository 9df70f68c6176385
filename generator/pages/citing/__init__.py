"""How the site says that it is cited: the page for it, its formats, and what each page gives as its description."""

"""What the program knows of languages: dates, spelling, sentences, inflection, names of countries, and the tables of generator/data."""

"""The pages of countries, parts of the world and groups of countries, and the maps on them."""

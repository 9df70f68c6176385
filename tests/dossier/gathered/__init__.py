"""Tests of the room generator/dossier/gathered."""

"""Tests of the room generator/pages/glossary."""

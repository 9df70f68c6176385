"""Tests of the room generator/pages/whole_site."""

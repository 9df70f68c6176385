"""Tests of the room generator/pages/citing."""

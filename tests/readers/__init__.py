"""Tests of the room generator/readers."""

"""Tests of the room generator/pages/lists."""

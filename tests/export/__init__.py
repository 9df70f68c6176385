"""Tests of the room generator/export."""

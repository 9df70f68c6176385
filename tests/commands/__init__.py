"""Tests of the room generator/commands."""

"""Tests of the room generator/output."""

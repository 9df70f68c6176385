"""Tests of the room generator/annotators."""

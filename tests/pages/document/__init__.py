"""Tests of the room generator/pages/document."""

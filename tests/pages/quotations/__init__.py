"""Tests of the room generator/pages/quotations."""

"""Readers turn a `Source` into a `Document`; the first in `READERS` that recognises a text reads it."""

from __future__ import annotations

"""PDFium asked about the objects of a page by their handles as numbers: to make a pointer of each takes longer than most answers.

A page printed by a browser has an object for each letter. Each function takes what that of PDFium takes, with numbers for handles.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

from pypdfium2 import raw

_HANDLE: Final = ctypes.c_void_p
"""A handle, or the address at which an answer is written."""

_NUMBER: Final = ctypes.c_int


def _asked(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same function of the library, with other types of what it takes and gives."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    made: Callable[..., Any] = ctypes.CFUNCTYPE(result, *arguments)(address or 0)
    return made


object_at: Final = _asked(raw.FPDFPage_GetObject, _HANDLE, _HANDLE, _NUMBER)
object_in_form: Final = _asked(raw.FPDFFormObj_GetObject, _HANDLE, _HANDLE, _NUMBER)
objects_in_form: Final = _asked(raw.FPDFFormObj_CountObjects, _NUMBER, _HANDLE)
kind_of: Final = _asked(raw.FPDFPageObj_GetType, _NUMBER, _HANDLE)
font_of: Final = _asked(raw.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
render_mode_of: Final = _asked(raw.FPDFTextObj_GetTextRenderMode, _NUMBER, _HANDLE)
text_object_at: Final = _asked(raw.FPDFText_GetTextObject, _HANDLE, _HANDLE, _NUMBER)
is_generated: Final = _asked(raw.FPDFText_IsGenerated, _NUMBER, _HANDLE, _NUMBER)
marked_content_of: Final = _asked(raw.FPDFPageObj_GetMarkedContentID, _NUMBER, _HANDLE)
children_of: Final = _asked(raw.FPDF_StructElement_CountChildren, _NUMBER, _HANDLE)
child_at: Final = _asked(raw.FPDF_StructElement_GetChildAtIndex, _HANDLE, _HANDLE, _NUMBER)
marked_child: Final = _asked(raw.FPDF_StructElement_GetChildMarkedContentID, _NUMBER, _HANDLE, _NUMBER)
_get_matrix: Final = _asked(raw.FPDFPageObj_GetMatrix, _NUMBER, _HANDLE, _HANDLE)
_get_bounds: Final = _asked(raw.FPDFPageObj_GetBounds, _NUMBER, _HANDLE, *(_HANDLE,) * 4)
_get_size: Final = _asked(raw.FPDFTextObj_GetFontSize, _NUMBER, _HANDLE, _HANDLE)
_get_draw_mode: Final = _asked(raw.FPDFPath_GetDrawMode, _NUMBER, _HANDLE, _HANDLE, _HANDLE)


def number_of(pointer: Any) -> int:
    """The handle that a pointer of pypdfium2 is; 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def pointer_to(handle: int, kind: Any) -> Any:
    """A handle as a pointer that pypdfium2's own functions take."""
    return ctypes.cast(handle, kind)


class Answers:
    """Memory into which PDFium writes its answers, allocated once for all objects."""

    def __init__(self) -> None:
        """Make room for six numbers and for two."""
        self.numbers = (ctypes.c_float * 6)()
        self.at = tuple(ctypes.addressof(self.numbers) + 4 * place for place in range(4))
        self.flags = (ctypes.c_int * 2)()
        self.flags_at = tuple(ctypes.addressof(self.flags) + 4 * place for place in range(2))

    def matrix(self, item: int) -> tuple[float, float, float, float, float, float]:
        """The matrix that maps an object's own coordinates to those of the page."""
        _get_matrix(item, self.at[0])
        a, b, c, d, e, f = self.numbers
        return a, b, c, d, e, f

    def bounds(self, item: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of an object on the page, in points from the bottom left."""
        _get_bounds(item, *self.at)
        left, bottom, right, top = self.numbers[:4]
        return left, bottom, right, top

    def size(self, item: int) -> float:
        """The type size of a text object, in its own units."""
        _get_size(item, self.at[0])
        return self.numbers[0]

    def is_drawn(self, item: int) -> tuple[bool, bool]:
        """Whether a path is filled, and whether its line is drawn."""
        _get_draw_mode(item, *self.flags_at)
        return bool(self.flags[0]), bool(self.flags[1])

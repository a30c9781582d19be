"""Turns the bytes of a text into characters: UTF-8, UTF-16 with its mark, else Windows-1252."""

import codecs
import re

from peelian.engines.publishing.checker.reading import limits
from peelian.engines.publishing.checker.reading.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEW = 0.002  # a stray control character happens in texts taken out of PDFs


def decoded(content: bytes, declared: str = "") -> tuple[str, int]:
    """The text, and how many of its characters had to be replaced.

    ``declared`` is the encoding that an HTML page names for itself; a mark at the start of the
    file overrules it, and what is no known encoding is passed over.

    Raises:
        Unreadable: the bytes are no text.
    """
    text, replaced = _decoded(content, declared)
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > _FEW * len(text) + 1:
        raise Unreadable(
            "The file is no text: it holds control characters. Save the report as PDF, Word "
            "(.docx), HTML or plain text in UTF-8."
        )
    limits.characters(len(text))
    return text, replaced


def _decoded(content: bytes, declared: str) -> tuple[str, int]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _replacing(content[len(mark) :], encoding)
    for encoding in ("utf-8", *_known(declared)):
        try:
            return content.decode(encoding), 0
        except UnicodeDecodeError:
            continue
    return _replacing(content, "cp1252")


def _replacing(content: bytes, encoding: str) -> tuple[str, int]:
    text = content.decode(encoding, errors="replace")
    return text, text.count("\N{REPLACEMENT CHARACTER}")


def _known(declared: str) -> tuple[str, ...]:
    # Only single-byte families and UTF-8: Python knows codecs that are no encodings of text.
    name = declared.strip().lower().replace("_", "-")
    return (name,) if re.fullmatch(r"iso-8859-(?:2|9|13|15|16)|windows-125[0-8]", name) else ()

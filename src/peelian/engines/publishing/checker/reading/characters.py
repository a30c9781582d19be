"""Puts the characters of a passage in order: spaces, ligatures, marks of footnotes.

A footnote's number must never touch the figure it stands at: ``748¹`` is 748. Raised digits are
therefore left out, unless they belong to a unit (``m²``) or a power of ten (``× 10⁵``).
"""

import re

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_RAISED = str.maketrans("0123456789", _RAISED)
_MARK = re.compile(rf"( ?)([{_RAISED}]+(?:[,–-][{_RAISED}]+)*)")
_BRACKETED = re.compile(r"(?<=[\w.,;:)%’”])\[(?:\d{1,3}|[a-z])\]| ?\[(?:foot)?note \d{1,3}\]")
_UNIT = re.compile(r"(?:^|[\d\s/(])(?:k|c|m)?m$|(?:^|[\d\s/(])(?:ft|mi|yd|in)$")
_POWER = re.compile(r"[×x*] ?10$")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_CLOSES = ".,;:!?)]"

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
# Soft hyphens, joiners and marks of direction are not seen by a reader; private ones are no text.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ue000-\uf8ff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# A no-break or thin space says that a number goes on; elsewhere it is a space like any other.
_FIXED = re.compile("(?<!\\d)[\xa0\u2009\u202f]+|[\xa0\u2009\u202f]+(?!\\d)")
_SPACE = re.compile("[ \t\n\r\f\v\u2028\u2029]+")


def tidy(text: str) -> str:
    """``text`` on one line, with single spaces, without unseen characters and footnote marks."""
    text = _UNSEEN.sub("", text).translate(_LIGATURES)
    text = _SPACE.sub(" ", _FIXED.sub(" ", text))
    if "[" in text:
        text = _BRACKETED.sub("", text)
    return _MARK.sub(_kept, text).strip()


def raised(text: str) -> str:
    """What superscript ``text`` reads as: digits as Unicode superscripts, ordinals as they are.

    For a mark of a footnote that is no number (``*``, ``a``, ``[1]``) a raised digit stands in, so
    that it is left out with all others.
    """
    bare = text.strip()
    if bare.replace(",", "").replace(" ", "").isdecimal():
        return bare.replace(" ", "").translate(_TO_RAISED)
    words = len(bare) > 3 and bare[0] not in "[(" and any(one.isalpha() for one in bare)
    if bare.lower() in _ORDINALS or words:
        return text
    return _RAISED[1] if bare else ""


def _kept(mark: re.Match[str]) -> str:
    space, digits = mark[1], mark[2]
    before = mark.string[max(0, mark.start() - 6) : mark.start()]
    if not space and (_POWER.search(before) or (digits in "²³" and _UNIT.search(before))):
        return digits
    after = mark.string[mark.end() : mark.end() + 1]
    return "" if after in _CLOSES or after == " " else space

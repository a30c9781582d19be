"""Text that no spreadsheet evaluates, in files that leave the product (C-EXP-2, T07)."""

import re
from typing import Any

RISKY_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A spreadsheet with other separators than ours would begin a cell behind one of these.
FOLLOWING = re.compile(r"([;|\t\r\n\"] *)(?=[=+\-@＝＋－＠])")
BLANKS = " \t\r\n"


def harmless(value: Any) -> Any:
    """Text that no spreadsheet evaluates: an apostrophe stands before a risky first sign.

    The same before such a sign that follows a semicolon, bar, tab, line end or quotation mark
    within the text. Numbers are untouched, so that negative ones stay numbers. A machine reader
    that meets an apostrophe before one of these signs, in one of these places, takes it off.
    """
    if not isinstance(value, str):
        return value
    begins = len(value) - len(value.lstrip(BLANKS))
    body = FOLLOWING.sub(r"\1'", value[begins:])
    text = value if body == value[begins:] else value[:begins] + body
    return f"'{text}" if value.lstrip(" ").startswith(RISKY_STARTS) else text

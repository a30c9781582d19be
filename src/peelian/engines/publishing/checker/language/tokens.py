"""Words, numbers and signs of a sentence, each with its place in the text.

Nothing is understood here: ``12-month`` and ``PIP2`` are one token that is a label, ``542/748`` is
a number, a sign and a number. Spaces of all kinds part tokens, but may group the digits of one.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a token looks like."""

    NUMBER = "number"
    WORD = "word"
    LABEL = "label"
    SIGN = "sign"


@dataclass(frozen=True)
class Token:
    """One token: its text in lower case without accents of typography, and where it stands."""

    form: Form
    text: str
    start: int
    end: int


# No repeat reaches further than a number or an address can be long: time stays linear in the text.
_TOKEN = re.compile(
    r"""
    (?P<address>https?://\S+|www\.\S+|[\w.+-]{1,64}@\w[\w-]{0,62}\.\S+)
  | (?P<date>\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d(?![\d,])
      | (?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d) | \d{1,2}-\d{1,2}-(?:19|20)\d\d(?!\d))
  | (?P<clock>\d{1,2}[:.]\d\d\s?(?i:[ap]\.?m)\b | \d{1,2}:\d\d)
  | (?P<label>\d[\d.,]{0,24}(?:-[A-Za-z][A-Za-z-]*) | [A-Za-z]+[-']?\d[\w-]*(?:,\d{3}\b)*
      | 24/7 | (?:\d{1,9}\.){2,}\d+ | 0\d{2,}(?:\s\d{3,})* | \d{1,4}[xX]\d+
      | \d[\d.,]{0,24}(?:st|nd|rd|th|am|pm|mph|kph|km|D|G|s)\b)
  | (?P<number>\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?![\d])(?:[.\u00b7]\d+)?
      | \d+(?:[.\u00b7]\d+)? | (?<![\w.])\.\d+)
  | (?P<short>(?i:approx|ca|c|nos?|pp?|paras?|figs?|ch|art|vol|ref)\.(?=\s?[\d\u00a3$\u20ac]))
  | (?P<word>[^\W\d_]+(?:[-'\u2019\u00ad][^\W\d_]+)*)
  | (?P<sign>\+\s?/\s?[-\u2212\u2013]|\u00b1|[^\w\s\u00ad\u200b-\u200f\u2060\ufeff])
    """,
    re.VERBOSE,
)
_SAME = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u00ad": "",
        "\uff05": "%",
        "[": "(",
        "]": ")",
    }
)
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


_LONGEST_NUMBER = 24
"""Digits and signs of the longest number; a longer one is some reference, and a label."""


def tokens(text: str) -> list[Token]:
    """Every token of a text in order; what is between two of them is space or not seen at all."""
    found = []
    for match in _TOKEN.finditer(text.translate(_HYPHENS)):
        said = match.group().translate(_SAME).lower()
        form = _form(match.lastgroup or "sign", said)
        if match.lastgroup == "short":
            said = said.removesuffix(".")
        found.append(Token(form, said, match.start(), match.end()))
    return found


_FORMS = {"number": Form.NUMBER, "word": Form.WORD, "short": Form.WORD, "sign": Form.SIGN}
"""What the groups of the pattern look like; all others are labels."""


def _form(kind: str, said: str) -> Form:
    if kind == "number" and len(said) > _LONGEST_NUMBER:
        return Form.LABEL
    return _FORMS.get(kind, Form.LABEL)

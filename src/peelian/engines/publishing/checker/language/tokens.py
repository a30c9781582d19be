"""Words, numbers and signs of a sentence, each with its place in the text.

Nothing is understood here: ``12-month`` and ``PIP2`` are one token that is a label, ``542/748`` is
a number, a sign and a number. Spaces of all kinds part tokens, but may group the digits of one.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from peelian.engines.publishing.checker.language.spaced import joined


class Form(StrEnum):
    """What a token looks like."""

    NUMBER = "number"
    WORD = "word"
    LABEL = "label"
    SIGN = "sign"
    CURRENCY = "currency"


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
    (?P<plain>[A-Za-z]++(?=[ ,]))  # most of a text, and told soonest
  | (?P<address>https?://\S+|www\.\S+|[\w.+-]{1,64}@\w[\w-]{0,62}\.\S+)
  | (?P<currency>[\u20a6\u20a8-\u20ab\u20b1-\u20bf\u00a5](?=\s?\d)
      | (?<![\w.])[A-Z][A-Za-z]{0,2}(?=\d[\d,]{0,12}(?:\.\d{1,6})?\s?(?:[mbt]illion|bn|m)\b(?!-)))
  | (?P<date>\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d(?![\d,])
      | (?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d) | \d{1,2}-\d{1,2}-(?:19|20)\d\d(?!\d))
  | (?P<clock>\d{1,2}[:.]\d\d\s?(?i:[ap]\.?m)\b | \d{1,2}:\d\d)
  | (?P<label>\d[\d.,]{0,24}(?:-[A-Za-z][A-Za-z-]*)
      | (?:0|\d{1,3}(?=\.\s\d{1,3}\s?(?:%|(?i:per|[mbt]illion|bn)\b)))\.\s\d{1,3}(?![\d.,])
      | [A-Za-z]+[-']?\d[\w-]*(?:\.\d[\w-]*)*+(?:,\d{3}\b)*
      | \d{1,4}[123]/[234]p?\b(?!/) | \d{1,4}/[248]p\b
      | 24/7 | (?:\d{1,9}\.){2,}\d+ | 0\d{2,}(?:\s\d{3,})* | \d{1,4}[xX]\d+
      | \d[\d.,]{0,24}(?:st|nd|rd|th|am|pm|mph|kph|km|D|G|s)\b)
  | (?P<number>\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?![\d])(?:[.\u00b7]\d+)?
      | \d{1,3}(?:,\s0\d\d)+(?![\d.,]*\d) | \d+(?:[.\u00b7]\d+)? | (?<![\w.])\.\d+)
  | (?P<short>(?i:approx|ca|c|nos?|pp?|paras?|figs?|ch|art|vol|ref)\.(?=\s?[\d\u00a3$\u20ac]))
  | (?P<latin>(?i:i\.\s?e|e\.\s?g)\.?(?![a-z]))
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


_MARKED = re.compile(r"([a-z]{4,})(\d{1,2})")
_LONGEST_NUMBER = 24
"""Digits and signs of the longest number; a longer one is some reference, and a label."""


def tokens(text: str) -> list[Token]:
    """Every token of a text in order; what is between two of them is space or not seen at all."""
    found: list[Token] = []
    for match in _TOKEN.finditer(joined(text.translate(_HYPHENS))):
        said = match.group().lower()
        if not said.isalnum() or not said.isascii():
            said = said.translate(_SAME)
        form = _form(match.lastgroup or "sign", said)
        if form is Form.NUMBER and "." in said and found and _is_version(text, found[-1], match):
            form = Form.LABEL
        if form is Form.LABEL and (word := _MARKED.fullmatch(match.group())) is not None:
            # "£858 million7, by its own account": the mark of a footnote.
            found.append(Token(Form.WORD, word[1], match.start(), match.end() - len(word[2])))
            continue
        if form is Form.CURRENCY:
            said = match.group()
        if match.lastgroup in ("short", "latin"):
            said = said.removesuffix(".").replace(" ", "")
        found.append(Token(form, said, match.start(), match.end()))
    return found


_VERSIONED = re.compile(r"(?!Ma?c[A-Z])[A-Za-z]*(?:[A-Z]{2}[a-z]{2}|[a-z][A-Z])[A-Za-z]*")
_SCALED = re.compile(
    r"\s?(?:%|\u2030|(?i:per|pct|percent|[mbt]illion|bn|m|k|p|pp|x|times|points?)\b)"
)


def _is_version(text: str, before: Token, number: re.Match[str]) -> bool:
    """Whether a number is that of a program: "OpenLib 2.70", and not "OpenLib 2.7 per cent"."""
    if before.form is not Form.WORD or number.start() - before.end != 1:
        return False
    named = _VERSIONED.fullmatch(text, before.start, before.end)
    return named is not None and not _SCALED.match(text, number.end())


_FORMS = {
    "number": Form.NUMBER,
    "plain": Form.WORD,
    "word": Form.WORD,
    "short": Form.WORD,
    "latin": Form.WORD,
    "sign": Form.SIGN,
    "currency": Form.CURRENCY,
}
"""What the groups of the pattern look like; all others are labels."""


def _form(kind: str, said: str) -> Form:
    if kind == "number" and len(said) > _LONGEST_NUMBER:
        return Form.LABEL
    return _FORMS.get(kind, Form.LABEL)

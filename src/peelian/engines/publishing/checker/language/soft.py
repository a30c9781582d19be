"""Words that soften a number, and what they let it stand for: "about", "nearly", "over".

How far "about" reaches is nobody's rule but Peelian's (``reach``), and wide on purpose, since a
report that says "about" has not promised more.
"""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Final

from peelian.numbers.rounding import INFINITE, Range


class Soft(StrEnum):
    """Which way a word lets a number move."""

    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    OVER = "over"
    UNDER = "under"


_SAID: Final[dict[str, Soft]] = {
    words: soft
    for soft, phrases in {
        Soft.ABOUT: (
            "about|around|approximately|approx|roughly|some|circa|c|ca|~|in the region of|"
            "an estimated|estimated at|in the order of|broadly|typically"
        ),
        Soft.NEARLY: (
            "nearly|almost|close to|just under|slightly under|a little under|just below|"
            "slightly below|slightly less than|a little less than|just less than|"
            "just short of|approaching|slightly fewer than|not quite"
        ),
        Soft.JUST_OVER: (
            "just over|slightly over|a little over|slightly more than|a little more than|"
            "just above|slightly above|just more than"
        ),
        Soft.OVER: (
            "over|more than|at least|above|well over|upwards of|in excess of|exceeding|"
            "a minimum of|no fewer than|no less than|greater than|far more than|not less than|>"
        ),
        Soft.UNDER: (
            "under|less than|fewer than|below|at most|up to|no more than|a maximum of|"
            "well under|not more than|as much as|as many as|lower than|as high as|<"
        ),
    }.items()
    for words in phrases.split("|")
}
LONGEST: Final = max(len(words.split()) for words in _SAID)
_AFTER: Final[dict[str, Soft]] = {
    "or so": Soft.ABOUT,
    "or thereabouts": Soft.ABOUT,
    "or more": Soft.OVER,
    "or over": Soft.OVER,
    "or above": Soft.OVER,
    "or higher": Soft.OVER,
    "or less": Soft.UNDER,
    "or fewer": Soft.UNDER,
    "or under": Soft.UNDER,
    "or below": Soft.UNDER,
}


def before(words: Sequence[str]) -> tuple[Soft, int] | None:
    """How the words before a number soften it, and how many of them do so; the last word last."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        said = _SAID.get(" ".join(words[-length:]))
        if said is not None:
            return said, length
    return None


def after(words: Sequence[str]) -> Soft | None:
    """How the two words after a number soften it."""
    return _AFTER.get(" ".join(words[:2]))


def reach(value: Fraction, decimals: int) -> Fraction:
    """How far "about" goes from a number: one of its last figure that is no nought.

    "About 400" is from 360 to 440, a tenth at most, "about 3,200" from 3,100 to 3,300, "about 61"
    from 60 to 62; a last figure of 5 reaches two and a half: "about 65" from 62.5 to 67.5.
    """
    unit = Fraction(10) ** -decimals
    figures = int(value / unit)
    while figures and figures % 10 == 0:
        figures, unit = figures // 10, unit * 10
    if figures % 10 == 5:
        unit *= Fraction(5, 2)
    return max(min(unit, value / 10), Fraction(10) ** -decimals)


def softened(span: Range, value: Fraction, soft: Soft, reach: Fraction) -> Range:
    """What a softened number may stand for; "about" goes ``reach`` either way.

    "About" moves both ends of what rounds to the number; "over" and "under" mean the number itself.
    """
    high = span.high if isinstance(span.high, Fraction) else value
    match soft:
        case Soft.ABOUT:
            return Range(max(Fraction(0), span.low - reach), high + reach)
        case Soft.NEARLY:
            return Range(max(Fraction(0), span.low - reach), value)
        case Soft.JUST_OVER:
            return Range(value, high + reach)
        case Soft.OVER:
            return Range(value, INFINITE)
        case Soft.UNDER:
            return Range(Fraction(0), value)


ABOUT_WORDS: Final = frozenset(words for words, kind in _SAID.items() if kind is Soft.ABOUT)
"""The words for "about" that are one word, after which "15 to 20" is one number."""

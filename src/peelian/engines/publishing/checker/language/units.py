"""What a number counts in: per cent, points, hours, "per 1,000", "times", "n = 748"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.numerals import Numeral, numeral
from peelian.engines.publishing.checker.language.quantities import (
    Quantity,
    What,
    rounded_figure,
    span_of_count,
)
from peelian.engines.publishing.checker.language.tokens import Form, Token
from peelian.numbers.rounding import Range, exactly

HOURS: Final = {
    "second": Fraction(1, 3600),
    "minute": Fraction(1, 60),
    "hour": Fraction(1),
    "day": Fraction(24),
    "week": Fraction(168),
    "month": Fraction(365 * 24, 12),
    "year": Fraction(365 * 24),
}
"""Units of time in hours; a month is a twelfth of a year of 365 days."""

_SHORT: Final = {"sec": "second", "min": "minute", "hr": "hour", "h": "hour", "wk": "week"}
_POINTS: Final = frozenset({"point", "points"})
_FACTORS: Final = {
    "twice": Fraction(2),
    "thrice": Fraction(3),
    "double": Fraction(2),
    "doubled": Fraction(2),
    "doubles": Fraction(2),
    "doubling": Fraction(2),
    "trebled": Fraction(3),
    "treble": Fraction(3),
    "trebling": Fraction(3),
    "triple": Fraction(3),
    "tripled": Fraction(3),
    "tripling": Fraction(3),
    "quadrupled": Fraction(4),
    "quadruple": Fraction(4),
    "halved": Fraction(1, 2),
    "halve": Fraction(1, 2),
    "halving": Fraction(1, 2),
    "twofold": Fraction(2),
    "two-fold": Fraction(2),
    "threefold": Fraction(3),
    "three-fold": Fraction(3),
    "fourfold": Fraction(4),
    "four-fold": Fraction(4),
    "fivefold": Fraction(5),
    "five-fold": Fraction(5),
    "tenfold": Fraction(10),
    "ten-fold": Fraction(10),
}
_NOT_AFTER_DOUBLE: Final = words("figures figure check checks checked crewed")
_BEFORE_TIMES: Final = words("the of these those yes no all")
_AFTER_TIMES: Final = words(
    "as more less higher lower greater bigger larger smaller worse better likelier fewer faster "
    "longer shorter the that their its what than over above below"
)
_BEFORE_FACTOR: Final = words("by to was were is are increased rose grew almost nearly about over")
_MEASURED: Final = words(
    "kg g km km2 m mm cm litres liters ml tonnes tons kwh mwh gwh twh kw mw gw miles acres hectares"
)
"""Units after which a number is of no things."""

_FOLD: Final = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)-fold$", re.ASCII)
_LOOSE: Final = Fraction(1, 8)
_NO_NOUN: Final = words(
    "against in for to from and or but compared than while whereas was is are were between with "
    "of by on at versus vs which that last this these among across during since as over if when "
    "rose fell down up respectively nationally"
)
"""Words after "per 1,000" that do not say of what."""


def counted_in(text: str, run: Sequence[Token], at: int, number: Numeral) -> tuple[Quantity, int]:
    """The quantity whose number starts at a token, with the unit after it, and the token after."""
    value, decimals, after = number.value, number.decimals, number.after
    said = [one.text for one in run[after : after + 3]]
    if said == ["%", "-", "points"]:
        return _made(text, run, at, after + 3, What.POINTS, number)
    if (length := _per_cent(said)) > 0:
        if said[length : length + 1] and said[length] in _POINTS:
            return _made(text, run, at, after + length + 1, What.POINTS, number)
        return _made(text, run, at, after + length, What.PERCENT, number)
    if said[:2] in (["percentage", "points"], ["percentage", "point"]):
        return _made(text, run, at, after + 2, What.POINTS, number)
    if said[:1] and said[0] in ("percentage-point", "pp", "ppt", "ppts", "pps"):
        return _made(text, run, at, after + 1, What.POINTS, number)
    if said[:1] == ["times"] and (decimals > 0 or _is_factor(run, at, said)):
        return _made(text, run, at, after + 1, What.TIMES, number)
    if said[:1] == ["x"] and decimals >= 0 and number.digits and not _number(run, after + 1):
        return _made(text, run, at, after + 1, What.TIMES, number)
    if said[:1] and said[0] in ("p", "pence"):
        return _made(text, run, at, after + 1, What.MONEY, number, unit="p")
    skip = 1 if said[:1] and said[0] in ("working", "calendar", "business", "full") else 0
    unit = _unit_of_time(said[skip] if len(said) > skip else "")
    if unit and not (skip and unit != "day"):
        span = span_of_count(value, decimals) if decimals == 0 else rounded_figure(value, decimals)
        start, end = run[at].start, run[after + skip].end
        quantity = Quantity(
            What.DURATION,
            value * HOURS[unit],
            span.by(HOURS[unit]),
            start,
            end,
            text[start:end],
            decimals=decimals,
            unit=unit,
            digits=number.digits,
        )
        return quantity, after + skip + 1
    quantity, last = _made(text, run, at, after, What.COUNT, number)
    if said[:1] and said[0] in _MEASURED and decimals == 0:
        # What is measured is rounded, however few its figures are.
        quantity = replace(quantity, span=rounded_figure(value, 0))
    return quantity, last


def _is_factor(run: Sequence[Token], at: int, said: Sequence[str]) -> bool:
    """Whether "4 times" multiplies: "4 times as likely", and not "the 87 times it was used"."""
    before = run[at - 1].text if at else ""
    if before in _BEFORE_TIMES:
        return False
    return said[1:2] == [] or said[1] in _AFTER_TIMES or before in _BEFORE_FACTOR


def _per_cent(said: Sequence[str]) -> int:
    """How many said say per cent; 0 for none."""
    if said[:1] and said[0] in ("%", "percent", "per-cent", "pct", "pc"):
        return 1
    if said[:2] == ["per", "cent"]:
        return 2
    return 0


def _number(run: Sequence[Token], at: int) -> bool:
    return at < len(run) and run[at].form is Form.NUMBER


def _unit_of_time(word: str) -> str:
    single = word.removesuffix("s") if word != "s" else ""
    single = _SHORT.get(single, single)
    return single if single in HOURS else ""


def _made(
    text: str,
    run: Sequence[Token],
    at: int,
    after: int,
    what: What,
    number: Numeral,
    unit: str = "",
) -> tuple[Quantity, int]:
    start, end = run[at].start, run[after - 1].end
    if what is What.COUNT:
        span = span_of_count(number.value, number.decimals)
    else:
        span = rounded_figure(number.value, number.decimals)
    quantity = Quantity(
        what,
        number.value,
        span,
        start,
        end,
        text[start:end],
        decimals=number.decimals,
        unit=unit,
        digits=number.digits,
    )
    return quantity, after


def times(text: str, run: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """A factor in one word: "twice", "doubled", "halved", "threefold", "10-fold"."""
    factor = _FACTORS.get(run[at].text)
    fold = _FOLD.match(run[at].text)
    if fold is not None:
        factor = Fraction(fold[1])
    if not factor or run[at].form not in (Form.WORD, Form.LABEL):
        return None
    following = run[at + 1].text if at + 1 < len(run) else ""
    if following in _NOT_AFTER_DOUBLE or (at and run[at - 1].text == "-"):
        return None
    start, end = run[at].start, run[at].end
    # People say "doubled" of anything nearer to twice than to twice and a quarter, and so on.
    span = Range(factor * (1 - _LOOSE), factor * (1 + _LOOSE))
    return (
        Quantity(What.TIMES, factor, span, start, end, text[start:end], soft="about", digits=False),
        at + 1,
    )


def per(text: str, run: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The base of a rate: "per 1,000 population", "for every 100,000 people", "per head"."""
    said = [one.text for one in run[at : at + 2]]
    place = at + 1
    if said in (["for", "every"], ["for", "each"]):
        place = at + 2
    elif said[:1] != ["per"] or said[1:] == ["cent"]:
        return None
    if said[1:] == ["capita"] or said[1:] == ["head"]:
        return _base_of_rate(text, run, at, place, Fraction(1), "people")
    number = numeral(run, place)
    if number is not None:
        noun = run[number.after].text if number.after < len(run) else ""
        is_word = number.after < len(run) and run[number.after].form is Form.WORD
        has_noun = is_word and noun not in _NO_NOUN
        last = number.after if has_noun else number.after - 1
        return _base_of_rate(text, run, at, last, number.value, noun if has_noun else "")
    if place >= len(run) or run[place].form is not Form.WORD:
        return None
    if said[:1] == ["per"] or run[place].text in ("hundred", "thousand", "million"):
        return _base_of_rate(text, run, at, place, Fraction(1), run[place].text)
    return None


def _base_of_rate(
    text: str, run: Sequence[Token], at: int, last: int, value: Fraction, noun: str
) -> tuple[Quantity, int]:
    start, end = run[at].start, run[last].end
    quantity = Quantity(What.PER, value, exactly(value), start, end, text[start:end], unit=noun)
    return quantity, last + 1


_BASES: Final = frozenset({"n", "base", "sample", "respondents", "total", "denominator"})
OPENING: Final = frozenset({*_FACTORS, *_BASES, "per", "for"})
"""The words with which a factor, the base of a rate or a number of cases may begin."""


def base(text: str, run: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """A number of cases in statisticians' way: "n = 748", "base: 748"."""
    if run[at].text not in _BASES or at + 2 >= len(run):
        return None
    if run[at + 1].text not in ("=", ":") or (run[at + 1].text == ":" and run[at].text != "base"):
        return None
    number = numeral(run, at + 2)
    if number is None:
        return None
    start, end = run[at + 2].start, run[number.after - 1].end
    quantity = Quantity(
        What.BASE,
        number.value,
        span_of_count(number.value, number.decimals),
        start,
        end,
        text[start:end],
        decimals=number.decimals,
        unit=text[run[at].start : run[at].end],
    )
    return quantity, number.after

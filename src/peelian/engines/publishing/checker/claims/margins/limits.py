"""How reports print an interval: two limits, round a figure that stands before or within."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.margins.levels import levels_in
from peelian.engines.publishing.checker.claims.margins.phrases import WITH
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import Match, finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.engines.publishing.checker.language.units import HOURS
from peelian.numbers.rounding import Range, rounded

_JOINS: Final = words("to and through - , ;")
_INTERVAL: Final = finder(
    r"(?P<sign>C) [_wo:,=()C]{0,6}? (?P<below>-)? (?P<low>[pnqm]) "
    r"(?: (?P<join>[w,;-]) (?P<under>-)? (?P<high>[pnqm]) )?",
    lexicon(
        C="confidence_interval confidence_intervals confidence_limits credible_interval "
        "uncertainty_interval ci c.i cis cri"
    ),
)
_AROUND: Final = finder(
    r"C _? [wo]{1,6}? (?P<estimate>p) [wo]{0,4}? "
    r"(?P<low>[pn]) (?: (?P<join>[w-]) (?P<high>[pn]) )?",
    lexicon(C="confidence_interval ci"),
)
_RANGE: Final = finder(
    r"(?P<low>[pn]) (?: (?P<join>[w-]) (?P<high>[pn]) )?",
)
_BEFORE: Final = finder(
    r"(?P<estimate>[pnm]) [wo]{0,4}? \( w? (?P<low>[pnm]) (?: (?P<join>[w-]) (?P<high>[pnm]) )?"
    r" [,;]? w? p w? C",
    lexicon(C="confidence_interval ci c.i"),
)
_FURTHER: Final = finder(
    r"C .{0,60}? [,;w] (?P<estimate>[pn]) \( (?P<low>[pn]) (?: (?P<join>[w-]) (?P<high>[pn]) )? \)",
    lexicon(C="confidence_interval confidence_intervals ci c.i cis"),
)
_UNIT: Final = 2


@dataclass(frozen=True)
class Limits:
    """An interval: two printed limits in the unit of the estimate, each with its rounding."""

    low: Fraction
    high: Fraction
    decimals: int
    figures: tuple[Quantity, ...]
    estimate: Quantity | None
    sign: int = 1

    @property
    def middle(self) -> Range:
        """What the estimate may have been; raises ``ValueError`` where there is none."""
        if self.estimate is None:
            raise ValueError("The interval has no estimate.")
        plain = self.estimate.span
        if self.estimate.soft == "about":
            # An estimate is "about" anyway, and its interval says how far.
            plain = rounded(self.estimate.value, self.estimate.decimals)
        if self.estimate.what is What.DURATION:
            plain = plain.by(1 / HOURS[self.estimate.unit])
        if self.sign > 0:
            return plain
        return Range(-plain.high if isinstance(plain.high, Fraction) else -plain.low, -plain.low)

    def span(self, limit: Fraction) -> Range:
        """What a limit may have been before it was rounded."""
        return rounded(limit, self.decimals)


def intervals(sentence: Sentence) -> Iterator[Limits]:
    """Every confidence interval with two limits in a sentence."""
    row, levels = sentence.row, {id(one) for one in levels_in(sentence.row)}
    for match in _INTERVAL(row):
        low, high = match.quantity("low"), match.quantity("high")
        start = match.at("sign")
        if low is None or start is None or id(low) in levels:
            continue
        below = -1 if _minus(row, match.at("below")) else 1
        if low.ranged and below > 0:
            read = ends(low)
            figures: tuple[Quantity, ...] = (low,)
            decimals = low.decimals
        elif high is not None and match.words("join")[0] in _JOINS:
            under = -1 if _minus(row, match.at("under")) else 1
            read = low.value * below, high.value * under
            figures, decimals = (low, high), max(low.decimals, high.decimals)
        else:
            continue
        if match.at("below") is not None and below > 0:
            continue
        estimate, sign = _middle(row, start, levels, figures)
        yield Limits(read[0], read[1], decimals, figures, estimate, sign)


def around(sentence: Sentence) -> Iterator[Limits]:
    """ "The confidence interval around the estimate of 68% runs from 65.1% to 70.9%"."""
    for match in _AROUND(sentence.row):
        estimate, low, high = (match.quantity(one) for one in ("estimate", "low", "high"))
        if estimate is None or low is None or estimate.ranged:
            continue
        yield from _told(match, low, high, estimate)


def told_before(sentence: Sentence) -> Iterator[Limits]:
    """ "62% (between 58% and 66%, 95% confidence interval)": limits before they are named."""
    for match in _BEFORE(sentence.row):
        estimate, low, high = (match.quantity(one) for one in ("estimate", "low", "high"))
        if estimate is None or low is None or estimate.ranged or estimate.what is not low.what:
            continue
        yield from _told(match, low, high, estimate)


def further(sentence: Sentence) -> Iterator[Limits]:
    """ "91% (95% CI 84 to 95) and 78% (81 to 93)": a second figure outside what must be its limits.

    What else the numbers in its bracket may be is open, so nothing is said where they hold it.
    """
    for match in _FURTHER(sentence.row):
        estimate, low, high = (match.quantity(one) for one in ("estimate", "low", "high"))
        if estimate is None or low is None or estimate.ranged or estimate.decimals != low.decimals:
            continue
        if low.ranged:
            found = Limits(*ends(low), low.decimals, (low,), estimate)
        elif high is not None and match.words("join")[0] in ("to", "-"):
            found = Limits(low.value, high.value, low.decimals, (low, high), estimate)
        else:
            continue
        whole = Range(found.span(found.low).low, max(found.span(found.high).high, found.low))
        if not found.middle.meets(whole):
            yield found


def ranges_after(sentence: Sentence, at: int) -> Iterator[Limits]:
    """Ranges of percentages after a place in a sentence: "that is, between 31% and 41%"."""
    for match in _RANGE(sentence.row[at:]):
        low, high = match.quantity("low"), match.quantity("high")
        if low is None or low.what is not What.PERCENT:
            continue
        yield from _told(match, low, high, None)


def _told(
    match: Match, low: Quantity, high: Quantity | None, estimate: Quantity | None
) -> Iterator[Limits]:
    """The limits that one range in a sentence prints, or two numbers joined by a word."""
    if low.ranged:
        yield Limits(*ends(low), low.decimals, (low,), estimate)
    elif high is not None and match.words("join")[0] in ("to", "and", "-"):
        decimals = max(low.decimals, high.decimals)
        yield Limits(low.value, high.value, decimals, (low, high), estimate)


def ends(figure: Quantity) -> tuple[Fraction, Fraction]:
    """The two numbers of "34.9-39.1"."""
    half = Fraction(1, 2) / Fraction(10) ** figure.decimals
    high = figure.span.high
    top = high if isinstance(high, Fraction) else 2 * figure.value
    return 2 * figure.value - (top - half), top - half


def _minus(row: Sequence[Item], at: int | None) -> bool:
    """Whether a dash is the sign of the number after it."""
    if at is None or at + 1 >= len(row) or row[at].tag != "-":
        return False
    apart = at == 0 or row[at - 1].end < row[at].start or row[at - 1].tag in "(,"
    return apart and row[at].end == row[at + 1].start


def _middle(
    row: Sequence[Item], start: int, levels: set[int], figures: tuple[Quantity, ...]
) -> tuple[Quantity | None, int]:
    """The estimate that an interval belongs to, and -1 where it is below zero."""
    place = start - 1
    while place >= 0 and (
        row[place].tag in "(,;:b"
        or row[place].text in WITH
        or (row[place].quantity is not None and id(row[place].quantity) in levels)
    ):
        place -= 1
    unit = place
    while unit > 0 and place - unit < _UNIT and row[unit].tag == "w" and _may_name(row[unit]):
        unit -= 1
    if row[unit].quantity is not None:
        place = unit
    close = row[place].quantity if place >= 0 else None
    if close is not None and not close.ranged and not _is_base(row, place):
        same = close.what is figures[0].what or figures[-1].what in (What.COUNT, close.what)
        if same and close.decimals == figures[-1].decimals:
            return close, -1 if place and _minus(row, place - 1) else 1
    percents = [
        one.quantity
        for one in row[:start]
        if one.quantity is not None
        and one.quantity.what is What.PERCENT
        and not one.quantity.ranged
        and id(one.quantity) not in levels
    ]
    if not percents or figures[-1].what not in (What.PERCENT, What.COUNT):
        return None, 1
    last = max(at for at, one in enumerate(row[:start]) if one.quantity is percents[-1])
    if any(one.tag in "nmqxt" for one in row[last + 1 : start]):
        return None, 1
    low, high = figures[0].span.low, figures[-1].span.high
    inside = [one for one in percents if one.span.low <= high and low <= one.span.high]
    return (inside or percents)[-1], 1


def _may_name(item: Item) -> bool:
    """Whether a word may belong to what a figure counts: "4.4 mm Hg"."""
    return item.text not in nouns.STOPS and not item.text.endswith("ed")


def _is_base(row: Sequence[Item], at: int) -> bool:
    """Whether a number is a whole or a p-value: "12 of 52", "12/52", "p = 0.02"."""
    before = row[at - 1] if at else None
    if before is None:
        return False
    if before.tag in "o/":
        return row[at].quantity is not None and any(
            one.tag == "n" for one in row[max(0, at - 5) : at]
        )
    return before.tag in "=<" and at > 1 and row[at - 2].text == "p"

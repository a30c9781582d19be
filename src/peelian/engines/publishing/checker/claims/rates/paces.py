"""A count of a span of time and so many a day: "18,250 a year, or 50 a day"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.rates.periods import days
from peelian.engines.publishing.checker.claims.saying import between, finding
from peelian.engines.publishing.checker.claims.wording import stems
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Text, with_figures
from peelian.numbers.rounding import Range, rounded

_LENGTHS: Final = {
    "day": Range(Fraction(1), Fraction(1)),
    "week": Range(Fraction(7), Fraction(7)),
    "month": Range(Fraction(59, 2), Fraction(31)),
}
_DAILY: Final = {"daily": "day", "weekly": "week", "monthly": "month"}
_WORKING: Final = Range(Fraction(5, 7) - Fraction(1, 40), Fraction(5, 7))
_PACE: Final = finder(
    r"(?P<pace>n) w{0,3}? (?: E W? (?P<unit>U) | (?P<daily>D) | (?P<per>r) )",
    lexicon(
        E="a each every per",
        W="working single average calendar",
        U="day week month",
        D="daily weekly monthly",
    ),
)
_LINKS: Final = words("or of to averaging equals ie i.e i.e. is")
_TIME: Final = words("day week month daily weekly monthly working single average calendar")
_APART: Final = words("compared against than earlier previous previously while target now from")


def find(text: Text) -> Iterator[Finding]:
    """Every count of a span of time that stands beside so many a day, a week or a month."""
    for sentence in with_figures(text):
        length = days(sentence.row)
        if length is None:
            continue
        for match in _PACE(sentence.row):
            pace, at = match.quantity("pace"), match.at("pace")
            unit = _unit(match.words("unit") + match.words("daily"), match.quantity("per"))
            if pace is None or at is None or not unit or pace.soft in ("over", "under"):
                continue
            count = _count(sentence.row[:at], stems(sentence.row[at + 1 : match.end], _TIME))
            if count is None or count.value <= pace.value:
                continue
            each = count.span.over(_whole_weeks(length) if unit == "week" else length)
            each = each.times(_LENGTHS[unit])
            spread = _spread(pace)
            verdict, because = _verdict(each, spread, unit)
            yield finding(
                sentence,
                About.RATE,
                verdict,
                (pace, count),
                computed=(
                    f"{count.printed} over {between(length)} days is {between(each)} a {unit}"
                ),
                allowed=f"{between(spread, pace.decimals + 1)} a {unit}",
                because=because,
            )


def _verdict(each: Range, spread: Range, unit: str) -> tuple[Verdict, str]:
    if each.meets(spread):
        return Verdict.AGREES, ""
    if unit == "day" and each.over(_WORKING).meets(spread):
        return Verdict.CANNOT, "it follows only for working days"
    return Verdict.DOES_NOT_FOLLOW, f"it is another number a {unit}"


def _whole_weeks(length: Range) -> Range:
    """A year is 52 weeks to some, and 52 and a seventh to others."""
    return Range(max(Fraction(7), length.low // 7 * Fraction(7)), length.high)


def _unit(said: Sequence[str], per: Quantity | None) -> str:
    found = said[0] if said else per.unit if per is not None and per.value == 1 else ""
    found = _DAILY.get(found, found)
    return found if found in _LENGTHS else ""


def _count(row: Sequence[Item], named: frozenset[str]) -> Quantity | None:
    """The one count before a pace that a word such as "or" right before the pace links to it.

    ``named`` are the stems of what the pace counts: the count must be of the same.
    """
    found = [(at, one.quantity) for at, one in enumerate(row) if one.quantity is not None]
    counts = [(at, one) for at, one in found if one.what is What.COUNT]
    if len(counts) != 1 or any(one.what in (What.PERCENT, What.TIMES) for _, one in found):
        return None
    at, count = counts[0]
    between_them = row[at + 1 :]
    if at and row[at - 1].text in ("from", "between"):
        return None  # "From 500 to 400 a month" are two paces.
    if any(one.text in _APART for one in between_them) or count.soft in ("over", "under"):
        return None
    if not between_them or not (between_them[-1].text in _LINKS or between_them[-1].tag in "(,-"):
        return None
    return count if named <= stems(between_them) else None


def _spread(pace: Quantity) -> Range:
    """What a pace may have been: rounded, to tens where it ends so."""
    value = pace.value
    plain = pace.span if pace.soft else rounded(value, pace.decimals)
    if pace.decimals == 0 and value >= 100 and value % 10 == 0:
        wide = rounded(value, -1)
        plain = Range(min(plain.low, wide.low), max(plain.high, wide.high))
    return plain

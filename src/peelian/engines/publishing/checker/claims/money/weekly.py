"""An amount by the year and by the week: "£80.84 a year, which amounts to £1.55 a week".

The words are plain where they say that the one is the other, and no third amount stands beside.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.sums.adding import amount, amounts
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range

_IN_A_YEAR: Final = {
    "day": Range(Fraction(364), Fraction(366)),
    "week": Range(Fraction(52), Fraction(366, 7)),
    "month": Range(Fraction(12), Fraction(12)),
}
_WORDS: Final = lexicon(
    Y="over_the_year over_a_year a_year each_year every_year yearly annually over_the_full_year "
    "a_full_year",
    A="annual yearly",
    S="amounts_to amounting_to equivalent_to equal_to equates_to works_out_at working_out_at "
    "comes_to which_is that_is this_is or which_means that_means equates_to",
    E="a each every",
    U="week month day",
)
_YEARLY: Final = (
    finder(r"(?P<year>m) (?: Y | (?P<per>r) )", _WORDS),
    finder(r"A w{1,2}? (?: w | o ){1,2}? (?P<year>m)", _WORDS),
)
_PACE: Final = finder(r"S [_]* [w]{0,3}? (?P<pace>m) w? (?: E (?P<unit>U) | (?P<rate>r) )", _WORDS)
_UNPLAIN: Final = words(
    "least most more less higher lower further up from average mean median maximum minimum "
    "than between instead weeks months days "
    "instalments instalment payments term plus working school"
)
_POINTING: Final = words("it this that which")
_EQUAL: Final = words("equivalent equal amounting working")
_APART: Final = words("and while but ;")


def find(text: Text) -> Iterator[Finding]:
    """Every amount a week, a month or a day that is said to be an amount a year."""
    for sentence in with_figures(text):
        for match in _PACE(sentence.row):
            pace, rate = match.quantity("pace"), match.quantity("rate")
            unit = rate.unit if rate is not None else "".join(match.words("unit"))
            if pace is None or unit not in _IN_A_YEAR or pace.soft:
                continue
            year = _yearly(text, sentence, pace)
            if year is None:
                continue
            said = _said(sentence, pace, year, unit)
            if said.verdict is Verdict.AGREES or _is_it(sentence, match.start, year):
                yield said


def _is_it(sentence: Sentence, at: int, year: Quantity) -> bool:
    """Whether the words say that one is the other, and do not offer another way to pay."""
    row = sentence.row
    if row[at].text in _POINTING or any(one.text in _POINTING for one in row[max(0, at - 2) : at]):
        return True
    between = {one.text for one in row[:at] if one.start >= year.end}
    same = year.part == sentence.part and year.start >= sentence.start
    return same and row[at].text in _EQUAL and not _APART & between


def _yearly(text: Text, sentence: Sentence, pace: Quantity) -> Quantity | None:
    """The only other amount before, in the sentence or else in the one before, by the year."""
    for said in (sentence, *text.before(sentence, 1)):
        money = [
            one
            for one in said.quantities
            if one.what is What.MONEY and (said is not sentence or one.start < pace.end)
        ]
        others = [one for one in money if one is not pace]
        if any(one.text in _UNPLAIN for one in said.row):
            return None
        if not others:
            continue
        found = {one.start: one for one in _told(said) if one is not pace}
        only = next(iter(found.values())) if len(found) == 1 else None
        plain = only is not None and len(others) == 1 and not only.soft
        return only if plain and only is not None and only.value > pace.value else None
    return None


def _told(said: Sentence) -> Iterator[Quantity]:
    for find_year in _YEARLY:
        for match in find_year(said.row):
            year, per = match.quantity("year"), match.quantity("per")
            if year is not None and (per is None or (per.unit == "year" and per.value == 1)):
                yield year


def _said(sentence: Sentence, pace: Quantity, year: Quantity, unit: str) -> Finding:
    span = year.span.over(_IN_A_YEAR[unit])
    agrees = span.meets(pace.span)
    made = year.value / _IN_A_YEAR[unit].low
    return finding(
        sentence,
        About.RATE,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (pace, *((year,) if year.part == sentence.part else ())),
        computed=f"{year.printed} a year is {amount(made, pace)} a {unit}",
        allowed=amounts(span, pace),
        because="" if agrees else f"that is not {pace.printed}",
    )

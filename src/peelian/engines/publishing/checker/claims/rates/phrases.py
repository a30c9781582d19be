"""Rates per so many, the counts beside them, and the populations that a sentence prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.saying import number
from peelian.engines.publishing.checker.claims.wording import stem
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import Range, rounded

EVERYBODY: Final = words("population people resident inhabitant person head capita citizen")
"""Stems of those who are counted as a population where a rate does not say of whom."""

_OTHERS: Final = words(
    "household home dwelling child adult pupil student patient officer employee woman man women "
    "men children elector voter worker staff member prisoner vehicle mile kilometre bed birth "
    "journey passenger"
)
_ALONE: Final = words("officer people person resident household constable employee member")
_MEASURES: Final = words("ml l litre g mg kg mcg m cm mm km tonne gram unit")
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}
_LEAST: Final = 100
_WORDS: Final = lexicon(
    B="was is of at stood were reached be equals",
    P="population populations",
    Y="city town village county borough district parish island state province",
)
_HOMES: Final = lexicon(
    A="a the this",
    Y="city town village county borough district parish island state province metro municipality "
    "region metropolis community area",
    B="was is were reached",
    H="home_to",
)
_RATE: Final = (
    finder(r"(?P<value>[nm]) [wo]{0,4}? (?P<per>r)", _WORDS),
    # used 4.7 times per 10,000 people
    finder(r"(?P<value>x) (?P<per>r)", _WORDS),
    finder(r"(?P<per>r) w{0,3}? B w? (?P<value>[nm])", _WORDS),
)
_EACH_OF: Final = finder(
    r"(?P<value>[nm]) w? (?P<each>E) _ o w{0,3} (?P<whole>n)", lexicon(E="for_each")
)
_POPULATION: Final = (
    finder(r"P w{0,4}? [Bo:=(]{0,2} w{0,2} (?P<size>n)", _WORDS),
    finder(r"(?P<size>n) w{0,1} P", _WORDS),
    finder(r"Y B (?P<size>n)", _WORDS),
    # a metro of 620,000, where
    finder(r"A w{0,2} Y o w? (?P<size>n) (?! w )", _HOMES),
    # home to 620,000 people
    finder(r"H _ w? (?P<size>n)", _HOMES),
)


@dataclass(frozen=True)
class Rate:
    """A rate: ``value`` for every ``base`` of ``noun``, a stem, or nothing where it is not said.

    ``whom`` is the noun as it stands there.
    ``first`` and ``last`` are its places in the row of its sentence.
    """

    value: Quantity
    base: Fraction
    noun: str
    whom: str
    sentence: Sentence
    first: int
    last: int

    @property
    def span(self) -> Range:
        """What the rate may have been before it was rounded."""
        if self.value.soft or self.value.ranged:
            return self.value.span
        decimals = self.value.decimals
        if decimals == 0 and self.value.value >= _LEAST and self.value.value % _LEAST == 0:
            decimals = -1
        plain = rounded(self.value.value, decimals)
        return Range(max(Fraction(0), plain.low), plain.high)

    @property
    def per(self) -> str:
        """Its base for readers: "per 1,000", "per officer"."""
        return f"per {number(self.base)}" if self.base > 1 else f"per {self.noun}"

    @property
    def of(self) -> str:
        """Whom it is of, for readers."""
        return "people" if self.noun in ("", *EVERYBODY) else self.whom


def rates(sentence: Sentence) -> Iterator[Rate]:
    """Every rate of a sentence in its order, those per 100 or more and those per person."""
    row = sentence.row
    seen: set[int] = set()
    for find in _RATE:
        for match in find(row):
            value, at, place = match.quantity("value"), match.at("value"), match.at("per")
            if value is None or at is None or place is None or place in seen:
                continue
            per = row[place].quantity
            if per is None or value.value <= 0:
                continue
            if row[at].tag == What.TIMES.value:
                value = replace(value, what=What.COUNT)
            base, whom = _base(row, place, per)
            noun = "person" if base == 1 and stem(whom) in EVERYBODY else stem(whom)
            if noun in _MEASURES or (base < _LEAST and noun not in _ALONE):
                continue
            if [one.text for one in row[max(0, at - 2) : at]] == ["age", "of"]:
                continue
            seen.add(place)
            yield Rate(value, base, noun, whom, sentence, min(at, place), max(at, place))
    for match in _EACH_OF(row):
        value, at, place = match.quantity("value"), match.at("value"), match.at("whole")
        noun = min(named_after(row, place) & (EVERYBODY | _OTHERS), default="") if place else ""
        if value is not None and at is not None and place is not None and noun:
            yield Rate(value, Fraction(1), noun, noun, sentence, at, place - 1)


def populations(row: Sequence[Item], noun: str) -> tuple[Quantity, ...]:
    """The sizes of populations of a noun that a sentence prints."""
    found: list[Quantity] = []
    if noun in ("", *EVERYBODY):
        for find in _POPULATION:
            found += [size for match in find(row) if (size := match.quantity("size"))]
    for at, item in enumerate(row):
        size = item.quantity
        if size is None or size.what is not What.COUNT or size in found:
            continue
        named = named_after(row, at)
        of_all = noun in ("", *EVERYBODY) and named & EVERYBODY
        if noun in named or of_all or (not noun and named & _OTHERS):
            found.append(size)
    least = 1 if noun and noun not in EVERYBODY else _LEAST
    once = {id(one): one for one in found}.values()
    return tuple(one for one in once if one.value >= least)


def named_after(row: Sequence[Item], at: int) -> frozenset[str]:
    """The stems of what a number counts: of "412,600 residents", of "64,200 bed days"."""
    found: set[str] = set()
    for one in row[at + 1 : at + 4]:
        if one.tag != "w":
            break
        found.add(stem(one.text))
        if stem(one.text) in EVERYBODY:
            break
    return frozenset(found)


def _base(row: Sequence[Item], place: int, per: Quantity) -> tuple[Fraction, str]:
    """The divisor of a rate and whom it is of: per million vehicle miles."""
    base, noun, after = per.value, per.unit.lower(), place + 1
    while noun in _SCALES:
        base *= _SCALES[noun]
        noun = row[after].text if after < len(row) and row[after].tag == "w" else ""
        after += 1
    if noun in ("of", "a", "per", "and", "in", "for", "to", "by", "with", "from", "or"):
        ahead = [one.text for one in row[place + 1 : place + 8] if one.tag == "w"]
        noun = next((one for one in ahead if stem(one) in EVERYBODY | _OTHERS), "")
    return base, noun

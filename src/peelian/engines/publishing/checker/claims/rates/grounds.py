"""Which count and which population a rate is of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.rates.doubts import of_others
from peelian.engines.publishing.checker.claims.rates.phrases import Rate, populations
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import dates, stem, stems
from peelian.engines.publishing.checker.language.item import OF, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.engines.publishing.checker.language.units import HOURS

_LINKS: Final = words(
    "or rate equal equals equivalent equating equates is ie i.e i.e. meaning giving gives makes "
    "means works representing represent represents amount amounts that which has incidence "
    "prevalence density frequency"
)
_THAT_IS: Final = words("or is ie i.e i.e. meaning representing equivalent that which equals")
_OPEN: Final = frozenset({"over", "under"})
_OLDEST: Final = 100
_MOST: Final = 60
_POINTS_BACK: Final = words("that this it these which equivalent equal")


_RATES: Final = words("rate rates incidence")
_COUNTING: Final = words("number numbered total totalled recorded registered counted there")


@dataclass(frozen=True)
class Count:
    """A count and the place of it in the row of the rate, -1 where it stands in another."""

    figure: Quantity
    at: int


def fitting(near: Sequence[Sentence], rate: Rate) -> tuple[Quantity, Quantity, str] | None:
    """A count and a population of its passage that give a rate, also over a span of years."""
    plain = [
        one
        for sentence in near
        if sentence.part == rate.sentence.part
        for one in sentence.quantities
        if one is not rate.value and one.span.low > 0 and one.soft not in _OPEN
    ][:_MOST]
    labelled = {id(one) for sentence in near for one in wholes(sentence, rate)}
    least = rate.base if rate.base > 1 else Fraction(1)
    sizes = [one for one in plain if one.what is What.COUNT and one.value >= least]
    for whole in sorted(sizes, key=lambda one: id(one) not in labelled):
        for count in plain:
            if count is whole or count.what is not rate.value.what:
                continue
            for part, over in _spreads(near):
                found = count.span.over(whole.span).by(rate.base * part)
                if found.meets(rate.span):
                    said = f"{count.printed} over {whole.printed}{over} is {between(found)}"
                    return count, whole, f"{said} {rate.per}"
    return None


def as_percent(rate: Rate) -> Quantity | None:
    """The percentage of its sentence that says the same as a rate: 0.10 per cent, 10 in 10,000."""
    if rate.value.what is not What.COUNT or rate.base == 1:
        return None
    percents = [one for one in rate.sentence.quantities if one.what is What.PERCENT]
    return next((one for one in percents if one.span.by(rate.base / 100).meets(rate.span)), None)


def _spreads(near: Sequence[Sentence]) -> Iterator[tuple[Fraction, str]]:
    """1, and for every printed number of years or months what makes of it one year."""
    yield Fraction(1), ""
    for sentence in near:
        for one in sentence.quantities:
            if one.what is What.DURATION and one.unit in ("year", "month", "week"):
                years = one.value / HOURS["year"]
                if years > 0 and years != 1:
                    yield 1 / years, f" over {one.printed}"


def wholes(sentence: Sentence, rate: Rate) -> tuple[Quantity, ...]:
    found = populations(sentence.row, rate.noun)
    if sentence is rate.sentence and (own := _own_whole(rate)) is not None:
        found = (own, *(one for one in found if one is not own))
    return tuple(one for one in found if one is not rate.value and one.value >= rate.base / 1000)


def _own_whole(rate: Rate) -> Quantity | None:
    """The population that a rate names itself: "22 per 1,000 of its 30,000 customers"."""
    ahead = rate.sentence.row[rate.last + 1 : rate.last + 4]
    if not ahead or ahead[0].tag != OF:
        return None
    number = next((one.quantity for one in ahead if one.quantity is not None), None)
    return number if number is not None and number.what is What.COUNT else None


def count_beside(near: Sequence[Sentence], rate: Rate) -> Count | None:
    """The one count that a rate is plainly of, and its place, -1 where it stands elsewhere."""
    row = rate.sentence.row
    sizes = {id(one) for one in wholes(rate.sentence, rate)}
    ahead = counts(row[: rate.first], rate, sizes)
    if ahead:
        at, count = ahead[-1]
        between_them = row[at + 1 : rate.first]
        if of_others(between_them):
            return None
        linked = any(one.text in _LINKS or one.tag in "(:" for one in between_them)
        beside = [one.tag for one in between_them[-1:]] in ([","], ["-"]) and _same(rate, at)
        if (linked or beside) and not any(one.tag == "r" for one in between_them):
            return Count(count, at)
        return None
    later = counts(row[rate.last + 1 :], rate, sizes)
    if len(later) == 1 and (
        _same(rate, rate.last + 1 + later[0][0], plainly=True)
        or any(
            one.tag in "(:" or one.text in _THAT_IS
            for one in row[rate.last + 1 : rate.last + 1 + later[0][0]]
        )
    ):
        return Count(later[0][1], rate.last + 1 + later[0][0])
    if later or len(near) < 2:
        return None
    opening = [one.text for one in row[:4]]
    sizes = {id(one) for one in wholes(near[1], rate)}
    found = counts(near[1].row, rate, sizes)
    if len(found) != 1 or near[1].part != rate.sentence.part:
        return None
    pointing = bool(set(opening) & _POINTS_BACK) or "rate" in opening
    if not pointing and not _tells_how_many(near[1], found[0][0], rate):
        return None
    return Count(found[0][1], -1)


def _tells_how_many(earlier: Sentence, at: int, rate: Rate) -> bool:
    """Whether the sentence before counts what a rate names: "Births numbered 312."."""
    row = rate.sentence.row
    named = {stem(one.text) for one in row[rate.first + 1 : rate.last] if one.tag == "w"}
    beside = (*earlier.row[max(0, at - 2) : at], *earlier.row[at + 1 :][:2])
    counted = bool(named & {stem(one.text) for one in beside})
    further = stems(earlier.row, _COUNTING) - stems(row)
    return counted and not further and dates(earlier.row) == dates(row)


def _same(rate: Rate, at: int, *, plainly: bool = False) -> bool:
    """Whether a rate is of what a count counts: "1,200 referrals, 30 referrals per officer".

    ``plainly`` where the rate must say of what it is.
    """
    row = rate.sentence.row
    named = {stem(one.text) for one in row[rate.first + 1 : rate.last] if one.tag == "w"}
    named = named or _named_before(rate)
    return (not named and not plainly) or bool(
        named & {stem(one.text) for one in row[at + 1 : at + 5]}
    )


def _named_before(rate: Rate) -> set[str]:
    """What a rate is of by the words before it: "the homicide rate climbed to 14.2"."""
    row = rate.sentence.row
    for at in range(rate.first - 1, 0, -1):
        if row[at].tag != "w":
            break
        if row[at].text in _RATES:
            return {stem(row[at - 1].text)} if row[at - 1].tag == "w" else set()
    return set()


def counts(row: Sequence[Item], rate: Rate, sizes: set[int]) -> list[tuple[int, Quantity]]:
    """The counts of a row that a rate may be of, with their places: no rates, none of ``sizes``."""
    found = []
    for at, item in enumerate(row):
        one = item.quantity
        if one is None or one.what is not rate.value.what or id(one) in sizes or one.ranged:
            continue
        if any(later.tag == "r" for later in row[at + 1 : at + 4]) or one.value <= 0:
            continue
        if one.soft in _OPEN and one.value <= _OLDEST:
            continue
        if one.value == 1 and not one.digits:
            # "One of the highest rates" counts nothing.
            continue
        found.append((at, one))
    return found

"""A rate by its name after the two counts that it is of: "the conviction rate was 75%".

The counts are the only two of the sentence, or of the one before. Which of them the rate is of is
told by its name, and so is whether it is of those or of all others ("a survival rate").
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.shares.rate_names import (
    RATES,
    is_related,
    names_something,
)
from peelian.engines.publishing.checker.claims.shares.search import COUNTED
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import DATE, OF, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import exactly, share

HUNDRED: Final = exactly(100)

_BETWEEN: Final = words("was is at of thus therefore stands stood being only just so to now then")
_SPREAD: Final = words(
    "day week month each per daily weekly monthly average target previous last compared against "
    "than national other others women men weighted"
)
"""Words by which a rate is of another time, of others, or no simple share."""

_OF_ALL: Final = words(
    "birth death mortality fatality crime suicide murder homicide divorce marriage employment "
    "unemployment infection interest tax growth inflation exchange hourly heart"
)
"""What is told of a whole population, and not of the counts beside it."""

_FARTHEST: Final = 4
_BESIDE: Final = 4


def rates_said(text: Text, sentence: Sentence, spoken: set[Quantity]) -> Iterator[Finding]:
    """Every rate by its name, with the two counts before it."""
    row = sentence.row
    for at, item in enumerate(row):
        percent = item.quantity
        if percent is None or percent.what is not What.PERCENT or percent in spoken:
            continue
        named = _named(row, at)
        if named < 1 or not names_something(row[named - 1]) or growth_words.is_growth(row, at):
            continue
        if row[at + 1 : at + 2] and row[at + 1].tag == OF:
            continue  # it says itself of what it is
        counts = _two(text, sentence, named)
        if counts is not None:
            yield _said(sentence, percent, *counts)


def _named(row: Sequence[Item], at: int) -> int:
    """The item of the word "rate" that a percentage is said to be; 0 for none."""
    for place in range(at - 1, max(0, at - _FARTHEST), -1):
        if row[place].text in RATES:
            return place
        if row[place].text not in _BETWEEN and row[place].tag != OF:
            return 0
    return 0


def _two(text: Text, sentence: Sentence, named: int) -> tuple[Quantity, Quantity] | None:
    """The part and the whole that stand before a rate of which they speak."""
    rows = [sentence.row[: named - 1], *(one.row for one in text.before(sentence, 1))]
    for row in rows:
        figures = [one.quantity for one in row if one.quantity is not None]
        if not figures:
            continue
        if len(figures) == 1 and row is rows[0]:
            ends = _ends_there(sentence.row, named)
            return _of_those_sent(text, sentence, named, figures[0]) if ends else None
        if len(figures) != 2 or any(one.what not in COUNTED for one in figures):
            return None
        part, whole = sorted(figures, key=lambda one: one.value)
        name, near = sentence.row[named - 1].text, _near(row, part)
        if name in _OF_ALL or not is_related(name, near) or not _is_plain(row):
            return None
        return (part, whole) if 0 < part.value < whole.value else None
    return None


_REPLYING: Final = words("response reply return participation completion")
_SENT: Final = words(
    "sent issued mailed emailed posted distributed delivered dispatched invited contacted "
    "approached surveyed handed circulated"
)


_JOINT: Final = words("combined joint overall total average adjusted weighted")


def _ends_there(row: Sequence[Item], named: int) -> bool:
    """Whether nothing more is said of a rate: no "among families", no "combined"."""
    at = next(at for at in range(named, len(row)) if row[at].tag == What.PERCENT.value)
    ended = row[at + 1 : at + 2] == () or row[at + 1].tag in ",.;:)"
    return ended and not any(one.text in _JOINT for one in row[max(0, named - 4) : named])


def _of_those_sent(
    text: Text, sentence: Sentence, named: int, part: Quantity
) -> tuple[Quantity, Quantity] | None:
    """The part and the whole of "900 forms were posted. 310 came back, a response rate of 34%"."""
    name, row = sentence.row[named - 1].text, sentence.row[: named - 1]
    if name not in _REPLYING or part.what not in COUNTED or not is_related(name, row):
        return None
    for other in text.before(sentence, 1):
        sent = any(one.text in _SENT for one in other.row)
        found = other.quantities
        if sent and len(found) == 1 and found[0].what in COUNTED and _is_plain(row):
            return (part, found[0]) if part.value < found[0].value else None
    return None


def _near(row: Sequence[Item], part: Quantity) -> Sequence[Item]:
    """The words round a part."""
    at = next(at for at, one in enumerate(row) if one.quantity is part)
    return row[max(0, at - _BESIDE) : at + 1 + _BESIDE]


def _is_plain(row: Sequence[Item]) -> bool:
    return not any(one.text in _SPREAD or one.tag in (DATE, "(", ";") for one in row)


def _said(sentence: Sentence, percent: Quantity, part: Quantity, whole: Quantity) -> Finding:
    own = share(part.span, whole.span)
    readings = [own, share(part.span, part.span.plus(whole.span))]
    if isinstance(own.high, Fraction):
        readings.append(HUNDRED.minus(own))
    fits = any(one.meets(percent.span) for one in readings)
    ratio = number(part.value * 100 / whole.value)
    return finding(
        sentence,
        About.SHARE,
        Verdict.AGREES if fits else Verdict.DOES_NOT_FOLLOW,
        (percent, part, whole),
        computed=f"{part.printed} of {whole.printed} is {ratio} per cent",
        allowed=between(percent.span) + " per cent",
        because="" if fits else "the two counts before it give another rate",
    )

"""Changes whose earlier figure is not beside them: in the sentence before, implied, or nowhere."""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims.changes.clauses import KINDS, Clause
from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.same import (
    SAME,
    differ_in_time,
    follows,
    same_noun,
    times_of,
)
from peelian.engines.publishing.checker.claims.changes.size import Size, paired
from peelian.engines.publishing.checker.claims.wording import FUNCTION, root
from peelian.engines.publishing.checker.language.item import WORD
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity

_REFERS: Final = words("this that it these they which the")
_THIS: Final = words("this that such")
_SO: Final = words("therefore thus hence consequently accordingly so")
_LEAD: Final = 9
_LEAST_STEP: Final = 10
_A_SENTENCE: Final = 3
"""Words of the shortest sentence; what has fewer is the label of a chart."""
_IS: Final = words(
    "is was represents represented amounts amounted equates equated means meant marks marked "
    "reflects reflected constitutes constituted"
)
_OPENING: Final = words("a an up down massive huge sharp slight small large further")


def pairs_before(clause: Clause, earlier: Clause) -> Iterator[Pair]:
    """Pairs that a change may rest on of which one figure, or both, stand in the sentence before.

    They are plain where each sentence has one figure of the kind, both with their time, or where
    the change says what it is of: "This is an increase of 20.9 percent".
    """
    if refers(clause, earlier) and not any(clause.figures(kind) for kind in KINDS):
        for pair in earlier.pairs:
            alone = len(earlier.figures(pair.old.what.value)) == 2
            loose = pair.loose or not alone
            yield Pair(pair.old, pair.new, -1, -1, either=pair.either, loose=loose)
    for size, old in clause.based:
        news = earlier.figures(old.what.value)
        beside = any(one.size == size.at for one in clause.pairs)
        place = next(at for at, one in enumerate(clause.row) if one.quantity is old)
        for at, new in () if beside else news:
            alike = same_noun(earlier.row, at, clause.row, place)
            meant = alike and (refers(clause, earlier) or _opens_with(clause, size))
            loose = not (meant and len(news) == 1)
            yield Pair(old, new, -1, -1, loose=loose, size=size.at)
    for kind in KINDS.replace("t", ""):
        behind, ahead = earlier.figures(kind), clause.figures(kind)
        for at, old in behind:
            for place, new in ahead:
                plain = len(behind) == 1 == len(ahead) and not earlier.sizes
                plain = plain and earlier.sentence.part == clause.sentence.part
                plain = plain and sum(one.tag == WORD for one in earlier.row) >= _A_SENTENCE
                plain = plain and follows(earlier.row, at, clause.row, place)
                plain = plain and (
                    differ_in_time(earlier.row, at, clause.row, place)
                    or _led_in_other_time(earlier, clause, new)
                )
                yield Pair(old, new, -1, -1, either=True, loose=not plain)


def _opens_with(clause: Clause, size: Size) -> bool:
    """Whether a sentence without a verb opens with the change: "Down 17% from 66,960"."""
    return all(one.text in _OPENING for one in clause.row[: size.start])


def pairs_borne_out(clause: Clause, size: Size, earlier: Clause) -> Iterator[Pair]:
    """Pairs of the sentence before whose difference the clause prints too, beside a percentage.

    "5,640, compared with 4,700. The number has grown by 940, an increase of 17 percent": the 940
    tells what the percentage is of.
    """
    if any(at < size.end for kind in KINDS for at, _ in clause.figures(kind)):
        return
    for step in clause.sizes:
        if step is size or not paired(size, step) or step.quantity.value < _LEAST_STEP:
            continue
        for pair in earlier.pairs:
            apart = abs(pair.new.value - pair.old.value)
            if (
                (refers(clause, earlier) or not pair.loose)
                and step.quantity.exact
                and apart == step.quantity.value
            ):
                yield Pair(pair.old, pair.new, -1, -1)


def _led_in_other_time(earlier: Clause, clause: Clause, new: Quantity) -> bool:
    """Whether a sentence with another date than the one before says where the figure went."""
    led = any(one is new for _, one in clause.moved)
    dates = times_of(clause.row, 0, len(clause.row))
    return led and bool(dates) and set(dates) != set(times_of(earlier.row, 0, len(earlier.row)))


def refers(clause: Clause, earlier: Clause) -> bool:
    """Whether a change is said of what the sentence before told: "This is", "The number has"."""
    said = [one.text for one in clause.row[:3]]
    if any(clause.row[one.start - 1].text in _THIS for one in clause.sizes if one.start):
        return True
    if not said or said[0] not in _REFERS:
        return False
    if any(one in _IS for one in said[1:]):
        return True
    first = min((one.start for one in clause.sizes), default=0)
    if not 0 < first <= _LEAD or set(clause.letters[1:first]) - set("wo"):
        return False
    lead = clause.row[1:first]
    if said[0] != "the":
        return all(one.text in FUNCTION | _SO for one in lead)
    known = {root(one.text) for one in earlier.row}
    named = [one.text for one in lead if one.text not in FUNCTION | _SO | SAME]
    return bool(named) and all(root(one) in known for one in named)

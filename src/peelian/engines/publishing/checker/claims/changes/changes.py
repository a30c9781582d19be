"""Differences and growth: a change that is printed with the figures it leads between."""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.changes.bases import pairs_before, pairs_borne_out
from peelian.engines.publishing.checker.claims.changes.clauses import KINDS, Clause
from peelian.engines.publishing.checker.claims.changes.found import (
    agrees,
    every_reading,
    refused,
    wrong_way,
)
from peelian.engines.publishing.checker.claims.changes.implied import (
    implied,
    implied_before,
    refused_or_agreed,
    without_figures,
)
from peelian.engines.publishing.checker.claims.changes.later import is_plainly_of
from peelian.engines.publishing.checker.claims.changes.links import is_plain
from peelian.engines.publishing.checker.claims.changes.others import is_other_measure
from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.sums import Reading
from peelian.engines.publishing.checker.claims.changes.words import may_fall_to_rise
from peelian.engines.publishing.checker.findings import Finding, Verdict
from peelian.engines.publishing.checker.language.phrases import pattern
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Text, with_figures


def find(text: Text) -> Iterator[Finding]:
    """Every change whose size is printed, and every move that goes the other way."""
    clauses = {one.number: Clause(one) for one in with_figures(text)}
    for clause in clauses.values():
        earlier = [
            clauses[one.number] for one in text.before(clause.sentence, 2) if one.number in clauses
        ]
        for size in clause.sizes:
            read = [
                *_beside(clause, size),
                *_before(earlier, clause, size),
                *_after(clauses.get(clause.sentence.number + 1), clause, size),
            ]
            # A fit too wide to be told still says that the size may be meant so.
            vague = None in read
            yield from (
                one for one in read if one and not (vague and one.verdict is not Verdict.AGREES)
            )
        before = [one for other in earlier[:1] for one in implied_before(clause, other)]
        for one in (*implied(clause), *before):
            found = refused_or_agreed(clause, one)
            if found is not None:
                yield found
        yield from _in_brackets(clause)
        yield from _ways(clause)
        yield from without_figures(clause)


def _told(
    clause: Clause, size: Size, pair: Pair, fits: Reading, grounds: Sequence[Quantity]
) -> Finding | None:
    """An agreement, or nothing where the figures allow so much that a fit says nothing."""
    ranged = pair.old.ranged or pair.new.ranged
    if (pair.loose and ranged) or not fits.tells(loose=pair.loose):
        return None
    return agrees(clause.sentence, size, fits, grounds)


def _beside(clause: Clause, size: Size) -> Iterator[Finding | None]:
    """What the figures of the same sentence say of a size."""
    refusals = []
    for pair in clause.pairs:
        read = every_reading(size, pair)
        fits = next((one for one in read if one.fits), None)
        if fits is not None and not _too_loose(clause, size, pair):
            yield _told(clause, size, pair, fits, (pair.old, pair.new))
            return
        if read and is_plain(clause.row, clause.letters, size, pair):
            refusals.append((_distance(size, pair), read, pair))
    if refusals:
        _, read, pair = min(refusals, key=lambda one: one[0])
        yield refused(clause.sentence, size, read, (pair.old, pair.new))


def _too_loose(clause: Clause, size: Size, pair: Pair) -> bool:
    """Whether a fit may be chance: a word for a factor, and figures that nothing joins to it."""
    return pair.loose and (size.loose or bool(size.quantity.soft))


def _distance(size: Size, pair: Pair) -> int:
    if pair.size == size.at:
        return 0
    return max(pair.start - size.end, size.start - pair.end, 0)


def _before(earlier: Sequence[Clause], clause: Clause, size: Size) -> Iterator[Finding | None]:
    """What a figure of the sentence before says of a size."""
    if size.quantity.what is What.FRACTION or size.loose:
        return
    beside = any(every_reading(size, one) for one in clause.pairs if not one.loose)
    against = False
    for other in () if beside else earlier:
        together = other.sentence.part == clause.sentence.part
        for pair in (*pairs_before(clause, other), *pairs_borne_out(clause, size, other)):
            if pair.size not in (-1, size.at):
                continue
            read = every_reading(size, pair)
            grounds = (pair.old, pair.new) if together else (pair.new,)
            fits = next((one for one in read if one.fits), None)
            if fits is not None:
                if not _too_loose(clause, size, pair):
                    yield _told(clause, size, pair, fits, grounds)
            elif read and not (pair.loose or against) and _may_refuse(clause, size, pair):
                against = True
                yield refused(clause.sentence, size, read, grounds)
        if any(other.figures(kind) for kind in KINDS):
            return


def _after(later: Clause | None, clause: Clause, size: Size) -> Iterator[Finding | None]:
    """Two figures of the sentence after; they refuse a size only where nothing else is meant."""
    if later is None or later.sizes or later.sentence.part != clause.sentence.part:
        return
    for pair in later.pairs:
        read = every_reading(size, pair)
        fits = next((one for one in read if one.fits), None)
        if fits is not None and not (pair.loose or size.quantity.soft):
            yield _told(clause, size, pair, fits, (pair.old, pair.new))
        elif read and fits is None and is_plainly_of(clause, size, later, pair):
            yield refused(clause.sentence, size, read, (pair.old, pair.new))


def _may_refuse(clause: Clause, size: Size, pair: Pair) -> bool:
    """Whether a figure of the sentence before is plainly what a size is measured from."""
    if is_other_measure(clause.row, clause.letters, size):
        return False
    if set(clause.letters[max(0, size.start - _NEAR) : size.start]) & set("TV"):
        return False  # "less than the 26 percent rise of others"
    return pair.size >= 0 or not _compares(clause, size)


_BRACKETS: Final = pattern(r"\( [^)]* \)")
_AHEAD: Final = 16
_NEAR: Final = 3


def _compares(clause: Clause, size: Size) -> bool:
    """Whether a size says what it compares with: "12 percent more than the national average"."""
    ahead = _BRACKETS.sub("", clause.letters[size.end : size.end + _AHEAD])
    return any(letter in "TNVF" for letter in ahead[:3])


def _in_brackets(clause: Clause) -> Iterator[Finding]:
    """Percentages in brackets: refused only where another of the row is plainly a growth."""
    found = [(size, pair, every_reading(size, pair)) for size, pair in clause.in_brackets()]
    growth = [any(one.fits for one in read) for _, _, read in found]
    for (size, pair, read), fits in zip(found, growth, strict=True):
        if fits:
            fitting = next(one for one in read if one.fits)
            yield agrees(clause.sentence, size, fitting, (pair.old, pair.new))
        elif read and any(growth):
            yield refused(clause.sentence, size, read, (pair.old, pair.new))


def _ways(clause: Clause) -> Iterator[Finding]:
    """Moves whose words and figures go opposite ways."""
    for pair in clause.pairs:
        if not pair.way or pair.loose or not may_fall_to_rise(clause.row, pair.old):
            continue
        first, last = pair.old.span, pair.new.span
        against = last.high < first.low if pair.way > 0 else last.low > first.high
        if against:
            yield wrong_way(clause.sentence, pair)

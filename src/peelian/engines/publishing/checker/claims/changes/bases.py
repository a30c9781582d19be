"""Changes whose earlier figure is not beside them: in the sentence before, implied, or nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.changes.clauses import KINDS, Clause
from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.rows import measured
from peelian.engines.publishing.checker.claims.changes.same import (
    differ_in_time,
    follows,
    times_of,
)
from peelian.engines.publishing.checker.claims.changes.sizes import Size, paired
from peelian.engines.publishing.checker.claims.changes.sums import (
    base_before,
    base_of_both,
    said_base,
)
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.numbers.rounding import Range

_SHARES: Final = (What.PERCENT, What.FRACTION)
_REFERS: Final = words("this that it these they which the")
_IS: Final = words("is was represents represented amounts amounted equates equated means meant")


def pairs_before(clause: Clause, earlier: Clause) -> Iterator[Pair]:
    """Pairs that a change may rest on of which one figure, or both, stand in the sentence before.

    They are plain where each sentence has one figure of the kind, both with their time, or where
    the change says what it is of: "This is an increase of 20.9 percent".
    """
    if _refers(clause) and not any(clause.figures(kind) for kind in KINDS):
        for pair in earlier.pairs:
            alone = len(earlier.figures(pair.old.what.value)) == 2
            loose = pair.loose or not alone
            yield Pair(pair.old, pair.new, -1, -1, either=pair.either, loose=loose)
    for size, old in clause.based:
        news = earlier.figures(old.what.value)
        beside = any(one.size == size.at for one in clause.pairs)
        for _, new in () if beside else news:
            loose = not (_refers(clause) and len(news) == 1)
            yield Pair(old, new, -1, -1, loose=loose, size=size.at)
    for kind in KINDS.replace("t", ""):
        behind, ahead = earlier.figures(kind), clause.figures(kind)
        for at, old in behind:
            for place, new in ahead:
                plain = len(behind) == 1 == len(ahead) and not earlier.sizes
                plain = plain and earlier.sentence.part == clause.sentence.part
                plain = plain and follows(earlier.row, at, clause.row, place)
                plain = plain and (
                    differ_in_time(earlier.row, at, clause.row, place)
                    or _led_in_other_time(earlier, clause, new)
                )
                yield Pair(old, new, -1, -1, either=True, loose=not plain)


def _led_in_other_time(earlier: Clause, clause: Clause, new: Quantity) -> bool:
    """Whether a sentence with another date than the one before says where the figure went."""
    led = any(one is new for _, one in clause.moved)
    dates = times_of(clause.row, 0, len(clause.row))
    return led and bool(dates) and set(dates) != set(times_of(earlier.row, 0, len(earlier.row)))


def _refers(clause: Clause) -> bool:
    said = [one.text for one in clause.row[:3]]
    return bool(said) and said[0] in _REFERS and any(one in _IS for one in said[1:])


@dataclass(frozen=True)
class Implied:
    """A percentage of change, its difference, and a figure from which the earlier one follows."""

    percent: Size
    step: Size
    figure: Quantity
    earlier: bool
    plain: bool

    @property
    def base(self) -> Range | None:
        """What the figure before the change may have been, or nothing."""
        way = self.step.way or self.percent.way
        base = (
            measured(self.figure)
            if self.earlier
            else base_before(replace(self.step, way=way), self.figure)
        )
        return base if base is not None and base.low > 0 else None


def implied(clause: Clause) -> Iterator[Implied]:
    """A percentage, a difference and one figure: the earlier one is implied by the other two."""
    for percent in clause.sizes:
        if percent.factor or percent.quantity.what not in _SHARES:
            continue
        for step in clause.sizes:
            if paired(percent, step) and _near(clause, percent, step):
                yield from _with_figure(clause, percent, step)


def _with_figure(clause: Clause, percent: Size, step: Size) -> Iterator[Implied]:
    kind = step.quantity.what.value
    plain = not (percent.loose or step.loose)
    for size, old in clause.based:
        if size is step and old.what.value == kind:
            yield Implied(percent, step, old, True, plain)
    led = [new for size, new in clause.moved if size is step and new.what.value == kind]
    for new in led:
        yield Implied(percent, step, new, False, plain)
    first = min(percent.start, step.start)
    behind = [(at, one) for at, one in clause.figures(kind) if at < first]
    if behind and not led:
        at, new = behind[-1]
        close = first - at <= _CLOSE and len(clause.figures(kind)) == 1
        yield Implied(percent, step, new, False, plain and close)


def implied_before(clause: Clause, earlier: Clause) -> Iterator[Implied]:
    """The same where the later figure is the only one of the sentence before.

    "There were 526 searches. This is a rise of 126 (31%)".
    """
    together = clause.sentence.part == earlier.sentence.part
    if not together or earlier.sizes or not _refers(clause):
        return
    for percent in clause.sizes:
        for step in clause.sizes:
            kind = step.quantity.what.value
            news = earlier.figures(kind)
            alone = len(news) == 1 and not clause.figures(kind)
            wanted = percent.quantity.what in _SHARES and paired(percent, step)
            if wanted and alone and _near(clause, percent, step):
                plain = not (percent.loose or step.loose)
                yield Implied(percent, step, news[0][1], False, plain)


_CLOSE: Final = 9


def _near(clause: Clause, one: Size, other: Size) -> bool:
    first, last = sorted((one.at, other.at))
    gap = clause.letters[first + 1 : last]
    return len(gap) <= 16 and not set(";A") & set(gap)


def refused_or_agreed(clause: Clause, one: Implied) -> Finding | None:
    """What a difference and an earlier or a later figure say of a percentage."""
    base = one.base
    if base is None or not isinstance(base.high, Fraction):
        return None
    step = one.step.quantity
    allowed = measured(step).over(base).by(100)
    said = one.percent.quantity
    agree = allowed.meets(said.span.by(100) if said.what is What.FRACTION else said.span)
    if not agree and not one.plain:
        return None
    middle = (base.low + base.high) / 2
    ratio = number(step.value / middle * 100)
    words = f"{step.printed} is {ratio} per cent of {said_base(base, one.figure)}"
    if not one.earlier:
        words = f"{words}, which {one.figure.printed} was before the change"
    return finding(
        clause.sentence,
        About.CHANGE,
        Verdict.AGREES if agree else Verdict.DOES_NOT_FOLLOW,
        (one.percent.quantity, step, one.figure),
        computed=words,
        allowed=f"{between(allowed)} per cent",
        because="" if agree else f"the change is another than {one.percent.quantity.printed}",
    )


def without_figures(clause: Clause) -> Iterator[Finding]:
    """Why a percentage of change cannot be checked, and the figure before that it implies."""
    for percent in clause.sizes:
        if percent.quantity.what is not What.PERCENT:
            continue
        steps = [
            one
            for one in clause.sizes
            if paired(percent, one) and _near(clause, percent, one) and one.way * percent.way >= 0
        ]
        base = base_of_both(percent, steps[0]) if steps else None
        if base is not None:
            yield finding(
                clause.sentence,
                About.CHANGE,
                Verdict.CANNOT,
                (percent.quantity, steps[0].quantity),
                computed=f"{steps[0].quantity.printed} and {percent.quantity.printed} together "
                f"imply a figure of {said_base(base, steps[0].quantity)} before the change",
                because="the report prints neither the figure before the change nor the one after",
            )
            continue
        led = next((new for size, new in clause.moved if size is percent), None)
        base = base_before(percent, led) if led is not None else None
        if led is not None and base is not None:
            yield finding(
                clause.sentence,
                About.CHANGE,
                Verdict.CANNOT,
                (percent.quantity, led),
                computed=f"{led.printed} after a change of {percent.quantity.printed} implies "
                f"{said_base(base, led)} before it",
                because="the report does not print the figure before the change",
            )
            continue
        yield finding(
            clause.sentence,
            About.CHANGE,
            Verdict.CANNOT,
            (percent.quantity,),
            because="the report does not plainly print the figures it changed between",
        )

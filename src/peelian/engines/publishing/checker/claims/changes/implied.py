"""Changes whose earlier figure is nowhere printed, but implied by others, or nowhere at all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.changes.bases import refers
from peelian.engines.publishing.checker.claims.changes.clauses import Clause
from peelian.engines.publishing.checker.claims.changes.rows import measured
from peelian.engines.publishing.checker.claims.changes.size import Size, paired
from peelian.engines.publishing.checker.claims.changes.sums import (
    base_before,
    base_of_both,
    said_base,
)
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.phrases import pattern
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.numbers.rounding import Range

_SHARES: Final = (What.PERCENT, What.FRACTION)


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
        gap = len(_BRACKETS.sub("", clause.letters[at:first]))
        close = gap <= _CLOSE and len(clause.figures(kind)) == 1
        yield Implied(percent, step, new, False, plain and close)


def implied_before(clause: Clause, earlier: Clause) -> Iterator[Implied]:
    """The same where the later figure is the only one of the sentence before.

    "There were 526 searches. This is a rise of 126 (31%)".
    """
    together = clause.sentence.part == earlier.sentence.part
    if not together or earlier.sizes or not refers(clause, earlier):
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


_CLOSE: Final = 16
_BRACKETS: Final = pattern(r"\( [^)]* \)")


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

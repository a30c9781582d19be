"""Margins of error and confidence intervals, against the sample that they are of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Final

from peelian.engines.publishing.checker.claims.margins import formulas, samples, wording
from peelian.engines.publishing.checker.claims.margins import intervals as margin_intervals
from peelian.engines.publishing.checker.claims.margins.levels import (
    is_change,
    is_signed,
    level_of,
    levels_in,
)
from peelian.engines.publishing.checker.claims.margins.limits import (
    around,
    further,
    intervals,
    told_before,
)
from peelian.engines.publishing.checker.claims.margins.phrases import Half, halves
from peelian.engines.publishing.checker.claims.margins.ranges import of_range
from peelian.engines.publishing.checker.claims.margins.samples import Sample
from peelian.engines.publishing.checker.claims.margins.trusted import trusted
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text

_INTERVALS: Final = (intervals, around, told_before, further)
_NO_SAMPLE: Final = "the report does not say how many cases the sample has"


@dataclass(frozen=True)
class _Said:
    """What a reading of a margin comes to; ``guessed`` where it needs a list nobody printed."""

    verdict: Verdict
    computed: str
    because: str = ""
    guessed: bool = False


def find(text: Text) -> Iterator[Finding]:
    """Every margin and every interval that a report prints."""
    design: bool | None = None
    for sentence in text.sentences:
        if not sentence.quantities:
            continue
        for half in halves(sentence):
            design = samples.by_design(text) if design is None else design
            yield from _of_margin(text, sentence, half, by_design=design)
            yield from of_range(sentence, half)
        read_here = (read(sentence) for read in _INTERVALS)
        for limits in chain(*read_here, trusted(text, sentence)):
            design = samples.by_design(text) if design is None else design
            found = margin_intervals.judged(text, sentence, limits, by_design=design)
            if found is not None:
                yield found


def _of_margin(text: Text, sentence: Sentence, half: Half, *, by_design: bool) -> Iterator[Finding]:
    level, said_level = level_of(text, sentence)
    grounds = [one for one in (half.estimate, *levels_in(sentence.row)) if one is not None]
    said: list[tuple[_Said, Sample]] = []
    of_change = half.estimate is not None and (
        is_change(sentence, half.estimate) or is_signed(sentence, half.estimate)
    )
    found = () if of_change else samples.samples(text, sentence)
    effect = samples.design_effect(text, sentence)
    for sample in found:
        said.append((_judged(sentence, half, sample, level, effect), sample))
    if half.size is not None:
        own = Sample(half.size, (), sentence)
        agreeing = [one for one in said if one[0].verdict is Verdict.AGREES]
        said = [(_judged(sentence, half, own, level, effect), own), *agreeing]
    agreed = [one for one in said if one[0].verdict is Verdict.AGREES]
    best = min(agreed, key=lambda one: one[0].guessed, default=None)
    if best is not None and best[0].guessed and _whole_is_uncorrected(sentence, half, level):
        said, best = [(_of_no_list(half, best[1], level), best[1])], None
    if best is not None and best[0].guessed:
        best = _other_base(text, sentence, half, level, best[1]) or best
    allowed = f"{between(half.span, max(0, half.half.decimals) + 1)} points"
    if best is None and said:
        best = _kindest(text, sentence, half, said, level, by_design, said_level)
    if best is None and not half.named and not half.tied:
        return
    if best is None:
        reason = "it is the margin of a change, not of a share" if of_change else _NO_SAMPLE
        computed = "" if of_change else wording.sizes_of(half, level)
        yield finding(
            sentence,
            About.MARGIN,
            Verdict.CANNOT,
            _marked([half.half, *grounds]),
            computed=computed,
            because=reason,
        )
        return
    verdict, sample = best
    if sample.sentence.part == sentence.part:
        grounds.append(sample.size)
    yield finding(
        sentence,
        About.MARGIN,
        verdict.verdict,
        _marked([half.half, *grounds]),
        computed=verdict.computed,
        allowed=allowed,
        because=verdict.because,
    )


def _whole_is_uncorrected(sentence: Sentence, half: Half, level: Fraction) -> bool:
    """Whether a larger sample beside a part of it has its margin by the simple formula.

    Then neither was drawn from a short list, since both were drawn from one.
    """
    return any(
        other.size is not None
        and half.size is not None
        and other.size.value > half.size.value
        and formulas.simple_of_sizes(wording.percent_of(other), other.size.span, level).meets(
            other.span
        )
        for other in halves(sentence)
    )


def _of_no_list(half: Half, sample: Sample, level: Fraction) -> _Said:
    plain = formulas.simple_of_sizes(wording.percent_of(half), sample.size.span, level)
    what = f"{wording.share_of(half)} of {sample.size.printed}"
    return _Said(
        Verdict.DOES_NOT_FOLLOW,
        f"by the simple formula, {what} has {wording.points(plain)}",
        "so small a margin needs a short list, and that of the whole sample fits none",
    )


def _judged(
    sentence: Sentence, half: Half, sample: Sample, level: Fraction, effect: Quantity | None
) -> _Said:
    """What one sample makes of a margin; `cannot` and `does not follow` are weighed later."""
    n = int(sample.size.value)
    span = half.span
    percent = wording.percent_of(half)
    what = f"{wording.share_of(half)} of {sample.size.printed}"
    plain = formulas.simple_of_sizes(percent, sample.size.span, level)
    if plain.meets(span):
        return _Said(Verdict.AGREES, f"by the simple formula, {what} has {wording.points(plain)}")
    if sample.size.soft:
        computed = f"by the simple formula, {what} has {wording.points(plain)}"
        return _Said(Verdict.CANNOT, computed, "the size of the sample is given only roughly")
    if effect is not None and effect.value > 0:
        wider = formulas.simple(percent, n, level, float(effect.value) ** 0.5)
        if wider.meets(span):
            said = (
                f"with the design effect of {number(effect.value)}, {what} has "
                f"{wording.points(wider)}"
            )
            return _Said(Verdict.AGREES, said)
    for name, points in formulas.by_method(percent, n, level):
        if points.meets(span):
            return _Said(Verdict.AGREES, f"by {name}, {what} has {wording.points(points)}")
    worst = formulas.simple(formulas.WORST, n, level)
    if not half.tied and worst.meets(span):
        return _Said(
            Verdict.AGREES, f"for a share of 50 per cent, {number(n)} has {wording.points(worst)}"
        )
    for one in sample.lists:
        corrected = formulas.finite(percent, n, one.span, level)
        if corrected.meets(span):
            return _Said(
                Verdict.AGREES,
                f"only with the correction for a finite population: {what}, from a list of "
                f"{number(one.value)}, has {wording.points(corrected)}; by the simple formula it "
                f"would be {wording.printed(plain, half)}",
            )
        if not half.tied and formulas.finite(formulas.WORST, n, one.span, level).meets(span):
            return _Said(
                Verdict.AGREES,
                f"for a share of 50 per cent, {number(n)} from a list of {number(one.value)}",
            )
    simple = f"by the simple formula, {what} has {wording.points(plain)}"
    if sample.lists:
        corrected = formulas.finite(percent, n, sample.lists[0].span, level)
        simple += (
            f"; from a list of {number(sample.lists[0].value)} it has {wording.points(corrected)}"
        )
    if isinstance(span.high, Fraction) and span.high < plain.low and not sample.lists:
        fits = formulas.lists_that_fit(percent, n, half.half.value, half.half.decimals, level)
        if fits is not None and samples.may_be_drawn(sample, fits.longest):
            computed = wording.only_lists(half, n, fits, plain)
            return _Said(Verdict.AGREES, computed, guessed=True)
        if fits is not None:
            lists = wording.lists(fits.shortest, fits.longest)
            reason = f"so small a margin needs {lists}, and no {samples.drawn(sample)} has that"
            return _Said(Verdict.DOES_NOT_FOLLOW, simple, reason)
        reason = "the margin is smaller than any list of records explains"
    elif isinstance(span.high, Fraction) and span.high < plain.low:
        reason = "the margin is smaller than such a sample can have"
    elif (
        plain.low > 0
        and (ratio := span.low / plain.low) <= samples.WIDEST_DESIGN
        and samples.may_be_weighted(sample, sentence)
    ):
        reason = (
            f"weights or clusters with a design effect of {number(ratio**2, 1)} would explain it"
        )
        return _Said(Verdict.CANNOT, simple, reason + ", and surveys mostly have them")
    else:
        reason = (
            "the margin is larger than any formula gives; weights or clusters could explain it, "
            "but the report mentions none"
        )
    return _Said(Verdict.DOES_NOT_FOLLOW, simple, reason)


def _kindest(
    text: Text,
    sentence: Sentence,
    half: Half,
    said: Sequence[tuple[_Said, Sample]],
    level: Fraction,
    by_design: bool,
    said_level: bool,
) -> tuple[_Said, Sample]:
    """What is left where no sample explains a margin: weights, another base, another level."""
    refused, sample = said[0]
    if (smaller := _other_base(text, sentence, half, level, sample)) is not None:
        return smaller
    percent = wording.percent_of(half)
    if by_design and not (samples.is_simple(text) and _is_far_below(half, sample, level)):
        because = "the report speaks of weights, clusters or strata, which change the margin"
        return _Said(Verdict.CANNOT, refused.computed, because), sample
    if any(one.verdict is Verdict.CANNOT for one, _ in said):
        return next(pair for pair in said if pair[0].verdict is Verdict.CANNOT)
    if not said_level:
        for other in (Fraction(90), Fraction(99)):
            if formulas.simple(percent, int(sample.size.value), other).meets(half.span):
                because = f"it follows with {number(other)} per cent confidence, which is not said"
                return _Said(Verdict.CANNOT, refused.computed, because), sample
    return refused, sample


def _is_far_below(half: Half, sample: Sample, level: Fraction) -> bool:
    """Whether a margin is less than half the simple one, as no weights make it.

    Peelian's own rule.
    """
    plain = formulas.simple_of_sizes(wording.percent_of(half), sample.size.span, level)
    high = half.span.high
    return isinstance(high, Fraction) and 2 * high < plain.low


def _other_base(
    text: Text, sentence: Sentence, half: Half, level: Fraction, sample: Sample
) -> tuple[_Said, Sample] | None:
    """Another count near a margin that has it by the simple formula, as part of a sample has."""
    percent = wording.percent_of(half)
    if samples.is_opening(sentence, sample):
        return None
    for base in samples.counts_near(text, sentence):
        if formulas.simple(percent, base, level).meets(half.span):
            computed = f"by the simple formula it fits {number(base)}"
            return _Said(Verdict.AGREES, f"{computed}, not {number(sample.size.value)}"), sample
    return None


def _marked(figures: Sequence[Quantity]) -> tuple[Quantity, ...]:
    return tuple(dict.fromkeys(figures))

"""Confidence intervals with two limits: against their own estimate, and against the sample."""

from fractions import Fraction

from peelian.engines.publishing.checker.claims.margins import formulas, samples
from peelian.engines.publishing.checker.claims.margins.levels import (
    is_change,
    level_of,
    levels_in,
)
from peelian.engines.publishing.checker.claims.margins.limits import Limits
from peelian.engines.publishing.checker.claims.margins.samples import Sample
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import Range, parts_that_fit, rounded


def judged(text: Text, sentence: Sentence, limits: Limits, *, by_design: bool) -> Finding | None:
    """What an interval comes to; nothing where it belongs to no figure that is plain."""
    levels = tuple(levels_in(sentence.row))
    estimate = limits.estimate
    grounds = (*limits.figures[::-1], *((estimate,) if estimate else ()), *levels)

    def made(
        verdict: Verdict, computed: str, because: str, size: Quantity | None = None
    ) -> Finding:
        return finding(
            sentence,
            About.MARGIN,
            verdict,
            tuple(dict.fromkeys((*grounds, *((size,) if size else ())))),
            computed=computed,
            allowed=" and ".join(
                between(limits.span(one), limits.decimals + 1) for one in (limits.low, limits.high)
            ),
            because=because,
        )

    if limits.low > limits.high:
        computed = f"{number(limits.low)} is more than {number(limits.high)}"
        return made(Verdict.DOES_NOT_FOLLOW, computed, "the limits stand the wrong way round")
    if estimate is None:
        return None
    whole = Range(limits.span(limits.low).low, limits.span(limits.high).high)
    if not limits.middle.meets(whole):
        if limits.low < 0 and _FALLING & {one.text for one in sentence.row}:
            return made(Verdict.CANNOT, "", "its sign may be told in words")
        computed = f"{number(estimate.value * limits.sign)} is not from {number(limits.low)} to "
        return made(
            Verdict.DOES_NOT_FOLLOW,
            computed + number(limits.high),
            "the figure lies outside its own interval",
        )
    if estimate.what is not What.PERCENT or is_change(sentence, estimate):
        return made(Verdict.CANNOT, "", "it is not the interval of a share")
    found = samples.samples(text, sentence)
    level, _ = level_of(text, sentence)
    if not found:
        return made(Verdict.CANNOT, _sizes(limits, estimate, level), NO_SAMPLE)
    said = [(_against(limits, estimate, one, level), one) for one in found]
    (verdict, computed, because), sample = min(
        said, key=lambda one: list(_KINDEST).index(one[0][0])
    )
    if verdict is Verdict.DOES_NOT_FOLLOW:
        for base in dict.fromkeys(samples.counts_near(text, sentence)):
            if names := _methods(limits, estimate, base, level):
                said_of = f"by {names[0]} it is that of {number(base)}"
                return made(Verdict.AGREES, f"{said_of}, not {number(sample.size.value)}", "")
    weighted = samples.may_be_weighted(sample, sentence)
    wider = weighted and _is_wider(limits, estimate, int(sample.size.value), level)
    if verdict is Verdict.DOES_NOT_FOLLOW and wider:
        reason = "the weights or clusters that surveys mostly have would explain its width"
        return made(Verdict.CANNOT, computed, reason)
    if verdict is Verdict.DOES_NOT_FOLLOW and _CREDIBLE & {one.text for one in sentence.row}:
        reason = "a credible interval rests on a model that the report may not print"
        return made(Verdict.CANNOT, computed, reason)
    if verdict is Verdict.DOES_NOT_FOLLOW and by_design:
        verdict, because = Verdict.CANNOT, "the report speaks of weights, clusters or strata"
    here = sample.sentence.part == sentence.part
    return made(verdict, computed, because, sample.size if here else None)


NO_SAMPLE = "the report does not say how many cases the sample has"
_FALLING = frozenset({"lower", "fewer", "less", "reduction", "reduced", "decrease", "fall"})
_CREDIBLE = frozenset({"credible", "cri"})
_UNEVEN = Fraction(1, 5)
_KINDEST = (Verdict.AGREES, Verdict.CANNOT, Verdict.DOES_NOT_FOLLOW)


def _against(
    limits: Limits, estimate: Quantity, sample: Sample, level: Fraction
) -> tuple[Verdict, str, str]:
    """The verdict on an interval of one sample, what was computed, and why."""
    n = int(sample.size.value)
    if sample.size.soft:
        return Verdict.CANNOT, "", "the size of the sample is given only roughly"
    percent = rounded(estimate.value, estimate.decimals)
    fitting = formulas.counts(percent, n)
    ks = tuple(dict.fromkeys((*fitting[:40], min(fitting), max(fitting))))
    low, high = limits.span(limits.low), limits.span(limits.high)
    what = f"{number(estimate.value)} per cent of {number(n)}"
    if not parts_that_fit(percent, n):
        return Verdict.CANNOT, "", f"no whole number of {number(n)} gives {estimate.printed}"
    if names := _methods(limits, estimate, n, level):
        return Verdict.AGREES, f"by {' and by '.join(names)}, {what} has this interval", ""
    lower, upper = formulas.envelope(ks, n, level)
    computed = (
        f"{what} has a lower limit of {between(lower)} and an upper limit of {between(upper)}, by "
        "the simple formula, Wilson's and the exact one"
    )
    if low.meets(lower) and high.meets(upper):
        return Verdict.CANNOT, computed, "it is near what the usual methods give, but none gives it"
    half = (limits.high - limits.low) / 2
    unit = Fraction(1, 2) / Fraction(10) ** limits.decimals
    even = Range(max(Fraction(0), half - unit), half + unit)
    middle = Range((low.low + high.low) / 2, (_top(low) + _top(high)) / 2)
    simple = formulas.simple(percent, n, level)
    narrower = isinstance(even.high, Fraction) and even.high < _top(simple)
    fits = formulas.lists_that_fit(percent, n, half, limits.decimals, level) if narrower else None
    hardly = fits is not None and not samples.may_be_drawn(sample, fits.longest)
    if narrower and middle.meets(percent):
        for one in sample.lists:
            if formulas.finite(percent, n, one.span, level).meets(even):
                said = f"only with the correction for a finite population of {number(one.value)}"
                return Verdict.AGREES, f"{said}: {what}", ""
        if fits and not hardly and not sample.lists:
            longest = "or more" if fits.longest is None else f"to {number(fits.longest)}"
            said = (
                "only with the correction for a finite population: it fits a list of "
                f"{number(fits.shortest)} {longest} records"
            )
            return Verdict.AGREES, f"{said}; otherwise {computed}", ""
    wilson = narrower and not sample.lists and not hardly
    if wilson and formulas.wilson_of_a_list(ks[:3], n, low, high, level):
        said = "only by Wilson's formula with the correction for a finite population"
        return Verdict.AGREES, f"{said}; otherwise {computed}", ""
    return Verdict.DOES_NOT_FOLLOW, computed, "no method gives these limits"


def _methods(limits: Limits, estimate: Quantity, n: int, level: Fraction) -> tuple[str, ...]:
    """The methods by which a sample of so many has the interval, for any count that fits."""
    fitting = formulas.counts(rounded(estimate.value, estimate.decimals), n)
    ks = tuple(dict.fromkeys((*fitting[:40], min(fitting), max(fitting))))
    low, high = limits.span(limits.low), limits.span(limits.high)
    return formulas.methods_that_give(ks, n, low, high, level)


def _is_wider(limits: Limits, estimate: Quantity, n: int, level: Fraction) -> bool:
    """Whether an interval lies about evenly round its figure and is only too wide."""
    percent = rounded(estimate.value, estimate.decimals)
    simple = _top(formulas.simple(percent, n, level))
    below, above = estimate.value - limits.low, limits.high - estimate.value
    even = abs(above - below) <= (above + below) * _UNEVEN
    return even and simple < (below + above) / 2 <= samples.WIDEST_DESIGN * simple


def _sizes(limits: Limits, estimate: Quantity, level: Fraction) -> str:
    """The samples that would have such an interval by the simple formula."""
    half = (limits.high - limits.low) / 2
    unit = Fraction(1, 2) / Fraction(10) ** limits.decimals
    span = Range(max(Fraction(0), half - unit), half + unit)
    sizes = formulas.sizes_that_fit(rounded(estimate.value, estimate.decimals), span, level)
    if not sizes:
        return ""
    return (
        f"by the simple formula it is that of a sample of {number(sizes[0])} to {number(sizes[-1])}"
    )


def _top(span: Range) -> Fraction:
    return span.high if isinstance(span.high, Fraction) else span.low

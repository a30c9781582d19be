"""Percentages that stand beside their counts, in any order of words.

``bound`` finds which counts a percentage belongs to; here it is judged. Both are intervals: the
percentage is what rounds to it, and counts are exact unless they are softened or look rounded.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.margins.levels import levels_in
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.shares import context, implied_totals, others
from peelian.engines.publishing.checker.claims.shares.asides import without_asides
from peelian.engines.publishing.checker.claims.shares.bound import bound, bounds
from peelian.engines.publishing.checker.claims.shares.rates_said import rates_said
from peelian.engines.publishing.checker.claims.shares.search import Bound
from peelian.engines.publishing.checker.claims.shares.siblings import with_siblings
from peelian.engines.publishing.checker.claims.shares.summed import summed_up
from peelian.engines.publishing.checker.claims.shares.trailing import part_in
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range, exactly, parts_that_fit, rounded, share

_FEW: Final = 5
_WIDE, _VAGUE = 50, 10
"""Points: counts that allow so many, or from nought to so many, confirm nothing. Peelian's own."""


def find(text: Text) -> Iterator[Finding]:
    """Every percentage of which counts are printed nearby, or a whole that it cannot be of."""
    known = bounds(text)
    claimed = [(one, _shares(one, known[one.number])) for one in with_figures(text)]
    parts = {one.part for _, claims in claimed for one in claims if one.part is not None}
    in_context: list[tuple[Sentence, Bound]] = []
    for sentence, claims in claimed:
        done = {claim.percent for claim in claims if claim.wholes}
        for claim in claims:
            if claim.wholes:
                said = context.is_of(text, sentence, claim, claim.wholes[0])
                yield from judged(sentence, _with_next(text, sentence, replace(claim, said=said)))
        loose = [one for one in claims if not one.wholes and one.percent not in done]
        for claim in loose:
            wholes, plain = context.wholes(text, sentence, claim, parts)
            if wholes:
                said = context.is_of(text, sentence, claim, wholes[0])
                found = Bound(claim.percent, claim.part, wholes, plain=plain, said=said)
                in_context.append((sentence, found))
        spoken = {one.percent for one in claims}
        yield from summed_up(text, sentence, spoken)
        yield from rates_said(text, sentence, done)
    sentences = [sentence for sentence, _ in in_context]
    for sentence, claim in zip(sentences, with_siblings(text, in_context), strict=True):
        yield from judged(sentence, claim)
    yield from implied_totals.find(text)


def _with_next(text: Text, sentence: Sentence, claim: Bound) -> Bound:
    """A claim without a part, with the part that the next sentence names: "That is 205 people"."""
    if claim.part is not None or not claim.plain or sentence.row[-1].tag != ".":
        return claim
    whole_at = next(
        (at for at, one in enumerate(sentence.row) if one.quantity is claim.wholes[0]), None
    )
    for following in text.after(sentence, 1):
        if whole_at is not None and (part := part_in(following.row, sentence.row, whole_at)):
            return replace(claim, part=part)
    return claim


def _shares(sentence: Sentence, claims: Iterable[Bound]) -> list[Bound]:
    """The percentages of a sentence with their counts; a level of confidence is a share of none."""
    levels = levels_in(sentence.row)
    found = [one for one in claims if one.percent not in levels]
    row = without_asides(sentence.row)
    if len(row) < len(sentence.row):
        spoken = {one.percent for one in found} | set(levels)
        found += [
            one
            for one in bound(replace(sentence, row=row))
            if one.percent not in spoken and one.wholes and one.part is not None
        ]
    return found


def judged(sentence: Sentence, claim: Bound) -> Iterator[Finding]:
    """Hold a percentage against the counts it may be of, and say the kindest."""
    if claim.part is None:
        yield from _of_a_whole(sentence, claim)
        return
    # Nothing is a share of nought: of "0 of 0 (0 percent)" nobody can say more.
    wholes = [whole for whole in claim.wholes if whole.value > 0]
    for whole in wholes:
        if _fits(claim.percent, claim.part, whole):
            if _fits_anything(claim.percent, claim.part, whole):
                rough = "its counts are given so roughly that much else would fit too"
                yield _said(sentence, Verdict.CANNOT, claim, whole, because=rough)
            else:
                yield _said(sentence, Verdict.AGREES, claim, whole)
            return
    if not wholes:
        return
    other = others.of_another(sentence, claim.percent, claim.part, wholes[0], said=claim.said)
    if not other and not wholes[0].digits and wholes[0].value < _FEW:
        other = "so few told in words may be kinds of things and no whole"
    verdict = Verdict.DOES_NOT_FOLLOW if claim.plain and not other else Verdict.CANNOT
    yield _said(sentence, verdict, claim, wholes[0], because=other)


def _fits(percent: Quantity, part: Quantity, whole: Quantity) -> bool:
    if whole.span.high <= 0 or part.span.low > whole.span.high:
        return False
    return share(part.span, whole.span).meets(_in_hundred(percent))


def _fits_anything(percent: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether counts such as "up to £1,140 million" allow a wide range, and only its edge fits."""
    span = share(part.span, whole.span)
    wide = not isinstance(span.high, Fraction) or span.high - span.low > _WIDE
    plain = exactly(part.value * 100 / whole.value)
    wide = wide or (span.low == 0 and span.high > _VAGUE)
    return wide and not plain.meets(_in_hundred(percent))


def _in_hundred(percent: Quantity) -> Range:
    """What a percentage or a fraction in words stands for, in per cent."""
    return percent.span.by(100) if percent.what is What.FRACTION else percent.span


def _said(
    sentence: Sentence, verdict: Verdict, claim: Bound, whole: Quantity, *, because: str = ""
) -> Finding:
    part = claim.part
    if part is None:
        raise TypeError("A share is said of a part.")
    if verdict is Verdict.DOES_NOT_FOLLOW:
        because = _reason(claim.percent, part, whole)
    if verdict is Verdict.CANNOT and not because:
        because = "it is not plain which counts it belongs to, and those nearest do not give it"
    return finding(
        sentence,
        About.SHARE,
        verdict,
        (claim.percent, part, whole),
        computed=_computed(claim.percent, part, whole),
        allowed=between(_in_hundred(claim.percent)) + " per cent",
        because=because,
    )


def _computed(percent: Quantity, part: Quantity, whole: Quantity) -> str:
    if part.value > whole.value:
        return f"{number(part.value)} is more than {number(whole.value)}"
    ratio = part.value * 100 / whole.value
    said = f"{part.printed} of {whole.printed} is {number(ratio)} per cent"
    if not (part.exact and whole.exact):
        return f"{said}, and with rounding {between(share(part.span, whole.span))}"
    if ratio.denominator == 1 or percent.what is What.FRACTION:
        return said
    decimals = max(0, percent.decimals)
    units = int(ratio * 10**decimals + exactly(1).low / 2)
    return f"{said}, which rounds to {units / 10**decimals:.{decimals}f}"


def _reason(percent: Quantity, part: Quantity, whole: Quantity) -> str:
    """Why a percentage cannot come from its counts, and what slip would explain it."""
    if part.span.low > whole.span.high:
        return "the part is larger than the whole"
    if (
        whole.whole
        and not percent.soft
        and part.exact
        and not parts_that_fit(percent.span, whole.whole)
    ):
        return f"no whole number of {number(whole.value)} gives {percent.printed}"
    cut = part.value * 100 / whole.value - percent.value
    if (
        not percent.soft
        and part.exact
        and whole.exact
        and 0 < cut < 2 * (percent.value - percent.span.low)
    ):
        return "the last figure was cut off and not rounded"
    return "the counts give another percentage"


def _of_a_whole(sentence: Sentence, claim: Bound) -> Iterator[Finding]:
    """A percentage of a whole whose part is not printed: can any whole number give it?"""
    whole, percent = claim.wholes[0], claim.percent
    size = whole.whole
    if not size or percent.soft or percent.ranged or whole.what is What.MONEY:
        return
    fitting = parts_that_fit(rounded(percent.value, percent.decimals), size)
    figures = (percent, whole)
    other = others.of_another(sentence, percent, None, whole)
    named = whole.digits or size >= _FEW
    if not fitting and claim.plain and named and not other:
        yield finding(
            sentence,
            About.SHARE,
            Verdict.DOES_NOT_FOLLOW,
            figures,
            computed=_nearest(percent, size),
            allowed=between(_in_hundred(percent)) + " per cent",
            because=f"no whole number of {number(size)} gives {percent.printed}",
        )
    elif fitting:
        first, last = fitting[0], fitting[-1]
        would = number(first) if first == last else f"{number(first)} to {number(last)}"
        yield finding(
            sentence,
            About.SHARE,
            Verdict.CANNOT,
            figures,
            computed=f"{would} of {number(size)} would give it",
            allowed=between(_in_hundred(percent)) + " per cent",
            because="the report does not print the count itself",
        )


def _nearest(percent: Quantity, size: int) -> str:
    middle = int(percent.value * size / 100)
    below, above = (number(one * exactly(100).low / size) for one in (middle, middle + 1))
    return (
        f"{number(middle)} of {number(size)} is {below} per cent and "
        f"{number(middle + 1)} is {above}"
    )

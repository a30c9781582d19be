"""Averages that a stated tail forbids.

If 41 per cent waited longer than seven days, they alone bring the mean of all to 68.9 hours. The
same holds of medians where a tail is more than half. Averages of another group, place or time are
left alone, and so is every tail that leaves the average free.

Source: Markov's inequality (``peelian.numbers.means``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages import percentiles
from peelian.engines.publishing.checker.claims.averages.limits import Limit
from peelian.engines.publishing.checker.claims.averages.phrases import Average, Kind, averages
from peelian.engines.publishing.checker.claims.averages.same_things import pointing, same_things
from peelian.engines.publishing.checker.claims.averages.tails import Tail, tails
from peelian.engines.publishing.checker.claims.averages.words import LASTING, REACHED
from peelian.engines.publishing.checker.claims.saying import finding, number
from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.means import check_mean
from peelian.numbers.rounding import Range

_HALF: Final = Fraction(1, 2)
_BACK: Final = 2


@dataclass(frozen=True)
class Bound:
    """What a tail allows: a ``least`` or a ``most`` for the average, and why."""

    average: Average
    tail: Tail
    least: Fraction | None
    most: Fraction | None
    arithmetic: str
    because: str

    @property
    def broken(self) -> bool:
        """Whether no value that the printed average may stand for is allowed."""
        high, low = self.average.spread.high, self.average.spread.low
        return (self.least is not None and high <= self.least and low < self.least) or (
            self.most is not None and low > self.most
        )


def find(text: Text) -> Iterator[Finding]:
    """Every average beside which a tail stands: refused by any of them, or allowed by all.

    Percentiles are judged beside their tails too.
    """
    bounds: dict[tuple[int, int], list[Bound]] = {}
    near = {
        sentence.number + step
        for sentence in with_figures(text)
        if any(averages(sentence))
        for step in range(-1, _BACK + 1)
    }
    for sentence in (text.sentences[at] for at in sorted(near) if 0 <= at < len(text.sentences)):
        for tail in tails(sentence, text.before(sentence, 1)):
            for average in _meant(text, tail):
                bound = _bound(average, tail)
                if bound is not None:
                    key = average.sentence.number, average.at
                    bounds.setdefault(key, []).append(bound)
    for found in bounds.values():
        found += list(_together(found))
        broken = [one for one in found if one.broken]
        for one in broken[:1] or found[:1]:
            yield _found(one)
    yield from percentiles.find(text)


def _together(found: Sequence[Bound]) -> Iterator[Bound]:
    """Tails of others each: a fifth beyond 18 hours, a further two fifths beyond 12."""
    for at, first in enumerate(found):
        row = [first]
        for one in found[at + 1 :]:
            if not one.tail.further or one.tail.sentence is not first.tail.sentence:
                break
            row.append(one)
        lows = [one.least for one in row if one.least is not None and _is_of_mean(one)]
        if len(row) == 1 or len(lows) < len(row) or sum(one.tail.share.low for one in row) > 1:
            continue
        least = sum(lows, Fraction(0))
        told = [_told(one, first.average) for one in lows]
        said = f"{' + '.join(told)} is {_told(least, first.average)}"
        because = f"these alone bring the mean of all to {_told(least, first.average)}"
        yield replace(first, least=least, arithmetic=said, because=because)


def _is_of_mean(bound: Bound) -> bool:
    """Whether a bound is what a tail alone adds to the mean of all."""
    return (
        bound.average.kind in (Kind.MEAN, Kind.PLAIN)
        and bound.tail.limit.above
        and bound.tail.share.low < 1
    )


def _meant(text: Text, tail: Tail) -> Sequence[Average]:
    """The nearest average that a tail may be of, if others as near would have the same verdict."""
    start = tail.figure.start
    here = list(averages(tail.sentence))
    before = (tail.sentence, *text.before(tail.sentence, _BACK))
    for step, sentence in enumerate(before):
        near = [
            one for one in reversed(list(averages(sentence))) if step or one.figure.start < start
        ]
        gap = before[1:step]
        if pointing(tail):
            near = near[:1]
        fitting = [one for one in near if same_things(one, tail, gap)]
        if fitting:
            return fitting[:1] if _one_verdict(fitting, tail) else ()
        if near and pointing(tail):
            return ()
    later = [one for one in here if one.figure.start > start] or _next(text, tail.sentence)
    fitting = [one for one in later if same_things(one, tail, ())]
    return fitting[:1] if _one_verdict(fitting, tail) else ()


def _next(text: Text, sentence: Sentence) -> list[Average]:
    following = text.sentences[sentence.number + 1 : sentence.number + 2]
    return [one for other in following if other.part == sentence.part for one in averages(other)]


def _one_verdict(fitting: Sequence[Average], tail: Tail) -> bool:
    """Whether it does not matter which of several averages is meant."""
    bounds = [_bound(one, tail) for one in fitting]
    return len({bound is not None and bound.broken for bound in bounds}) == 1


def _bound(average: Average, tail: Tail) -> Bound | None:
    if tail.share.low == 1:
        return _of_all(average, tail)
    if average.kind is Kind.MEDIAN:
        return _of_median(average, tail)
    mean = _of_mean(average, tail)
    if average.kind is not Kind.TYPICAL or mean is None:
        return mean
    median = _of_median(average, tail)
    return mean if median is not None and median.broken else None


def _of_mean(average: Average, tail: Tail) -> Bound | None:
    """The least mean that a tail allows, even if all others took no time at all."""
    above = tail.limit.above
    if not above and not _of_everybody(tail):
        return None
    beyond = tail.share.low if above else max(Fraction(0), 1 - Fraction(tail.share.high))
    if not beyond:
        return None
    unit, limit = average.unit, tail.limit.value
    bound = Bound(average, tail, beyond * limit, None, "", "")
    printed = tail.figure.value / (100 if tail.figure.what is What.PERCENT else 1)
    high = average.spread.high
    if printed > 1 or not isinstance(high, Fraction):
        return None  # a mean of "at least 2.5" may be as large as a tail wants
    check = check_mean(
        float(average.figure.value / unit),
        tail=float(printed if above else 1 - printed),
        beyond=float(limit / unit),
        rounding=0 if bound.broken else float((high - average.figure.value) / unit),
        tail_rounding=float(tail.share.high - printed if not above else printed - tail.share.low),
    )
    because = (
        f"those beyond {_told(limit, average)} alone bring the mean of all to "
        f"{_told(beyond * limit, average)}, even if the others count as nothing"
    )
    if average.kind is Kind.PLAIN and beyond < _HALF:
        because += "; it could be a median"
    return replace(bound, arithmetic=check.arithmetic, because=because)


def _of_all(average: Average, tail: Tail) -> Bound:
    """What lies beyond a limit one by one does so on average."""
    side = "beyond" if tail.limit.above else "within"
    limit = tail.limit.value
    said = f"all lie {side} {_told(limit, average)}"
    least, most = (limit, None) if tail.limit.above else (None, limit)
    return Bound(average, tail, least, most, said, f"{said}, and so does the average of all")


def _of_median(average: Average, tail: Tail) -> Bound | None:
    """On which side of the limit the one in the middle lies."""
    if tail.share.high < _HALF and not tail.limit.above and _of_everybody(tail):
        most = Fraction(tail.share.high)
        beyond = Range(1 - most, 1 - tail.share.low)
        return _of_median(average, replace(tail, share=beyond, limit=_other_side(tail.limit)))
    more = tail.share.low > _HALF or (tail.figure.soft == "over" and tail.share.low >= _HALF)
    if not more:
        return None
    side = "beyond" if tail.limit.above else "within"
    limit = tail.limit.value
    because = (
        f"more than half lie {side} {_told(limit, average)}, and so does the one in the middle"
    )
    arithmetic = f"{number(tail.share.low * 100)} percent or more lie {side} the limit"
    if tail.limit.above:
        return Bound(average, tail, limit, None, arithmetic, because)
    return Bound(average, tail, None, limit, arithmetic, because)


def _other_side(limit: Limit) -> Limit:
    return replace(limit, above=not limit.above)


def _of_everybody(tail: Tail) -> bool:
    """Whether those not within a limit lie beyond it, rather than never being reached."""
    return any(word in LASTING for word in tail.said) and not any(
        root(word) in REACHED for word in tail.said
    )


def _told(value: Fraction, average: Average) -> str:
    return f"{number(value / average.unit)}{average.unit_word}"


def _found(bound: Bound) -> Finding:
    average, tail = bound.average, bound.tail
    same = average.sentence.part == tail.sentence.part
    figures = (average.figure, tail.figure, tail.limit.figure) if same else (average.figure,)
    if bound.least is not None:
        allowed = f"{_told(bound.least, average)} or more"
    else:
        allowed = f"{_told(bound.most or Fraction(0), average)} or less"
    return finding(
        average.sentence,
        About.AVERAGE,
        Verdict.DOES_NOT_FOLLOW if bound.broken else Verdict.AGREES,
        figures,
        computed=bound.arithmetic,
        allowed=allowed,
        because=bound.because if bound.broken else "",
    )

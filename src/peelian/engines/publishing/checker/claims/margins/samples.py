"""The sample that a margin is of, and the list that it was drawn from, where a report prints them.

The words decide which number is which: a sample is read, interviewed, drawn; what it is drawn of
or from is the population.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.margins import formulas
from peelian.engines.publishing.checker.language.item import LABEL, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import exactly

_LEAST, _LARGEST = 10, 10**8
_WORDS: Final = lexicon(
    S="sample samples subsample sub-sample poll polls survey surveys audit",
    Z="sample_size",
    V="interviewed polled surveyed questioned sampled reviewed examined read audited asked "
    "assessed checked selected drew drawn chosen picked inspected studied analysed analyzed "
    "tested reached contacted scrutinised dip-sampled spoke_to listened_to looked_at consulted "
    "canvassed completed randomised",
    R="interviews respondents responses replies participants interviewees",
    F="from among",
    A="of among",
    B="based_on",
    G="population list register universe total",
)
_SAMPLES: Final = (
    finder(r"(?P<n>b)", _WORDS),
    finder(r"Z _ [wo]{0,2} [:=]? (?P<n>n)", _WORDS),
    finder(r"S w{0,2} A w{0,3} (?P<n>n) (?: [wV_]{0,5}? ,? [AFo] w{0,5}? (?P<N>n) )?", _WORDS),
    finder(r"V _? w{0,5}? (?P<n>[nl]) (?: [Ao] w{0,4}? (?P<N>n) )?", _WORDS),
    finder(r"(?P<n>[nl]) w{0,4}? V _? (?: w{0,3} [AFo] w{0,5}? (?P<N>n) )?", _WORDS),
    finder(r"(?P<n>n) w{0,3}? R", _WORDS),
    finder(r"B _ w{0,2}? (?P<n>n) [Ao] w{0,3}? (?P<N>n)", _WORDS),
)
_OF: Final = finder(r"A w{0,3} (?P<n>n)", _WORDS)
_FROM: Final = finder(r"(?: F w{0,3} | G w? A? w{0,2} ) (?P<N>n)", _WORDS)
_DESIGN: Final = words(
    "weighted weighting weights weight design-based clustered clusters cluster stratified strata "
    "quota quotas deff deft"
)
_NOT: Final = words("without no not never")
_DESIGN_PHRASES: Final = finder(
    r"[DE]", lexicon(D="design_effect design_effects design_factor", E="effective_sample")
)
_EFFECT: Final = finder(r"D _ w? A? w{0,2} =? (?P<n>n)", lexicon(D="design_effect", A="of"))


@dataclass(frozen=True)
class Sample:
    """A sample of ``size`` cases, the lists it may come from, and where they are printed."""

    size: Quantity
    lists: tuple[Quantity, ...]
    sentence: Sentence


def samples(text: Text, sentence: Sentence) -> tuple[Sample, ...]:
    """The samples that a margin in a sentence may be of: those of the nearest sentence with any.

    Looked for in the sentence, in the three before it, and in the two after it.
    """
    near = [sentence, *text.before(sentence), *_after(text, sentence)]
    near = [one for one in near if one is sentence or not _is_example(one.row)]
    lists = tuple(one for other in near for one in _lists(other.row))
    if (own := _opening(sentence)) is not None:
        return (Sample(own, _wider(own, lists), sentence),)
    for other in near:
        found = _samples_in(other.row)
        if found:
            named = [one for one in found if one not in lists] or found
            wider = (*lists, *_wholes(other.row))
            return tuple(Sample(one, _wider(one, wider), other) for one in named)
    return tuple(Sample(one, _wider(one, lists), sentence) for one in _wholes(sentence.row))


def counts_near(text: Text, sentence: Sentence) -> Iterator[int]:
    """Every whole count round a margin, of which a smaller base may be one."""
    for other in (sentence, *text.before(sentence), *_after(text, sentence)):
        for one in other.quantities:
            if one.what in (What.COUNT, What.BASE) and not one.soft and _fits(one):
                yield int(one.value)


def is_opening(sentence: Sentence, sample: Sample) -> bool:
    """Whether a sentence opens with its one sample: "Among the 620 respondents under 25, ..."."""
    return sample.size is _opening(sentence)


def _opening(sentence: Sentence) -> Quantity | None:
    """The one count of a sentence of people that opens it."""
    ahead = sentence.row[:_OPENED]
    at = next((at for at, one in enumerate(ahead) if one.quantity is not None), 0)
    counts = [
        one
        for one in sentence.quantities
        if one.what is What.COUNT and _fits(one) and not (one.soft and one.value <= _OLDEST)
    ]
    if not at or ahead[0].text not in _OPENS or counts != [ahead[at].quantity]:
        return None
    people = any(one.text in _PERSONS for one in sentence.row[at + 1 : at + 3])
    return counts[0] if people else None


_OPENED: Final = 5
_OLDEST: Final = 100
_OPENS: Final = words("among amongst of for")
_PERSONS: Final = words(
    "respondents adults people voters women men tenants residents participants interviewees "
    "parents pupils patients young older interviewed surveyed polled asked who"
)

_SURVEYED: Final = words(
    "poll polls polled survey surveys surveyed respondents interviewed interviews adults voters "
    "electors households people questioned panel"
)
_PUBLIC: Final = words(
    "adults people voters electors residents citizens poll polls pollsters polled"
)
_WIDE: Final = words("national nationally nationwide countrywide country thousands millions")
"""Words by which a sample is of very many, whoever they are."""

WIDEST_DESIGN: Final = Fraction(17, 10)
"""How many times the simple margin weights and clusters make of it at most: Peelian's own rule.

Published polls have been seen with up to 1.67 times, a design effect of 2.8.
"""


_RANDOM: Final = words("random randomly")
_AT_RANDOM: Final = Fraction(3, 2)


def may_be_weighted(sample: Sample, sentence: Sentence) -> bool:
    """Whether a sample is of a survey of people, which is mostly weighted, said or not.

    Never where it is called a simple random sample, and never a sample of files.
    """
    said = [item.text for one in (sample.sentence, sentence) for item in one.row]
    simply = any(pair == ("simple", "random") for pair in pairwise(said))
    return not simply and not _SURVEYED.isdisjoint(said)


def may_be_drawn(sample: Sample, longest: int | None) -> bool:
    """Whether a sample may be drawn from so short a list: of files, but hardly of the public.

    That nobody polls more than half of all adults, draws nearly all of any list or more than two
    thirds of one at random is Peelian's own rule.
    """
    if formulas.is_nearly_all(longest, sample.size.value):
        return False
    at_random = any(one.text in _RANDOM for one in sample.sentence.row)
    if at_random and longest is not None and longest < sample.size.value * _AT_RANDOM:
        return False
    return longest is None or longest >= 2 * sample.size.value or not _is_of_the_public(sample)


def drawn(sample: Sample) -> str:
    """What a sample is called in a reason."""
    return "poll of the public" if _is_of_the_public(sample) else "sample"


def _is_of_the_public(sample: Sample) -> bool:
    return any(one.text in _PUBLIC | _WIDE for one in sample.sentence.row)


def by_design(text: Text) -> bool:
    """Whether a report speaks of weights, clusters or strata, which widen or narrow a margin."""
    return any(
        any(
            item.text in _DESIGN and not (at and one.row[at - 1].text in _NOT)
            for at, item in enumerate(one.row)
        )
        or any(_DESIGN_PHRASES(one.row))
        for one in text.sentences
    )


def is_simple(text: Text) -> bool:
    """Whether a report calls its sample a simple random one."""
    said = ((one.text, two.text) for row in text.sentences for one, two in pairwise(row.row))
    return ("simple", "random") in said


def design_effect(text: Text, sentence: Sentence) -> Quantity | None:
    """The design effect that is printed near a margin, such as 1.8."""
    for other in (sentence, *text.before(sentence), *_after(text, sentence)):
        for match in _EFFECT(other.row):
            return match.quantity("n")
    return None


def _is_example(row: Sequence[Item]) -> bool:
    """Whether a sentence speaks of samples in general: "a sample of 600 will have", "would be"."""
    said = [one.text for one in row]
    general = ((one, two) in _IN_GENERAL for one, two in pairwise(said))
    return not _SUPPOSED.isdisjoint(said) or any(general)


_SUPPOSED: Final = words("would example instance typically suppose supposing e.g eg")
_IN_GENERAL: Final = frozenset({("will", "have"), ("will", "be"), ("will", "give")})


def _after(text: Text, sentence: Sentence) -> Sequence[Sentence]:
    following = text.sentences[sentence.number + 1 : sentence.number + 3]
    return [one for one in following if one.part == sentence.part]


def _samples_in(row: Sequence[Item]) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    for find in _SAMPLES:
        for match in find(row):
            at = match.at("n")
            size = match.quantity("n") or (_of_label(row[at]) if at is not None else None)
            if _fits(size) and size is not None and size not in found:
                found.append(size)
        if found and find is _SAMPLES[0]:
            break
    return tuple(found)


def _of_label(item: Item) -> Quantity | None:
    """112 is a telephone number, but not where "112 were drawn at random"."""
    if item.tag != LABEL or not item.text.isdigit():
        return None
    value = Fraction(item.text)
    return Quantity(What.COUNT, value, exactly(value), item.start, item.end, item.text)


def _wholes(row: Sequence[Item]) -> tuple[Quantity, ...]:
    """What something is said to be "of": the sample itself where nothing else is one."""
    found = (match.quantity("n") for match in _OF(row))
    return tuple(one for one in found if one is not None and _fits(one))


def _lists(row: Sequence[Item]) -> tuple[Quantity, ...]:
    found = [match.quantity("N") for find in (*_SAMPLES, _FROM) for match in find(row)]
    return tuple(dict.fromkeys(one for one in found if _fits(one) and one is not None))


def _wider(size: Quantity, lists: Sequence[Quantity]) -> tuple[Quantity, ...]:
    return tuple(dict.fromkeys(one for one in lists if one.value > size.value))


def _fits(size: Quantity | None) -> bool:
    return (
        size is not None
        and _LEAST <= size.value <= _LARGEST
        and size.value.denominator == 1
        and size.decimals <= 0
        and not size.ranged
    )

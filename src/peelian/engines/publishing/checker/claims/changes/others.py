"""Whether a change is of another measure, place or thing than the two figures it stands beside."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.same import refers_back
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.wording import FUNCTION, root
from peelian.engines.publishing.checker.language.item import DATE, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What

_OTHER_MEASURE: Final = words(
    "annual annually yearly average real real-terms adjusted adjusting capita inflation cumulative "
    "target compound like-for-like risk odds likely likelihood weighted forecast planned"
)
"""Words by which a change may be of something else than the two figures beside it."""
_ALLOWING: Final = words(
    "allow allows allowed allowing account adjusted adjusting adjustment corrected correcting "
    "discounting discounted excluding excluded controlling standardised standardized underlying "
    "seasonally comparable otherwise proportionately proportionally constant currency currencies "
    "organic organically least-squares imputed modelled"
)
"""Words by which a change is of the figures after something was taken out of them."""
_WITHOUT: Final = words(
    "if once unless without aside except apart considered considering relative left size "
    "full-time whole-time fte"
)
"""The same where they follow the change."""
_TESTED: Final = words("ci interval intervals sem p-value")
"""Signs that a change was estimated, with what a test said of it: no difference of two means."""
_MIDDLES: Final = words("median mean average")
_TAILS: Final = words("percentile percentiles decile deciles quartile quartiles quintile centile")
_PLACED: Final = words("in among amongst across for at within")
_TIMES_AND_NUMBERS: Final = words(
    "year years month months quarter quarters week weeks day days period periods decade decades "
    "time term last previous past same next following second latest current recent five ten "
    "number numbers total totals rate rates proportion share volume volumes level levels figure "
    "figures count amount size overall all just only less under over one two three four six seven "
    "eight nine twelve case most least fact practice comparison line any every each spring summer "
    "autumn winter"
)
_PARTS: Final = words(
    "north south east west northern southern eastern western centre city cities town towns rural "
    "urban villages men women boys girls children adults under-18s young younger older males "
    "females pilot some"
)
_NO_SUBJECT: Final = words("a an which or equivalent equal up to by of")
_EACH: Final = (["a"], ["each"], ["every"])
_UNITS_OF_TIME: Final = (["day"], ["week"], ["month"], ["year"], ["quarter"], ["hour"])
_PACES: Final = words("year month head person household resident officer pupil job")
_THEN: Final = words("then afterwards subsequently thereafter")
_REACH: Final = 10


def is_of_another(row: Sequence[Item], letters: str, size: Size, pair: Pair) -> bool:
    """Whether the words near a size may make it one of something else than a pair of figures."""
    return (
        is_other_measure(row, letters, size)
        or _is_per(row, size, pair)
        or _is_without(row, size, pair)
        or _is_one_of_two(row, size)
        or any(one.text in _THEN for one in row[pair.end : size.at])
        or _of_another_subject(row, size, pair)
        or _elsewhere(row, size, pair)
        or _has_object(row, size, pair)
        or _has_base(row, size, pair)
    )


def is_other_measure(row: Sequence[Item], letters: str, size: Size) -> bool:
    """Whether a size is adjusted, a yearly pace, a likelihood, or of a middle beside a tail."""
    near = {one.text for one in row[max(0, size.start - 3) : size.end + 3]}
    yearly = any(_is_pace(row, place) for place in (size.at + 1, size.end))
    per = letters[size.at + 1 : size.at + 2] == "z"
    likely = size.factor and near & _OTHER_MEASURE <= {"likely"}
    around = {one.text for one in row[max(0, size.start - 6) : size.end + _REACH]}
    said = {one.text for one in row}
    tails = bool(said & _MIDDLES and said & _TAILS)
    return (
        (bool(near & _OTHER_MEASURE) and not likely)
        or yearly
        or per
        or bool(around & (_ALLOWING | _TESTED))
        or tails
    )


def _is_pace(row: Sequence[Item], at: int) -> bool:
    ahead = [one.text for one in row[at : at + 2]]
    return ahead[:1] in _EACH and "".join(ahead[1:]) in _PACES


def _is_per(row: Sequence[Item], size: Size, pair: Pair) -> bool:
    """Whether either a comparison or its figures are said "per officer", and not both."""
    figures = [_has_per(row, one) for one in (pair.old, pair.new)]
    around = (*row[size.at : size.end + 6], *row[pair.end : pair.end + 3])
    if size.factor:
        around = tuple(row)
    said = [one.text for one in row[: pair.start]]
    paced = any(figures) or any(_is_a_time(said, at) for at in range(len(said)))
    counted = size.quantity.what in (What.COUNT, What.MONEY)
    if paced and counted and size.quantity.value > max(pair.old.value, pair.new.value):
        return True
    return not any(figures) and any(_says_per(one) for one in around)


def _has_per(row: Sequence[Item], figure: Quantity) -> bool:
    """Whether "per call" or "a month" follows a figure, or the noun after it."""
    at = next((at for at, one in enumerate(row) if one.quantity is figure), len(row))
    ahead = list(takewhile(lambda one: one.tag == WORD or _says_per(one), row[at + 1 : at + 4]))
    said = [one.text for one in ahead]
    per = any(_says_per(one) for one in ahead[:2])
    return per or any(_is_a_time(said, place) for place in (0, 1))


def _says_per(item: Item) -> bool:
    return item.text == "per" or (item.quantity is not None and item.quantity.what is What.PER)


def _is_a_time(said: Sequence[str], at: int) -> bool:
    return said[at : at + 1] in _EACH and said[at + 1 : at + 2] in _UNITS_OF_TIME


def _is_without(row: Sequence[Item], size: Size, pair: Pair) -> bool:
    """Whether "if the pilot is left out" or "for its size" follows the later of the two."""
    last = max(size.end, pair.end)
    ahead = {one.text for one in row[last : last + 6]}
    return bool(ahead & _WITHOUT or ahead & _ALLOWING)


def _is_one_of_two(row: Sequence[Item], size: Size) -> bool:
    """Whether a size is the first of two that make the change: "60 posts and 26 trainees"."""
    ahead = row[size.at + 1 : size.at + 5]
    joined = [at for at, one in enumerate(ahead) if one.text in ("and", "plus")]
    if not joined:
        return False
    rest = [one.quantity for one in ahead[joined[0] + 1 : joined[0] + 2]]
    return any(one is not None and one.what is size.quantity.what for one in rest)


def _of_another_subject(row: Sequence[Item], size: Size, pair: Pair) -> bool:
    """Whether words of change have a subject of their own: "from 40 to 60, compliments fell by"."""
    if size.at < pair.end or size.start >= size.at:
        return False
    between = row[pair.end : size.start]
    signs = [at for at, one in enumerate(between) if one.tag in ",;:-("]
    if len(signs) > 1 and signs[-1] == len(between) - 1:
        between = between[: signs.pop()]  # "(robbery: down 10 percent)"
    subject = between[signs[-1] + 1 :] if signs else ()
    if not subject or subject[0].tag != WORD or any(one.text in _NO_SUBJECT for one in subject):
        return False
    named = [one for one in subject if one.tag == WORD and _names(one.text)]
    return bool(named) and not refers_back(subject) and not _mentioned(row, named, pair)


def _names(word: str) -> bool:
    """Whether a word may be the subject of a change; no adverb and no participle is."""
    return not (word in FUNCTION | _TIMES_AND_NUMBERS or word.endswith(("ly", "ing")))


def _elsewhere(row: Sequence[Item], size: Size, pair: Pair) -> bool:
    """Whether a size after its figures is of a place or a group: "doubling in the south"."""
    if size.at < pair.end or pair.size == size.at:
        return False
    ahead = row[size.end : size.end + 4]
    if not size.factor and not _PARTS & {one.text for one in ahead}:
        return False
    if not ahead or ahead[0].text not in _PLACED:
        return False
    after = [one for one in ahead[1:] if one.text not in FUNCTION]
    if not after or after[0].tag != WORD or any(one.tag == DATE for one in after[:1]):
        return False
    return after[0].text not in _TIMES_AND_NUMBERS and not _mentioned(row, after[:1], pair)


def _has_object(row: Sequence[Item], size: Size, pair: Pair) -> bool:
    """Whether a factor after its figures is of something named there: "halving the gap"."""
    ahead = row[size.at + 1].text if size.at + 1 < len(row) else ""
    verb = size.quantity.what is What.TIMES and row[size.at].text.endswith("ing")
    return verb and size.at >= pair.end and ahead in _OWN


def _has_base(row: Sequence[Item], size: Size, pair: Pair) -> bool:
    """Whether a factor after its figures names its own: "still three times the 2,100 of 2019"."""
    if size.quantity.what is not What.TIMES or size.at < pair.end:
        return False
    ahead = takewhile(lambda one: one.tag not in ",;.", row[size.end :])
    return any(
        one.quantity is not None and one.quantity.what in (pair.old.what, pair.new.what)
        for one in ahead
    )


_OWN: Final = words("the its their his her our both")


def _mentioned(row: Sequence[Item], said: Sequence[Item], pair: Pair) -> bool:
    """Whether something of these words was named before the figures, or between them."""
    known = {root(one.text) for one in row[: pair.end] if one.text not in FUNCTION}
    return any(root(one.text) in known for one in said if one.tag == WORD)

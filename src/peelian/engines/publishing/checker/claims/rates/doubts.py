"""When the words leave open whether a rate is that of a count and a population beside it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.rates.phrases import Rate
from peelian.engines.publishing.checker.claims.wording import FUNCTION, root, stems
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import Range

_OTHERWISE: Final = words(
    "standardised standardized age-standardised age-standardized age-adjusted adjusted weighted "
    "annualised annualized median monthly weekly daily quarterly annual annually seasonally "
    "forecast projected expected target average mean provisional modelled"
)
_TIMES: Final = words("year month week day quarter hour")
_EACH: Final = words("a per each every one")
ELSEWHERE: Final = words(
    "national nationally region regional england wales scotland britain uk country elsewhere "
    "compared comparison against than earlier previous previously while whereas although "
    "similar other others neighbouring versus rose fell risen fallen before"
)
_BY: Final = words("by")
_IF: Final = words("if would could target")
_SOME: Final = words(
    "among amongst for in within highest lowest men women children adults boys girls"
)
_WERE: Final = words("was were are")
_AMONG: Final = words("among amongst of")
_WHOSE: Final = words("which whom")
_ABOVE: Final = words("above below than")


def blocked(rate: Rate, at: int = -1) -> str:
    """Why a rate may be another than count over population; nothing where no word says so.

    ``at`` is the place of the count in the row of the rate, -1 where it stands elsewhere.
    """
    row = rate.sentence.row
    first = max(0, at)
    last = max(first, rate.last)
    if {one.text for one in row[max(0, rate.first - 3) : rate.first]} & _BY:
        return "it may be a difference of two rates"
    if any(one.text in _IF for one in row[: rate.first]):
        return "it may be a rate that was only thought of"
    if any(one.text in _OTHERWISE for one in row[max(0, min(first, rate.first) - 3) : rate.first]):
        return "it is standardised, averaged or of another span of time"
    near = _uncompared([*row[min(first, rate.first) : last + 1], *row[last + 1 : last + 4]])
    each = any(one.text in _EACH and two.text in _TIMES for one, two in pairwise(near))
    if each or any(one.text in _OTHERWISE for one in near):
        return "it is standardised, averaged or of another span of time"
    between_them = _uncompared(row[min(first, rate.first) : last])
    if any(one.text in ELSEWHERE for one in between_them) or _from_a_number(between_them):
        return "it may be of another place or time than the count"
    if _narrowed(row[last:]):
        return "the count may be of some of them only"
    if any(one.tag == "t" for one in near):
        return "it may be of another span of time"
    return ""


def _narrowed(row: Sequence[Item]) -> bool:
    """Whether what is counted is of some in the end: "204 deaths ... were among children"."""
    last = max((at for at, one in enumerate(row) if one.quantity is not None), default=0)
    return any(one.text in _WERE and two.text in _AMONG for one, two in pairwise(row[last + 1 :]))


def of_others(between: Sequence[Item]) -> bool:
    """Whether the words between a count and a rate turn to other people or other things."""
    return _of_some(between) or _of_what_else(between)


def _of_some(between: Sequence[Item]) -> bool:
    """Whether a new clause between a count and a rate is of some: "; for men the rate was"."""
    if any(one.tag == "o" and two.text in _WHOSE for one, two in pairwise(between)):
        return True
    signs = [at for at, one in enumerate(between) if one.tag in ",;"]
    return bool(signs) and any(one.text in _SOME for one in between[signs[-1] + 1 :])


def _of_what_else(between: Sequence[Item]) -> bool:
    """Whether "the burglary rate" follows a count that is of no burglaries."""
    for at, (one, two, three) in enumerate(zip(between, between[1:], between[2:], strict=False)):
        owner = two.text.endswith("'s")
        if one.text == "the" and three.text == "rate" and not owner and two.text not in FUNCTION:
            return root(two.text) not in stems(between[:at])
    return False


def _uncompared(row: Sequence[Item]) -> list[Item]:
    """A row without a remark such as "above the average for the region:", up to its colon."""
    kept: list[Item] = []
    for at, one in enumerate(row):
        ends = next((two for two in row[at:] if two.tag in ",:;.(" or two.quantity), None)
        if one.text in _ABOVE and ends is not None and ends.tag == ":":
            return [*kept, *row[row.index(ends) :]]
        kept.append(one)
    return kept


def _from_a_number(row: Sequence[Item]) -> bool:
    """Whether something went "from 8.1 to 7.7"."""
    return any(one.text == "from" and two.quantity is not None for one, two in pairwise(row))


def is_far(near: Sequence[Sentence], whole: Quantity, rate: Rate, implied: Range) -> bool:
    """Whether a population of another sentence is hardly that of a rate: other names, other size.

    That five times more or less is another place is Peelian's own rule.
    """
    if whole in rate.sentence.quantities:
        return False
    home = next(one for one in near if whole in one.quantities)
    if not _names(rate.sentence) <= _names(home):
        return True
    return not implied.meets(Range(whole.span.low / 5, whole.span.high * 5))


def _names(sentence: Sentence) -> frozenset[str]:
    """The words with a capital that do not open a sentence, and are no function words."""
    return frozenset(
        one.text
        for one in sentence.row[1:]
        if one.tag == "w"
        and one.text not in FUNCTION
        and sentence.text[one.start - sentence.start].isupper()
    )

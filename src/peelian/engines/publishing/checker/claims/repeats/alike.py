"""Whether two sentences speak of one time, place and group, and how a contradiction is told."""

from collections.abc import Iterable, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.words import NEGATIONS, OPENERS, STEPS
from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.wording import FUNCTION, dates, labels, names
from peelian.engines.publishing.checker.documents import Kind
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import OF, WORD, Item
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text

_SHOWN: Final = 120
_BACK: Final = 4


def one_setting(
    earlier: Sentence,
    later: Sentence,
    besides: frozenset[str] = frozenset(),
    ends: int | None = None,
) -> bool:
    """Whether the later names no date, place or label that the earlier does not.

    Two items of a list are of two things. ``besides`` are words of ``STEPS`` that do not part the
    two. What the later says from item ``ends`` on is said of the set and does not name it.
    """
    items = earlier.kind is Kind.ITEM and later.kind is Kind.ITEM
    return (
        not (items and earlier.part != later.part)
        and not steps(earlier.row) - besides
        and not steps(later.row) - besides
        and dates(later.row[:ends]) <= dates(earlier.row)
        and labels(later.row[:ends]) <= labels(earlier.row)
        and names(later.text) <= names(earlier.text)
        and _opened_alike(earlier.row, later.row)
    )


def _opened_alike(earlier: Sequence[Item], later: Sequence[Item]) -> bool:
    """Whether the later does not open with what may be a name: "Essex said that its ..."."""
    first = later[0]
    known = {one.text for one in earlier} | FUNCTION | OPENERS
    plain = first.tag != WORD or first.text.endswith(("s", "ly"))
    plain |= first.text.endswith("ing") and len(later) > 1 and later[1].tag == OF  # "Planting of"
    return plain or first.text in known


def steps(row: Sequence[Item]) -> frozenset[str]:
    """Words of another time or part; "the previous six months" is but a length of time."""
    return frozenset(
        one.text
        for at, one in enumerate(row)
        if one.text in STEPS and not (at + 1 < len(row) and row[at + 1].tag == "t")
    )


def negations(row: Iterable[Item]) -> int:
    """How many words of a row deny something."""
    return sum(one.text in NEGATIONS or one.text.endswith("n't") for one in row)


def one_period(text: Text, earlier: Sentence, later: Sentence, back: int = 0) -> bool:
    """Whether the dates named last before two sentences are not two different ones.

    "For the July cohort. ... was 33.0%." and "For the June cohort. ... was 31.6%." agree. Dates
    are sought in the passage, or in ``back`` sentences before, whatever passage they stand in.
    """
    first, last = _period(text, earlier, back), _period(text, later, back)
    return not first or not last or first == last


def _period(text: Text, sentence: Sentence, back: int) -> frozenset[str]:
    before = text.before(sentence, _BACK)
    if back:
        before = text.sentences[max(0, sentence.number - back) : sentence.number][::-1]
    for one in (sentence, *before):
        if dates(one.row):
            return dates(one.row)
    return frozenset()


def transposed(one: Quantity, other: Quantity) -> bool:
    """Whether both are the same digits in another order, as misprints are: 748 and 784."""
    digits = [sorted(sign for sign in each.printed if sign.isdigit()) for each in (one, other)]
    return len(digits[0]) > 1 and digits[0] == digits[1]


def contradiction(
    earlier: tuple[Sentence, Quantity], later: tuple[Sentence, Quantity], allowed: str
) -> Finding:
    """A finding on the later figure that names the place and the text of the earlier."""
    (first, before), (second, after) = earlier, later
    said = first.text if len(first.text) <= _SHOWN else f"{first.text[:_SHOWN].rstrip()}..."
    figures = (after, before) if first.part == second.part else (after,)
    return finding(
        second,
        About.REPEAT,
        Verdict.DOES_NOT_FOLLOW,
        figures,
        computed=f"{before.printed} at {first.place}, {after.printed} here",
        allowed=allowed,
        because=f"the same is printed at {first.place} as {before.printed}: \u201c{said}\u201d",
    )

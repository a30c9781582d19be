"""Whether two passages of a report may speak of one place: by the headings they stand under."""

from peelian.engines.publishing.checker.claims.repeats.words import SUMMARIES
from peelian.engines.publishing.checker.documents import Kind, Passage
from peelian.engines.publishing.checker.language.item import WORD
from peelian.engines.publishing.checker.language.once import once
from peelian.engines.publishing.checker.language.text import Sentence, Text


def one_place(text: Text, earlier: Sentence, later: Sentence) -> bool:
    """Whether both stand under one heading, or one of them under that of a summary.

    Under two headings the same words may well be of two places; so may two items of one list.
    """
    one, other = text.document.parts[earlier.part], text.document.parts[later.part]
    if isinstance(one, Passage) and isinstance(other, Passage) and one.list and other.list:
        return False
    headings = _headings(text)
    under, below = headings[earlier.part], headings[later.part]
    if under is None and below is None:
        return earlier.part == later.part
    summaries = _summaries(text)
    return under == below or under in summaries or below in summaries


def sums_up(text: Text) -> frozenset[int]:
    """The parts of a report that stand under the heading of a summary."""
    summaries, under, found = _summaries(text), False, set()
    for number, passage in text.document.passages():
        if passage.kind is Kind.HEADING:
            under = number in summaries
        elif under:
            found.add(number)
    return frozenset(found)


@once
def _headings(text: Text) -> list[int | None]:
    """The heading that each part of a report stands under."""
    found: list[int | None] = []
    under: int | None = None
    for number, part in enumerate(text.document.parts):
        found.append(under)
        if isinstance(part, Passage) and part.kind is Kind.HEADING:
            under = number
    return found


@once
def _summaries(text: Text) -> frozenset[int]:
    """The headings that say that a summary follows."""
    return frozenset(
        one.part
        for one in text.sentences
        if one.kind is Kind.HEADING
        and any(item.text in SUMMARIES for item in one.row if item.tag == WORD)
    )

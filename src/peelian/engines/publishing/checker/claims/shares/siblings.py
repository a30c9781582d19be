"""The one percentage of a list that does not fit the whole of all the others.

"4,316 people were referred" opens a list of shares with their counts. Where three or more of them
are of that whole and only one is not, its words leave no room for another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from peelian.engines.publishing.checker.claims.shares.bases import base_of, is_said
from peelian.engines.publishing.checker.claims.shares.search import Bound
from peelian.engines.publishing.checker.documents import Kind, Passage
from peelian.engines.publishing.checker.language.item import DATE, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import share

ENOUGH: Final = 3
_OTHERS: Final = words(
    "them these those whom which remaining other others previous previously last compared than "
    "target excluding average"
)
_Claims = Sequence[tuple[Sentence, Bound]]


def with_siblings(text: Text, claims: Iterable[tuple[Sentence, Bound]]) -> Iterator[Bound]:
    """The claims in their order; one that alone does not fit is plain."""
    said = list(claims)
    lists: dict[int, list[tuple[Sentence, Bound]]] = {}
    for sentence, claim in said:
        passage = text.document.parts[sentence.part]
        if sentence.kind is Kind.ITEM and isinstance(passage, Passage) and claim.part is not None:
            lists.setdefault(passage.list, []).append((sentence, claim))
    plain = {
        id(claim): whole
        for fellows in lists.values()
        if len(fellows) > ENOUGH
        for claim, whole in _alone(text, fellows)
    }
    for _, claim in said:
        only = plain.get(id(claim))
        yield claim if only is None else replace(claim, wholes=(only,), plain=True)


def _alone(text: Text, fellows: _Claims) -> Iterator[tuple[Bound, Quantity]]:
    """The claim that alone does not fit a whole that all the others of a list fit."""
    for whole in {id(one): one for _, claim in fellows for one in claim.wholes}.values():
        off = [pair for pair in fellows if not _fits(pair[1], whole)]
        if len(off) != 1:
            continue
        sentence, claim = off[0]
        around = text.around(whole)
        if around is None or any(_fits(claim, other) for other in claim.wholes):
            continue
        if whole in claim.wholes and _may_be_of(sentence, claim, around):
            yield claim, whole


def _fits(claim: Bound, whole: Quantity) -> bool:
    if claim.part is None or whole.span.low <= 0 or claim.part.span.low > whole.span.high:
        return False
    return share(claim.part.span, whole.span).meets(claim.percent.span)


def _may_be_of(sentence: Sentence, claim: Bound, whole: Sentence) -> bool:
    """Whether no word or date of a claim's sentence makes it one of others than its fellows."""
    row = sentence.row
    at = next((at for at, one in enumerate(row) if one.quantity is claim.percent), len(row) - 1)
    if any(one.text in _OTHERS for one in row) or _dates(row) - _dates(whole.row):
        return False
    closed = next((place for place in range(at, len(row)) if row[place].tag == ")"), at)
    base = base_of(row, closed) or base_of(row, at)
    return not base or is_said(base, whole.row)


def _dates(row: Sequence[Item]) -> set[str]:
    return {one.text for one in row if one.tag == DATE}

"""Shares beyond a limit: "in 41 percent of those incidents, it took more than seven days"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.limits import Limit, limits
from peelian.engines.publishing.checker.claims.averages.tail_shares import (
    counted,
    made,
    most,
    one_in,
    part_of,
    share_at,
)
from peelian.engines.publishing.checker.claims.averages.words import AFFECTED
from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import Range


@dataclass(frozen=True)
class Tail:
    """A share of some group that lies on one side of a limit.

    ``share`` is as fractions of 1, 1 for all of them; ``between`` are the items between the share
    and the limit, which name the group, ``after`` those of the clause after the limit, and
    ``leading`` those of the sentence before either. ``further`` is said of a share of others than
    those of the share before it: "a further 40 per cent".
    """

    sentence: Sentence
    share: Range
    figure: Quantity
    limit: Limit
    between: tuple[Item, ...]
    after: tuple[Item, ...]
    leading: tuple[Item, ...]
    further: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """The words between share and limit."""
        return tuple(one.text for one in self.between)


_AFTER_ENDS: Final = frozenset(",;:.()") | words(
    "and with but while whereas although though yet when"
)
_FAR: Final = 6
_GAP: Final = 5
_TWO_VERBS: Final = 2
_NONE: Final = words("no none nobody")
_ALL: Final = words("all every everybody everyone each never always")
_OPENED: Final = frozenset(",;:(-") | words(
    "and but yet while whereas although though that because since as so when they"
)
_NOT_ALL: Final = words(
    "but except excluding should must will would could may can might shall to more fewer less "
    "other apart if unless expected expect longer later which whom who that them these those"
)
_EXCEPTING: Final = words("except excluding excepting bar save apart")
_VERBS: Final = words(
    "was were is are be been had has have took takes waits got spent held kept dealt paid exceed "
    "exceeds gave went made saw did does"
)
_FURTHER: Final = words("further another other remaining rest remainder others")


def tails(sentence: Sentence, earlier: Sequence[Sentence] = ()) -> Iterator[Tail]:
    """Every share with its limit, in order; parts may be of a number in the sentence before."""
    row, several = sentence.row, False
    for limit in limits(sentence):
        found = _share_before(sentence, limit, earlier) or _share_after(row, limit.last)
        if found is None:
            continue
        figure, share, at = found
        if at < limit.first:
            between, leading = row[at + 1 : limit.first], row[:at]
            if row[at].text in _NONE:
                limit = replace(limit, above=not limit.above)
            if _is_described(between, row[limit.first]):
                continue
            group = _group_before(row, at)
            between, leading = (*row[group:at], *between), leading[:group]
            after = row[limit.last : _clause_end(row, limit.last)]
        else:
            between = (*row[: limit.first], *row[at + 1 : _clause_end(row, at + 1)])
            after, leading = row[limit.last : at], ()
        further = any(one.text in _FURTHER for one in row[max(0, at - 2) : at])
        # What leads to a further share is the share before it, and no other group.
        leading = () if further and several else leading
        yield Tail(sentence, share, figure, limit, between, after, leading, further and several)
        several = True


def _is_described(between: Sequence[Item], limiting: Item) -> bool:
    """Whether the limit tells whose share it is: "41 percent of those who waited more than"."""
    said = [one.text for one in (*between, limiting)]
    relative = next((at for at, one in enumerate(said) if one in ("who", "that", "which")), None)
    if relative is None:
        return False
    return sum(one in _VERBS or one.endswith("ed") for one in said[relative:]) < _TWO_VERBS


def _group_before(row: Sequence[Item], at: int) -> int:
    """Where the words for the group start: before a share in brackets, "half of them (52%)"."""
    first = at
    if 0 < at < len(row) - 1 and row[at - 1].text == "(" and row[at + 1].text == ")":
        first = at - 1
        while first > 0 and row[first - 1].tag in ("w", "o"):
            first -= 1
    worded = first > 0 and first < at and row[first - 1].tag == "f"
    return first if worded else at


def _clause_end(row: Sequence[Item], first: int) -> int:
    last = first
    while last < len(row) and row[last].text not in _AFTER_ENDS:
        last += 1
    return last


def _share_before(
    sentence: Sentence, limit: Limit, earlier: Sequence[Sentence]
) -> tuple[Quantity, Range, int] | None:
    row, first = sentence.row, limit.first
    for at in range(first - 1, -1, -1):
        item = row[at]
        if item.tag == ";" or item.tag in "tmxqrb":
            return None
        if item.tag == "n":
            every = _every_of(row, at)
            if every is not None:
                return _all(sentence, every, limit)
            found = one_in(sentence, at) or counted(sentence, at)
            return found or part_of(sentence, at, earlier)
        if item.tag in "pf":
            return share_at(row, at)
        if item.text in ("most", "majority") and at + 1 < first:
            of_some = row[at + 1].tag == "o" or root(row[at + 1].text) in AFFECTED
            return most(sentence, at) if of_some else None
        if item.text == "all" and at and row[at - 1].tag == "o":
            continue  # "half of all loans"
        if item.text in _NONE or item.text in _ALL:
            return _all(sentence, at, limit)
    return None


def _every_of(row: Sequence[Item], at: int) -> int | None:
    """Where "all" stands in "all 60 files", or "every" in "every one of the 60 files"."""
    for step in range(at - 1, max(-1, at - _GAP), -1):
        if row[step].text in ("all", "every", "each"):
            return step
        if row[step].text not in ("one", "of", "the", "our", "these", "those"):
            return None
    return None


def _all(sentence: Sentence, at: int, limit: Limit) -> tuple[Quantity, Range, int] | None:
    """ "No call took more than", "all were answered within", "waits never exceeded".

    Not "all calls over an hour", "each that took" or "all cases closed within": those are the
    calls and cases beyond or within the limit, of which something else is said.
    """
    row, said = sentence.row, [one.text for one in sentence.row]
    opens = at == 0 or said[at - 1] in _OPENED
    if said[at] in ("never", "always"):
        opens = at + _FAR > limit.first
    verbs = said[at + 1 : limit.first + 1]
    after = said[limit.last : _clause_end(row, limit.last)]
    if (
        not opens
        or any(one in _NOT_ALL for one in said[at + 1 : limit.first])
        or any(one in _EXCEPTING for one in said[limit.last :])
        or not any(one in _VERBS or one.endswith("ed") for one in verbs)
        or any(one in _VERBS for one in after)
    ):
        return None
    span = Range(Fraction(1), Fraction(1))
    return made(sentence, row[at], row[at], Fraction(1), span), span, at


def _share_after(row: Sequence[Item], last: int) -> tuple[Quantity, Range, int] | None:
    """ "It took more than seven days to attend in 41 percent of cases"."""
    for at in range(last + 1, min(last + _FAR, len(row))):
        if row[at].quantity is not None:
            leads = row[at].tag in ("p", "f") and row[at - 1].text in ("in", "for")
            return share_at(row, at) if leads else None
    return None

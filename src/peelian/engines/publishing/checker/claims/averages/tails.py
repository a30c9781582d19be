"""Shares beyond a limit: "in 41 percent of those incidents, it took more than seven days"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.limits import Limit, limits
from peelian.engines.publishing.checker.claims.averages.words import AFFECTED
from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.language.items import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import (
    COMMON,
    Quantity,
    What,
    span_of_fraction,
)
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


_NOT_BEFORE_SHARE: Final = words("by from to than")
_NOT_AFTER_SHARE: Final = words(
    "more less fewer higher lower increase rise fall reduction drop decrease decline growth "
    "likelier longer shorter faster slower points"
)
_AFTER_ENDS: Final = frozenset(",;:.()") | words(
    "and with but while whereas although though yet when"
)
_HALF: Final = Fraction(1, 2)
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


def tails(sentence: Sentence) -> Iterator[Tail]:
    """Every share with its limit, in order."""
    row, several = sentence.row, False
    for limit in limits(sentence):
        found = _share_before(sentence, limit) or _share_after(row, limit.last)
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


def _share_before(sentence: Sentence, limit: Limit) -> tuple[Quantity, Range, int] | None:
    row, first = sentence.row, limit.first
    for at in range(first - 1, -1, -1):
        item = row[at]
        if item.tag == ";" or item.tag in "tmxqrb":
            return None
        if item.tag == "n":
            every = _every_of(row, at)
            if every is not None:
                return _all(sentence, every, limit)
            return _one_in(sentence, at) or _counted(sentence, at)
        if item.tag in "pf":
            return _share(row, at)
        if item.text in ("most", "majority") and at + 1 < first:
            of_some = row[at + 1].tag == "o" or root(row[at + 1].text) in AFFECTED
            return _most(sentence, at) if of_some else None
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
    return _made(sentence, row[at], row[at], Fraction(1), span), span, at


def _share_after(row: Sequence[Item], last: int) -> tuple[Quantity, Range, int] | None:
    """ "It took more than seven days to attend in 41 percent of cases"."""
    for at in range(last + 1, min(last + _FAR, len(row))):
        if row[at].quantity is not None:
            leads = row[at].tag in ("p", "f") and row[at - 1].text in ("in", "for")
            return _share(row, at) if leads else None
    return None


def _share(row: Sequence[Item], at: int) -> tuple[Quantity, Range, int] | None:
    figure = row[at].quantity
    before = row[at - 1].text if at else ""
    after = row[at + 1].text if at + 1 < len(row) else ""
    if figure is None or before in _NOT_BEFORE_SHARE or after in _NOT_AFTER_SHARE:
        return None
    if figure.what is What.PERCENT:
        high = min(figure.span.high, Fraction(100))
        return (figure, Range(min(figure.span.low, Fraction(100)), high).by(Fraction(1, 100)), at)
    low, high = figure.span.low, min(figure.span.high, Fraction(1))
    if figure.soft == "over":
        low = max(low, figure.value)
    if figure.soft == "under":
        high = min(high, figure.value)
    if figure.value.numerator == 1 and " in " in figure.printed.lower():
        return figure, _narrow(figure.value, Range(low, high)), at
    return figure, Range(low, high), at


def _one_in(sentence: Sentence, at: int) -> tuple[Quantity, Range, int] | None:
    """ "One call in four", "one of the victims in ten" is no share of those four or ten."""
    row = sentence.row
    base = row[at].quantity
    if base is None or base.value < 2 or base.decimals or at < 3 or row[at - 1].text != "in":
        return None
    first = next((step for step in (at - 3, at - 4) if step >= 0 and row[step].text == "one"), None)
    if first is None:
        return None
    value = 1 / base.value
    span = _narrow(value, Range(1 / (base.value + _HALF), 1 / (base.value - _HALF)))
    return _made(sentence, row[first], row[at], value, span), span, first


def _counted(sentence: Sentence, at: int) -> tuple[Quantity, Range, int] | None:
    """ "In 120 of the 300 cases", "of 400 callers, 260": a share as two counts."""
    row = sentence.row
    before = next((step for step in range(at - 1, -1, -1) if row[step].quantity is not None), None)
    if before is None or row[before].tag != "n":
        return None
    gap = [one.tag for one in row[before + 1 : at]]
    if gap[:1] == ["o"] and set(gap[1:]) <= {"w"} and len(gap) <= _GAP:
        part, whole = row[before].quantity, row[at].quantity
    elif gap[-1:] == [","] and before and row[before - 1].tag == "o" and set(gap[:-1]) <= {"w"}:
        part, whole = row[at].quantity, row[before].quantity
    else:
        return None
    if part is None or whole is None or part.soft or whole.soft or not part.value < whole.value:
        return None
    span = part.span.over(whole.span)
    return _made(sentence, row[before], row[at], part.value / whole.value, span), span, at


def _narrow(value: Fraction, span: Range) -> Range:
    """ "One in four" is nearer to a quarter than to a fifth, and than to one in five."""
    if value not in COMMON:
        return span
    other = span_of_fraction(value)
    low, high = max(span.low, other.low), min(span.high, other.high)
    return Range(low, high) if low <= high else span


def _most(sentence: Sentence, at: int) -> tuple[Quantity, Range, int]:
    span = Range(_HALF, Fraction(1))
    figure = _made(sentence, sentence.row[at], sentence.row[at], _HALF, span)
    return replace(figure, soft="over"), span, at


def _made(sentence: Sentence, first: Item, last: Item, value: Fraction, span: Range) -> Quantity:
    printed = sentence.text[first.start - sentence.start : last.end - sentence.start]
    return Quantity(
        What.FRACTION, value, span, first.start, last.end, printed, soft="about", digits=False
    )

"""A total and the items of the list below it: "we made 58 recommendations:", "31 to ...", ...

Each item gives one part, all of them in the same place: the number that opens the item ("31 to
chief constables"), or the one that ends it or follows its colon ("cautioned: 8.1%"). Percentages
of a list are parts of 100 where its words say that nothing is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.sums.addends import MOST, alike, counted
from peelian.engines.publishing.checker.claims.sums.adding import Bound, Sum
from peelian.engines.publishing.checker.claims.sums.composed import plausible
from peelian.engines.publishing.checker.claims.sums.overlaps import (
    UNSURE,
    exclusive,
    overlapping,
    selected,
)
from peelian.engines.publishing.checker.documents import Kind, Passage, Table
from peelian.engines.publishing.checker.language.item import OF
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_WORDS: Final = lexicon(
    T="total in_all in_total altogether overall",
    C="comprised comprising comprises consisted_of consists_of consisting_of made_up_of "
    "composed_of broken_down split divided as_follows breakdown",
)
_NAMED: Final = pattern(r"[nm] [wld]{0,6} ,? w? [:\-]? $")
_TOTAL: Final = pattern(r"^ w{0,2}? T")
_THESE: Final = re.compile(r"^w(w)w:$")
_DEFINITE: Final = words("the these those our")
_OTHER: Final = words("other others unknown")
_PROPERTIES: Final = words(
    "said told had has have reported felt named mentioned chose thought wanted cited believed knew "
    "involved concerned contained showed included met received used needed lacked faced were was"
)
_OPENING: Final = 6
_FEW: Final = 3
_LEAST: Final = Fraction(4, 5)


@dataclass(frozen=True)
class Itemised:
    """A list, the sentence that opens it and the one after it."""

    opening: Sentence | None
    items: tuple[Sentence, ...]
    closing: Sentence | None


def sums(text: Text) -> Iterator[tuple[Sentence, tuple[Sum, ...]]]:
    """The readings of every list of parts, each with the sentence that its finding is on."""
    for listed in lists_of(text):
        yield from _counts(text, listed)
        yield from _percentages(text, listed)


def lists_of(text: Text) -> Iterator[Itemised]:
    """Every unbroken list with at least two items, at each of its levels."""
    parts = text.document.parts
    sentences: dict[int, list[Sentence]] = {}
    for one in text.sentences:
        sentences.setdefault(one.part, []).append(one)
    for number, parent in enumerate(parts):
        if not isinstance(parent, Passage):
            continue
        level = parent.level + 1
        after = number + 1
        items: list[Sentence] = []
        while after < len(parts):
            item = parts[after]
            if not isinstance(item, Passage) or item.kind is not Kind.ITEM or item.level < level:
                break
            if item.level == level and after in sentences:
                items.append(sentences[after][0])
            after += 1
        if 2 <= len(items) <= MOST:
            opening = sentences[number][-1] if number in sentences else None
            closing = sentences[after][0] if after in sentences else None
            yield Itemised(opening, tuple(items), None if _opens_list(parts, after) else closing)


def _opens_list(parts: Sequence[Passage | Table], at: int) -> bool:
    following = parts[at + 1] if at + 1 < len(parts) else None
    return isinstance(following, Passage) and following.kind is Kind.ITEM


def _counts(text: Text, listed: Itemised) -> Iterator[tuple[Sentence, tuple[Sum, ...]]]:
    """Counts or money, whose total stands above the list, in its last item or below it."""
    last = listed.items[-1]
    if (inside := _closing_total(last)) is not None and len(listed.items) > 2:
        parts = _parts(listed.items[:-1], inside)
        if parts and plausible(inside, parts):
            yield last, (Sum(inside, parts, Bound.ALL, inside),)
        return
    opening = listed.opening
    if opening is None:
        return
    letters = tags(opening.row, _WORDS)
    readings: list[Sum] = []
    for whole in reversed(opening.quantities):
        if whole.what not in (What.COUNT, What.MONEY):
            continue
        parts = _parts(listed.items, whole)
        if parts and plausible(whole, parts):
            bound = _bound(text, listed, letters, whole, parts)
            readings.append(Sum(whole, parts, bound if not readings else Bound.OPEN, whole))
    yield opening, tuple(readings)
    if not readings:
        yield from _named_before(text, listed)
        yield from _below(listed)


def _named_before(text: Text, listed: Itemised) -> Iterator[tuple[Sentence, tuple[Sum, ...]]]:
    """ "... savings of £7.2 million. ... The savings are:"; nothing else is counted in the same."""
    opening = listed.opening
    match = _THESE.search(tags(opening.row, _WORDS)) if opening is not None else None
    if opening is None or match is None or opening.row[0].text not in _DEFINITE:
        return
    noun = opening.row[match.start(1)].text
    for said in text.before(opening):
        if said.part != opening.part or not (whole := _amount_of(said, noun)):
            continue
        parts = _parts(listed.items, whole)
        barred = text.document.format in UNSURE or overlapping(text, said) or selected(said.row)
        others = {one.value for other in text.before(opening) for one in _alike_in(other, whole)}
        if parts and not barred and len(others) == 1 and plausible(whole, parts):
            few = sum(one.value for one in parts) < _LEAST * whole.value
            bound = Bound.OPEN if overlapping(text, opening) or few else Bound.ALL
            yield said, (Sum(whole, parts, bound, whole),)
        return


def _alike_in(said: Sentence, whole: Quantity) -> list[Quantity]:
    return [one for one in said.quantities if alike(one, whole)]


def _amount_of(said: Sentence, noun: str) -> Quantity | None:
    """The number of what has a name: "savings of £7.2 million", "£7.2 million of savings"."""
    row = said.row
    for at, item in enumerate(row):
        figure = item.quantity
        if figure is None or figure.soft or figure.what not in (What.COUNT, What.MONEY):
            continue
        behind, ahead = row[max(0, at - 2) : at], row[at + 1 : at + 4]
        named = len(behind) > 1 and behind[0].text == noun and behind[1].tag == OF
        if named or any(one.text == noun for one in ahead):
            return figure
    return None


def _below(listed: Itemised) -> Iterator[tuple[Sentence, tuple[Sum, ...]]]:
    """A total that closes a list whose opening names none, and opens no list itself."""
    closing = listed.closing
    whole = _closing_total(closing) if closing is not None else None
    if closing is None or whole is None:
        return
    parts = _parts(listed.items, whole)
    if parts and plausible(whole, parts):
        yield closing, (Sum(whole, parts, Bound.ALL, whole),)


def _bound(
    text: Text, listed: Itemised, letters: str, whole: Quantity, parts: Sequence[Quantity]
) -> Bound:
    opening = listed.opening
    if opening is None or selected(opening.row) or overlapping(text, opening):
        return Bound.OPEN
    if text.document.format in UNSURE:
        return Bound.OPEN
    if any(_is_property(one) for one in listed.items) or letters[:1] == "o":
        return Bound.OPEN
    if "T" in letters or "C" in letters or exclusive(text, opening):
        return Bound.ALL
    made = sum((one.value for one in parts), Fraction(0))
    if len(parts) < _FEW and made < _LEAST * whole.value:
        return Bound.OPEN
    return Bound.ALL if _NAMED.search(letters) else Bound.OPEN


def _percentages(text: Text, listed: Itemised) -> Iterator[tuple[Sentence, tuple[Sum, ...]]]:
    """Percentages, one in each item, as parts of 100."""
    found = [[one for one in item.quantities if one.what is What.PERCENT] for item in listed.items]
    if any(len(one) != 1 for one in found) or len(found) < _FEW:
        return
    parts = tuple(one[0] for one in found)
    opening = listed.opening
    rows = [item.row for item in listed.items]
    said = [opening.row] if opening is not None else []
    closed = any(one.text in _OTHER for one in rows[-1][:3]) or any(
        "C" in tags(row, _WORDS) for row in said
    )
    barred = opening is not None and (overlapping(text, opening) or selected(opening.row))
    changing = any(one.tag in "+" or one.text in _CHANGING for row in rows for one in row)
    last = listed.items[-1]
    barred |= text.document.format in UNSURE
    bound = Bound.OPEN
    if not barred and not changing:
        once = opening is not None and exclusive(text, opening) and not _of_each(opening)
        bound = Bound.ALL if closed else Bound.APART if once else Bound.OPEN
    yield last, (Sum(None, parts, bound, parts[-1]),)


_CHANGING: Final = words("up down rise fall increase decrease higher lower more fewer of than")


def _of_each(opening: Sentence) -> bool:
    """Whether each percentage is of a group of its own: "asked to pick one, by age"."""
    return any(one.text in _GROUPED for one in opening.row)


_GROUPED: Final = words("share proportion percentage by group groups per yes")


def _closing_total(sentence: Sentence) -> Quantity | None:
    """The total that a sentence names and nothing else: "Total: 330,967"."""
    if not _TOTAL.search(tags(sentence.row, _WORDS)):
        return None
    found = [one for one in sentence.quantities if one.what in (What.COUNT, What.MONEY)]
    return found[0] if len(found) == 1 else None


def _parts(items: Sequence[Sentence], whole: Quantity) -> tuple[Quantity, ...]:
    """One number of each item that counts in the same as a total, all in the same place."""
    for place in (_opens, _follows_its_name):
        found = [place(one, whole) for one in items]
        if all(one is not None for one in found):
            return tuple(one for one in found if one is not None)
    return ()


def _opens(item: Sentence, whole: Quantity) -> Quantity | None:
    number = counted(item.row[0], item.part)
    return number if number is not None and alike(number, whole) else None


def _follows_its_name(item: Sentence, whole: Quantity) -> Quantity | None:
    """The number after a colon or a dash, or alone at the end."""
    row = item.row
    numbers = [one.quantity for one in row if one.quantity and alike(one.quantity, whole)]
    if len(numbers) != 1:
        return None
    at = next(place for place, one in enumerate(row) if one.quantity is numbers[0])
    behind = row[at - 1].tag if at else ""
    ends = all(one.tag in ".;,)" or one.text == "and" for one in row[at + 1 :])
    return numbers[0] if behind in (":", "-", "(") or ends else None


def _is_property(item: Sentence) -> bool:
    """Whether an item says what its number did or had: "260 named speeding"."""
    return item.row[0].quantity is not None and any(
        one.text in _PROPERTIES for one in item.row[:_OPENING]
    )

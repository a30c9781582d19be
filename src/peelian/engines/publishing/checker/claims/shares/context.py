"""Wholes that stand in the sentences before, or earlier in the same one."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.shares.bases import (
    base_beside,
    base_of,
    is_any,
    is_of_those_who,
    is_said,
    told_apart,
)
from peelian.engines.publishing.checker.claims.shares.bound import aside
from peelian.engines.publishing.checker.claims.shares.search import COUNTED, Bound
from peelian.engines.publishing.checker.claims.shares.words import (
    COMPARING,
    OCCASIONS,
    SHARE,
    TOTALS,
)
from peelian.engines.publishing.checker.documents import Kind
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import DATE, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_KINDS: Final = words("woman man boy girl male female")
_PEOPLE: Final = words(
    "patient participant respondent person student pupil adult child employee officer victim "
    "suspect offender prisoner resident tenant driver member nurse teacher worker volunteer"
)
_NESTING: Final = words("whom which including include includes included")
_NEAR: Final = 2


def wholes(
    text: Text, sentence: Sentence, claim: Bound, parts: set[Quantity]
) -> tuple[tuple[Quantity, ...], bool]:
    """The counts before a part that it may be a part of, nearest first, and whether that is plain.

    "Of those who replied, 205 (41%)" is plainly of a count only where that was said of it.
    """
    found, plain = _wholes(text, sentence, claim, parts)
    told = told_apart(sentence.row[: claim.part_at]) if plain and claim.part is not None else ()
    if told and not is_said(tuple(told), _place(text, found[0])[0]):
        return found, False
    return found, plain


def _wholes(
    text: Text, sentence: Sentence, claim: Bound, parts: set[Quantity]
) -> tuple[tuple[Quantity, ...], bool]:
    """The counts before a part that it may be a part of, nearest first, and whether that is plain.

    It is plain where the words point back ("of these, 542 (72.5%)"), or where the one count before
    it is of the same things, or of things that the part leaves unnamed.
    """
    part = claim.part
    if part is None:
        return _only_count_before(text, sentence)
    if part.what is What.COUNT and part.decimals > 0:
        return (), False  # 1.4 GW is no count
    found = _before(text, sentence, claim, part)
    if _points_back(sentence.row, claim):
        return tuple(found), bool(found)
    siblings = [one for one in found if one in parts or _is_part_itself(text, one)]
    found = [one for one in found if one not in siblings]
    opened = text.opening(sentence)
    if opened is not None:
        found = [one for one in found if one in opened.quantities] or found
    plain = not _compares(sentence.row) and not _of_other_items(text, sentence, found)
    # A part that is larger than a whole has another, which this may be of as well.
    largest = max((one.value for one in siblings if one.digits), default=0)
    plain = plain and not any(one.value < largest for one in found)
    totals = [one for one in found if _is_total(text, one)]
    if _is_of_others(sentence, claim):
        totals = [one for one in totals if is_of(text, sentence, claim, one)]
    if len(totals) == 1:
        # "Of a sample of 440, 81 were enrolled": what follows may be of these.
        return (*totals, *(one for one in found if one not in totals)), plain and found == totals
    things = _things(sentence.row, claim)
    same = [
        one
        for one in found
        if (not things and not _is_of_others(sentence, claim))
        or things in _named(text, one)
        or is_of(text, sentence, claim, one)
        or _are_kinds(things, _named(text, one))
    ]
    if not same:
        return _later(text, sentence, claim, parts, things)
    alone = len(found) == 1 and len(same) == 1
    return tuple(found), alone and plain and _same_time(text, sentence, found[0])


def _is_of_others(sentence: Sentence, claim: Bound) -> bool:
    """Whether a percentage names a base of its own, such as "those arrested in the county"."""
    base = base_beside(sentence.row, claim.at)
    return bool(base) and not is_any(base)


def _are_kinds(things: str, named: tuple[str, ...]) -> bool:
    """Whether a part counts women or men, and its whole people."""
    return things in _KINDS and bool(_PEOPLE & set(named))


def _is_part_itself(text: Text, figure: Quantity) -> bool:
    """Whether a count is printed as a part: "44 cases (43.6%)", ", of which 66", "including 12"."""
    row, at = _place(text, figure)
    if at == 0 and row[1:2] and row[1].tag == ")":
        return True  # the rest of "(24%; 1,105)" on a line of its own
    if any(one.text in _NESTING for one in row[max(0, at - _NEAR) : at]):
        return True
    ahead = "".join(one.tag for one in row[at + 1 : at + _NEAR + 2])
    opened = ahead.find("(")
    return opened >= 0 and set(ahead[:opened]) <= {"w"} and ahead[opened + 1 :][:1] == "p"


def _of_other_items(text: Text, sentence: Sentence, found: list[Quantity]) -> bool:
    """Whether the whole would stand in another item of the same list."""
    return (
        sentence.kind is Kind.ITEM
        and bool(found)
        and found[0].part != sentence.part
        and (other := text.around(found[0])) is not None
        and other.kind is Kind.ITEM
    )


def is_of(text: Text, sentence: Sentence, claim: Bound, whole: Quantity) -> bool:
    """Whether a percentage names as its base what was said of a whole before."""
    row, _ = _place(text, whole)
    return row is not sentence.row and is_said(base_beside(sentence.row, claim.at), row)


def _before(text: Text, sentence: Sentence, claim: Bound, part: Quantity) -> list[Quantity]:
    """Every count before a part that it may be a part of, the nearest first.

    Counts in brackets are asides, such as those of another year, where others are not.
    """
    earlier = list(text.before(sentence))
    opened = text.opening(sentence)
    if opened is not None and opened not in earlier:
        earlier.append(opened)
    rows = [sentence.row[: claim.part_at], *(other.row for other in earlier)]
    found = [(one, aside) for row in rows for one, aside in _larger(part, row)]
    plain = [one for one, aside in found if not aside]
    return plain or [one for one, _ in found]


def _later(
    text: Text, sentence: Sentence, claim: Bound, parts: set[Quantity], things: str
) -> tuple[tuple[Quantity, ...], bool]:
    """A whole that is named afterwards: "12.5% of the samples (n = 16); 80 samples were drawn"."""
    part = claim.part
    if part is None:
        return (), False
    found = [
        one
        for one, _ in _larger(part, sentence.row[max(claim.part_at, claim.at) + 1 :])
        if one not in parts and ((things and things in _named(text, one)) or _is_total(text, one))
    ]
    if not found:
        found = [
            one
            for other in text.after(sentence)
            for one, _ in _larger(part, other.row)
            if one not in parts and _is_total(text, one)
        ]
    return tuple(found), len(found) == 1 and not _compares(sentence.row)


def _same_time(text: Text, sentence: Sentence, figure: Quantity) -> bool:
    """Whether a figure's sentence and this one do not name two different times."""
    row, _ = _place(text, figure)
    here, there = _dates(sentence.row), _dates(row)
    return not here or not there or here == there


def _dates(row: tuple[Item, ...]) -> set[str]:
    return {item.text for item in row if item.tag == DATE}


def _only_count_before(text: Text, sentence: Sentence) -> tuple[tuple[Quantity, ...], bool]:
    """The one count of the sentence before: what "45 percent of them" is of."""
    for other in text.before(sentence, 1):
        counts = [one for one in other.quantities if one.what in COUNTED]
        if len(counts) == 1:
            return (counts[0],), True
    return (), False


def _things(row: tuple[Item, ...], claim: Bound) -> str:
    """What the part counts, in one word: that after it, or that of which the percentage is."""
    named: tuple[str, ...] = ()
    if row[claim.at + 1 : claim.at + 2] and row[claim.at + 1].tag == "o":
        named = nouns.after(row, claim.at + 2)
    named = named or nouns.after(row, claim.part_at + 1)
    head = nouns.head(named)
    return "" if head in OCCASIONS else head


def _compares(row: tuple[Item, ...]) -> bool:
    """Whether a sentence sets groups side by side, each of which has a whole of its own."""
    return any(item.text in COMPARING for item in row)


def _larger(part: Quantity, row: tuple[Item, ...]) -> Iterator[tuple[Quantity, bool]]:
    """Counts that the part may be a part of, the last first, and whether they are in brackets."""
    kinds = (What.MONEY,) if part.what is What.MONEY else COUNTED
    for at in range(len(row) - 1, -1, -1):
        number = row[at].quantity
        if number is None or number.what not in kinds:
            continue
        if number.span.high >= part.span.low and number.value != part.value:
            yield number, aside(row, at)


def _points_back(row: tuple[Item, ...], claim: Bound) -> bool:
    """Whether words name the whole again: "of these", "542 of them", "35 percent of the total"."""
    letters = tags(row, SHARE)
    before, after_part = letters[: claim.part_at], letters[claim.part_at + 1 :]
    of_it = letters[claim.at + 1 :].startswith(("oA", "E"))
    of_it = of_it and not is_of_those_who(row, claim.at + _NEAR + 1)
    if letters[claim.at + 1 :].startswith("E") and not is_any(base_of(row, claim.at)):
        of_it = False  # "of total sales" is of sales, whatever was counted before
    return "oA" in before or after_part.startswith("oA") or of_it


def _named(text: Text, figure: Quantity) -> tuple[str, ...]:
    """What a figure counts."""
    row, at = _place(text, figure)
    return nouns.after(row, at + 1)


def _is_total(text: Text, figure: Quantity) -> bool:
    """Whether the words before a figure call it a whole: "a total of 748", "a sample of 748"."""
    row, at = _place(text, figure)
    if figure.what is What.BASE or any(one.text in TOTALS for one in row[max(0, at - 3) : at]):
        return True
    ahead = [item.text for item in row[at + 1 : at + 6]]
    return any(first == "in" and last in ("all", "total") for first, last in pairwise(ahead))


def _place(text: Text, figure: Quantity) -> tuple[tuple[Item, ...], int]:
    """The row in which a figure stands, and its number in it."""
    sentence = text.around(figure)
    row = sentence.row if sentence is not None else ()
    at = next((at for at, item in enumerate(row) if item.quantity is figure), len(row))
    return row, at

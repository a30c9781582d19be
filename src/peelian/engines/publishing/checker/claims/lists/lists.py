"""A stated number of things and the list that names them: "It has four pillars:" and four items.

Judged are lists in the text whose number stands right before the colon, and series of short names
in the sentence itself, "five characteristics: age, disability, race, religion and sex". Lists of
PDF files are not judged, since their marks and breaks are guesses.
"""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims.lists.series import named_in
from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.sums.overlaps import UNSURE, selected
from peelian.engines.publishing.checker.documents import Kind, Passage
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

MOST: Final = 20
"""A longer list is hardly announced by its number."""

_NOUNS: Final = 5
_ENDS_NOUN: Final = words(
    "is are was were be been has have had do did will would can may with by from to on at as "
    "including include includes such than which that who following says said asked told found set "
    "show shows"
)
_MEASURES: Final = words(
    "people person officers staff respondents victims cases files calls crimes offences incidents "
    "times days weeks months years hours minutes pounds percent points pages complaints arrests "
    "searches members posts patrols units recommendations responses"
)
_HEADINGS: Final = words("headings heads titles banners themes categories")
"""What things are put under: "under four headings" is no fewer than four."""

_THE: Final = words("the these those our its their all")
_WHICH: Final = words("first last next top main other further another these those all")


def find(text: Text) -> Iterator[Finding]:
    """Every list whose length the words before it state."""
    for sentence in with_figures(text):
        yield from _in_a_series(sentence)
        if text.document.format not in UNSURE:
            yield from _in_a_list(text, sentence)


def _in_a_list(text: Text, sentence: Sentence) -> Iterator[Finding]:
    row = sentence.row
    if not row or row[-1].tag != ":" or selected(row):
        return
    stated = stated_before(row, len(row) - 1)
    passage = text.document.parts[sentence.part]
    if stated is None or not isinstance(passage, Passage) or sentence.end < len(passage.text):
        return
    length = _length(text, sentence.part)
    if 2 <= length <= MOST:
        yield _said(sentence, stated, length, f"the list below has {length} items")


def _length(text: Text, opening: int) -> int:
    """How many items of the first level follow a passage at once, in one unbroken list."""
    parts = text.document.parts
    first = parts[opening + 1] if opening + 1 < len(parts) else None
    if not isinstance(first, Passage) or first.kind is not Kind.ITEM:
        return 0
    length = 0
    for part in parts[opening + 1 :]:
        if not isinstance(part, Passage) or part.list != first.list:
            break
        length += part.level == first.level
    return length


def _in_a_series(sentence: Sentence) -> Iterator[Finding]:
    for first, last, names in named_in(sentence.row):
        stated = stated_before(sentence.row, first)
        if stated is None or selected(sentence.row[max(0, first - 6) : last]):
            continue
        told = f"the sentence names {names}"
        yield _said(sentence, stated, names, told)


def stated_before(row: tuple[Item, ...], end: int) -> Quantity | None:
    """The whole number that counts the noun just before an item, or nothing."""
    for at in range(end - 1, max(-1, end - _NOUNS - 3), -1):
        item = row[at]
        if item.quantity is not None:
            return _plain(row, at, end)
        if item.tag not in ("w", "o", '"') or item.text in _ENDS_NOUN:
            return None
    return None


def _plain(row: tuple[Item, ...], at: int, end: int) -> Quantity | None:
    """The number, where it is small and counts things that have names.

    "About" before it softens nothing here: who asks "about five things" names five.
    """
    figure = row[at].quantity
    noun = [one.text for one in row[at + 1 : end] if one.tag == "w"]
    if figure is None or figure.what is not What.COUNT:
        return None
    headed = figure.soft == "under" and bool(_HEADINGS & set(noun))
    if figure.soft not in ("", "about") and not headed:
        return None
    if not noun or _MEASURES & set(noun) or figure.decimals or not 2 <= figure.value <= MOST:
        return None
    before = row[at - 1] if at else None
    behind = [one.tag for one in row[max(0, at - 3) : at] if one.tag != "w" or one.text not in _THE]
    if behind[-1:] == ["o"] and len(row[max(0, at - 3) : at]) > 1:
        # "Two of the four aims (speed and care)": the names are those of the two.
        return None
    if before is not None and (before.tag == "o" or before.text in _WHICH - {"these", "all"}):
        return None
    return figure


def _said(sentence: Sentence, stated: Quantity, length: int, told: str) -> Finding:
    agrees = stated.value == length
    return finding(
        sentence,
        About.LIST,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (stated,),
        computed=told,
        allowed=str(length),
        because="" if agrees else f"{length} are named, not {stated.printed}",
    )

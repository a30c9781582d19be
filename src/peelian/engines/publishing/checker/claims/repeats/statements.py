"""One statement with two values, in the same words or in another order of them.

"The trust ran 34 schools on 31 March 2026. On 31 March 2026 the trust ran 43 schools": both name
the same subject, thing and time, and nothing else. A word that only one of them has may narrow it,
so it makes them two statements; what is said after a comma of the thing that was counted does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import (
    contradiction,
    negations,
    one_setting,
    steps,
)
from peelian.engines.publishing.checker.claims.repeats.places import one_place
from peelian.engines.publishing.checker.claims.repeats.words import CORRECTIONS, NARROWING
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import FUNCTION, dates, labels, names, root
from peelian.engines.publishing.checker.documents import Kind
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.engines.publishing.checker.language.units import HOURS

_ENDS: Final = frozenset(",;:-()") | words("and but while whereas although though")
_SMALL: Final = words(
    "a an the this that these those some just only as of in on at by were was is are be been had "
    "has have altogether all total overall also then its their our it they we"
)
"""Words without which a statement says the same."""
_SAYING: Final = words("said says say according claimed claims reported figures estimates")
_WERE: Final = words("was were is are had have has")
_PRONOUNS: Final = words("it they")
_VAGUE: Final = words("there we they it some one")
_MONTHLY: Final = words("day week month quarter year night season weekend")
_LEAST: Final = 2
_BACK: Final = 3


@dataclass(frozen=True)
class Statement:
    """A clause with one figure: the roots of all it names, its dates, and what it opens with."""

    sentence: Sentence
    figure: Quantity
    named: frozenset[str]
    dated: frozenset[str]
    subject: frozenset[str]

    @property
    def told_again(self) -> bool:
        """Whether its subject is only "it" or "they"."""
        return bool(_PRONOUNS & {one.text for one in self.sentence.row[:6]}) and not self.subject


def find(text: Text) -> Iterator[Finding]:
    """Every later value of a statement that stood before with another one."""
    groups: dict[tuple[frozenset[str], What], list[Statement]] = {}
    for sentence in with_figures(text):
        found = statement(sentence)
        if found is not None:
            groups.setdefault((found.dated, found.figure.what), []).append(found)
    for said in groups.values():
        for earlier, later in _pairs(said):
            if _one_thing(text, earlier, later):
                yield contradiction(
                    (earlier.sentence, earlier.figure),
                    (later.sentence, later.figure),
                    _told(earlier.figure),
                )


def _pairs(said: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """A statement and the next of the same words, or of the same words but for its subject."""
    alike: dict[frozenset[str], list[Statement]] = {}
    for one in said:
        alike.setdefault(one.named, []).append(one)
    for same in alike.values():
        if len({one.figure.value for one in same}) <= _LEAST:
            yield from pairwise(same)
    for earlier, later in pairwise(said):
        again = later.told_again and later.named < earlier.named
        if again and earlier.named - later.named <= earlier.subject:
            yield earlier, later


def statement(sentence: Sentence) -> Statement | None:
    """What a sentence says of one figure, if it is dated and neither narrowed nor compared."""
    row = sentence.row
    if row[-1].tag == "?" or CORRECTIONS & {one.text for one in row}:
        return None
    places = [at for at, one in enumerate(row) if one.quantity is not None]
    at = places[0]
    figure = row[at].quantity
    last = next((step for step in range(at + 1, len(row)) if row[step].text in _ENDS), len(row))
    if figure is None or (places[1:2] and places[1] < last) or figure.ranged:
        return None
    clause, tail = row[:last], row[last:]
    if figure.what not in (What.COUNT, What.MONEY, What.PERCENT, What.DURATION):
        return None
    if steps(clause) or _narrows(tail) or any(one.tag in ";:(-" for one in clause[:at]):
        return None
    named = _named(clause)
    if len(named) < _LEAST or not (dates(clause) or _timed(clause)):
        return None
    return Statement(sentence, figure, named, dates(clause), _subject(clause, at))


def _named(row: Sequence[Item]) -> frozenset[str]:
    """The roots of all but the smallest words, and without the first of "there were"."""
    return frozenset(
        root(one.text)
        for at, one in enumerate(row)
        if one.tag == WORD
        and one.text not in _SMALL
        and not (one.text == "there" and row[at + 1 : at + 2] and row[at + 1].text in _WERE)
    )


def _narrows(tail: Sequence[Item]) -> bool:
    """Whether what follows makes fewer or more of what was counted, or is somebody's word."""
    opens = tail[1].text if len(tail) > 1 else ""
    told = any(one.text in _SAYING for one in tail)
    return told or opens in NARROWING or opens.endswith("ing")


def _timed(row: Sequence[Item]) -> bool:
    """Whether a time without a date is named: "at year end"."""
    return any(
        one.text == "end" and {*_MONTHLY} & {near.text for near in row[max(0, at - 1) : at + 4]}
        for at, one in enumerate(row)
    )


def _subject(row: Sequence[Item], at: int) -> frozenset[str]:
    """The roots of what stands before the verb, as far as words tell: all but the last word."""
    lead = [one.text for one in row[:at] if one.tag == WORD and one.text not in _SMALL | FUNCTION]
    return frozenset(root(one) for one in lead[:-1])


def _one_thing(text: Text, earlier: Statement, later: Statement) -> bool:
    first, last = earlier.sentence, later.sentence
    if earlier.figure.span.meets(later.figure.span) or earlier.figure.unit != later.figure.unit:
        return False
    gap = text.sentences[first.number + 1 : last.number]
    near = first.part == last.part and len(gap) < _BACK
    if not near and not one_place(text, first, last):
        return False
    if gap and (_is_vague(earlier) or later.told_again):
        return False
    after = text.sentences[last.number + 1 : last.number + 2]
    corrected = any(CORRECTIONS & {one.text for one in said.row} for said in (*gap, *after))
    elsewhere = near and any(names(one.text) - names(first.text) for one in gap)
    items = first.kind is Kind.ITEM and last.kind is Kind.ITEM
    return (
        not (corrected or elsewhere or items)
        and names(first.text) >= names(last.text)
        and labels(first.row) == labels(last.row)
        and negations(first.row) == negations(last.row)
        and _opens_alike(first, last)
    )


def _opens_alike(earlier: Sentence, later: Sentence) -> bool:
    """Whether the setting of the later, but for what follows the figure, is that of the earlier."""
    at = next(at for at, one in enumerate(later.row) if one.quantity is not None)
    return one_setting(earlier, later, steps(earlier.row) | steps(later.row), ends=at)


def _is_vague(one: Statement) -> bool:
    """Whether a statement does not name whose figure it is: "there were 418"."""
    return not one.subject or bool(_VAGUE & {item.text for item in one.sentence.row[:6]})


def _told(figure: Quantity) -> str:
    if figure.what is What.DURATION:
        return f"{between(figure.span.by(1 / HOURS[figure.unit]))} {figure.unit}s"
    said = between(figure.span)
    if figure.what is What.PERCENT:
        return f"{said} percent"
    return f"{figure.unit}{said}" if figure.what is What.MONEY else said

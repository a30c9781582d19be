"""A figure of a summary that the body of the report prints otherwise.

"Volunteers made 280 visits to people in custody" in the foreword, "28 volunteers made 208 visits"
in the chapter. Nothing but a misprint is looked for: two figures of one kind whose digits are the
same in another order, or that differ in one digit. A summary says things in other words, so the
fewer signs of a misprint there are, the more of the words must be the same; and a figure that
stands anywhere else in the report is no misprint.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import (
    contradiction,
    negations,
    one_period,
    steps,
    transposed,
)
from peelian.engines.publishing.checker.claims.repeats.places import sums_up
from peelian.engines.publishing.checker.claims.repeats.words import (
    CORRECTIONS,
    INSPECTED,
    NEUTRAL,
    PLANNED,
)
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import FUNCTION, dates, labels, names, root
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_KINDS: Final = (What.COUNT, What.MONEY, What.PERCENT)
_PARTS: Final = frozenset(",;:") | words("and but while whereas although though against compared")
_LEADING: Final = words("in across through over from by at to on with")
_BACK: Final = words("them they these those it who")
_TIMES: Final = words("year years month months quarter period time end ending today date this")
_SAID: Final = frozenset(
    root(one)
    for one in NEUTRAL
    | INSPECTED
    | _TIMES
    | words("number numbers telephoned phoned programme scheme staff")
)
Place = tuple[int, tuple[int, int]]
_MANY: Final = 3
_LEAST: Final = 2


@dataclass(frozen=True)
class Said:
    """One figure, the clause it stands in, and the roots of what that names."""

    sentence: Sentence
    figure: Quantity
    clause: tuple[Item, ...]

    @cached_property
    def named(self) -> frozenset[str]:
        """What the clause names, or the whole sentence where the clause says "them"."""
        back = any(one.text in _BACK for one in self.clause)
        row = self.sentence.row if back else self.clause
        said = (one.text for one in row if one.tag == WORD and one.text not in FUNCTION)
        return frozenset(root(one) for one in said) - _SAID


def find(text: Text, said: Collection[Place] = ()) -> Iterator[Finding]:
    """Every figure of a summary that the body prints otherwise, by a misprint in either.

    The figure of the summary is judged, since the body often bears its own out. Those that stand
    where ``said`` tells are known already.
    """
    places = sums_up(text)
    if not places:
        return
    every = [one for sentence in with_figures(text) for one in _said(sentence)]
    short = [one for one in every if one.sentence.part in places]
    body = [one for one in every if one.sentence.part not in places]
    for one in short:
        others = [other for other in body if _misprinted(one.figure, other.figure)]
        found = [
            other
            for other in others
            if _of_one_thing(one, other) and one_period(text, other.sentence, one.sentence)
        ]
        if len({other.figure.value for other in found}) == 1 and not _known(
            text, one, found[0], places
        ):
            other = found[0]
            if not any(_place(each.figure) in said for each in (one, other)):
                yield contradiction(
                    (other.sentence, other.figure), (one.sentence, one.figure), _told(other.figure)
                )


def _said(sentence: Sentence) -> Iterator[Said]:
    """Every plain figure of a sentence that is neither aimed at nor of another time."""
    row = sentence.row
    if (CORRECTIONS - PLANNED) & {one.text for one in row} or row[-1].tag == "?":
        return
    for at, item in enumerate(row):
        figure = item.quantity
        if figure is None or figure.what not in _KINDS or figure.ranged:
            continue
        if figure.soft not in ("", "about"):
            continue
        if figure.what is What.COUNT and not _counts(row, at):
            continue
        first, last = _clause(row, at)
        if not steps(row[first:last]) and not PLANNED & {one.text for one in row[first:last]}:
            yield Said(sentence, figure, tuple(row[first:last]))


def _counts(row: Sequence[Item], at: int) -> bool:
    """Whether a word follows a number that it may count; "GLib 2.70" is a version."""
    ahead = row[at + 1] if at + 1 < len(row) else None
    return ahead is not None and ahead.tag == WORD and ahead.text not in FUNCTION


def _clause(row: Sequence[Item], at: int) -> tuple[int, int]:
    """The items around a figure, up to the next comma on either side; brackets part nothing."""
    first = at
    while first > 0 and row[first - 1].text not in _PARTS:
        first -= 1
    last = at
    while last < len(row) and row[last].text not in _PARTS:
        if row[last].text in _LEADING and row[last + 1 : last + 2] and row[last + 1].quantity:
            break
        last += 1
    return first, last


def _misprinted(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one kind differ in the order of their digits, or in one of them."""
    if one.what is not other.what or one.unit != other.unit or one.decimals != other.decimals:
        return False
    first, last = _digits(one), _digits(other)
    if one.span.meets(other.span) or len(first) != len(last) or len(first) < _LEAST:
        return False
    unlike = sum(sign != each for sign, each in zip(first, last, strict=True))
    return unlike == 1 or transposed(one, other)


def _digits(figure: Quantity) -> str:
    return "".join(sign for sign in figure.printed if sign.isdigit())


def _of_one_thing(one: Said, other: Said) -> bool:
    """Whether both name the same; a part of it is enough where many digits changed places."""
    if not _one_setting(one, other):
        return False
    both = one.named & other.named
    if len(both) < _LEAST:
        return False
    if one.named == other.named:
        return True
    plain = one.figure.what is not What.PERCENT or len(_digits(one.figure)) >= _MANY
    return (
        plain
        and both == other.named
        and transposed(one.figure, other.figure)
        and _one_noun(one, other)
    )


def _one_noun(one: Said, other: Said) -> bool:
    """Whether two counts are followed by the same noun; amounts have none."""
    first, last = _noun(one), _noun(other)
    return one.figure.what is not What.COUNT or (first != "" and first == last)


def _noun(one: Said) -> str:
    at = next(at for at, item in enumerate(one.clause) if item.quantity is one.figure)
    ahead = one.clause[at + 1 : at + 2]
    return root(ahead[0].text) if ahead and ahead[0].tag == WORD else ""


def _one_setting(short: Said, body: Said) -> bool:
    """Whether the body names no date, label or place that its summary does not."""
    one, other = short.sentence, body.sentence
    dated, again = dates(one.row), dates(body.clause)
    return (
        again <= dated
        and labels(one.row) == labels(other.row)
        and names(other.text) <= names(one.text) | {"The"}
        and negations(one.row) == negations(other.row)
    )


def _known(text: Text, one: Said, other: Said, places: frozenset[int]) -> bool:
    """Whether the body prints the summary's figure too, or tells that the other is a part of it."""
    alike = {
        each.value
        for sentence in with_figures(text)
        if sentence.part not in places
        for each in sentence.quantities
        if each.what is one.figure.what
    }
    return one.figure.value in alike or one.figure.value - other.figure.value in alike


def _place(figure: Quantity) -> Place:
    return figure.part, (figure.start, figure.end)


def _told(figure: Quantity) -> str:
    said = between(figure.span)
    if figure.what is What.PERCENT:
        return f"{said} percent"
    return f"{figure.unit}{said}" if figure.what is What.MONEY else said

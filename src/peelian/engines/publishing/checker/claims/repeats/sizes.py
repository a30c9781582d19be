"""One thing with two sizes: "a backlog of 4,312 cases ... the backlog, 4,132 cases, was"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import (
    contradiction,
    one_setting,
    steps,
    transposed,
)
from peelian.engines.publishing.checker.claims.repeats.mentions import Mention, mentions, roots
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import dates, root
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.item import DATE, LABEL, OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_BACK: Final = 2
_NEAR: Final = Fraction(1, 4)
_KNOWN: Final = words("the this that its their our")
_LEADING: Final = words("at of with numbering totalling")
_SMALL: Final = words("at in on for by from with to as which that who until after before during")
_LONGEST: Final = 4


def find(text: Text) -> Iterator[Finding]:
    """Every size of a known thing of which another size was printed just before."""
    for later in with_figures(text):
        for size in mentions(later):
            named = _thing(later.row, size.at)
            if named is None:
                continue
            for earlier in text.before(later, _BACK):
                before = _size_of(earlier, named[0], size)
                if (
                    before is not None
                    and _one_thing(before, size, named)
                    and not _changed(text, before, size)
                ):
                    told = between(before.figure.span)
                    yield contradiction((earlier, before.figure), (later, size.figure), told)
                    break


def _thing(row: Sequence[Item], at: int) -> tuple[str, Sequence[Item]] | None:
    """The root of what has the size, and the phrase that names it; only of a known thing."""
    if at > 1 and row[at - 1].tag == OF and row[at - 2].tag == WORD:
        first = next(
            (
                step
                for step in range(at - 2, max(-1, at - 2 - _LONGEST), -1)
                if _is_known(row, step)
            ),
            None,
        )
        return None if first is None else (root(row[at - 2].text), row[first + 1 : at - 1])
    comma = at - 2 if row[at - 1].text in _LEADING else at - 1
    if comma < 2 or row[comma].tag != "," or not _is_known(row, 0):
        return None
    phrase = row[1:comma]
    if any(one.tag not in (WORD, OF, DATE, LABEL) for one in phrase):
        return None
    end = next((step for step, one in enumerate(phrase) if not _is_noun(one)), len(phrase))
    return (root(phrase[end - 1].text), phrase) if end else None


def _is_known(row: Sequence[Item], at: int) -> bool:
    return row[at].text in _KNOWN


def _is_noun(one: Item) -> bool:
    return one.tag == WORD and one.text not in _SMALL


def _size_of(earlier: Sentence, thing: str, size: Mention) -> Mention | None:
    """The only size that a sentence gives of such a thing: "a backlog of 4,312 cases"."""
    row = earlier.row
    found = [
        one
        for one in mentions(earlier)
        if one.noun == size.noun
        and one.at > 1
        and row[one.at - 1].tag == OF
        and root(row[one.at - 2].text) == thing
    ]
    return found[0] if len(found) == 1 else None


def _one_thing(earlier: Mention, later: Mention, named: tuple[str, Sequence[Item]]) -> bool:
    """Whether the later names nothing that the earlier does not, and differs as misprints do."""
    narrowed = later.leads_to in _SMALL
    said, last = later.sentence, later.ends if narrowed else later.at + 1 + len(later.noun)
    row = said.row[:last]
    opening = replace(said, row=row, text=said.text[: row[-1].end - said.start])
    return (
        _misprinted(earlier, later)
        and dates(said.row) <= dates(earlier.sentence.row)
        and roots(named[1]) <= earlier.roots
        and (not narrowed or later.after <= earlier.roots)
        and one_setting(earlier.sentence, opening)
    )


def _misprinted(earlier: Mention, later: Mention) -> bool:
    """Whether the two differ as misprints do: in one digit, or in their order."""
    one, other = str(earlier.value), str(later.value)
    if earlier.value == later.value or len(one) != len(other):
        return False
    unlike = sum(first != second for first, second in zip(one, other, strict=True))
    near = abs(earlier.value - later.value) <= _NEAR * max(earlier.value, later.value)
    return (unlike == 1 and near) or transposed(earlier.figure, later.figure)


def _changed(text: Text, earlier: Mention, later: Mention) -> bool:
    """Whether what stands between tells of the later size, or that something grew or fell."""
    between_them = text.sentences[earlier.sentence.number + 1 : later.sentence.number]
    known = any(
        one.value == later.value and one != later.figure
        for sentence in (earlier.sentence, *between_them)
        for one in sentence.quantities
    )
    return known or any(steps(one.row) for one in between_them)

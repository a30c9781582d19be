"""One person with two ages: "a cyclist aged 43 ... The 34-year-old".

Only where the two are the same digits in another order: another person of whom no age was told
may be taken up by one ("her husband ... The 51-year-old").
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import contradiction, transposed
from peelian.engines.publishing.checker.claims.wording import FUNCTION
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.item import LABEL, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import exactly

_YEAR_OLD: Final = re.compile(r"(\d{1,3})-years?-old")
_NUMBER: Final = re.compile(r"\d{1,3}")
_OTHERS: Final = words("by and his her their husband wife partner son daughter brother sister")
"""Words by which another person may be named: "stabbed by a boy"."""
_BACK: Final = 2
_LEADING: Final = 3


def find(text: Text) -> Iterator[Finding]:
    """Every age of a person whose age was told with other digits just before."""
    for later in text.sentences:
        if "old" not in later.text and "aged" not in later.text:
            continue
        known = _taken_up(later)
        for earlier in text.before(later, _BACK) if known is not None else ():
            told = list(_ages(earlier))
            if not told:
                continue
            at, before = told[0]
            if len(told) == 1 and known is not None and _is_one(earlier.row, at):
                noun, after = known
                named = noun is None or noun in {one.text for one in earlier.row}
                if named and transposed(before, after) and before.value != after.value:
                    yield contradiction((earlier, before), (later, after), before.printed)
            break


def _ages(sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
    """Every age of a sentence with its place: "43-year-old", "aged 43"."""
    row = sentence.row
    for at, one in enumerate(row):
        age = _YEAR_OLD.fullmatch(one.text) if one.tag == LABEL else None
        if age is None and at and row[at - 1].text == "aged":
            age = _NUMBER.fullmatch(one.text)
        if age is not None:
            years = Fraction(one.text.partition("-")[0])
            yield (
                at,
                Quantity(
                    What.COUNT,
                    years,
                    exactly(years),
                    one.start,
                    one.end,
                    sentence.text[one.start - sentence.start : one.end - sentence.start],
                    part=sentence.part,
                ),
            )


def _is_one(row: Sequence[Item], at: int) -> bool:
    """Whether one person, not known before, has the age, and no other is named beside."""
    return not _OTHERS & {one.text for one in row} and any(
        one.text in ("a", "an") for one in row[max(0, at - _LEADING) : at]
    )


def _taken_up(later: Sentence) -> tuple[str | None, Quantity] | None:
    """The age by which a sentence takes a person up, and the noun that stands with it, if any.

    "The 34-year-old, who ...", "The 34-year-old man", "The man, aged 34, ...".
    """
    row, found = later.row, list(_ages(later))
    if len(found) != 1 or row[0].text != "the":
        return None
    at, age = found[0]
    if at == 1:
        ahead = row[at + 1] if at + 1 < len(row) else None
        noun = ahead is not None and ahead.tag == WORD and ahead.text not in FUNCTION
        verb = noun and ahead is not None and ahead.text.endswith(("s", "ed"))
        return (ahead.text if noun and not verb and ahead is not None else None), age
    aged = [one.text for one in row[1 : at + 1]]
    return (aged[0], age) if aged[1:-1] in ([",", "aged"], ["aged"]) else None

"""What is masked in the texts of a case before a panel: staff, units, and whom it was about.

Panels see more of an encounter than a blind reviewer and must know as little of its people.
"""

import re
from collections.abc import Iterable

from peelian.engines.audits.hiding import hidden_in
from peelian.engines.audits.masking import mask
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.models import Case
from peelian.records.base import Record
from peelian.records.protection import person_of
from peelian.spine.person import Person

# A shorter word stands in others by chance.
SHORTEST = 3
HIDDEN_PERSON = "[hidden: person]"


class Mask:
    """Masks the texts of one case; made once for all of them."""

    def __init__(self, case: Case, panel: Panel, record: Record) -> None:
        self._hidden = hidden_in(record, panel.hides)
        self._people = _any_of((*_names(record), *typed_words(case)))

    def __call__(self, text: str) -> tuple[str, int]:
        """The text without what gives anybody away, and how many places were taken out."""
        masked = mask(text, self._hidden)
        found, number = (
            self._people.subn(HIDDEN_PERSON, masked.text)
            if self._people
            else (
                masked.text,
                0,
            )
        )
        return found, len(masked.places) + number


def typed_words(case: Case) -> tuple[str, ...]:
    """The further words that whoever prepared the case wants hidden."""
    return tuple(word.strip() for word in case.hide_words.split(",") if word.strip())


def _names(record: Record) -> Iterable[str]:
    person_key = person_of(record)
    if not person_key:
        return ()
    rows = Person.objects.filter(force_id=record.force_id, person_key=person_key).values_list(
        "family_name", "given_names"
    )
    return tuple(
        name for row in rows for part in row if part for name in (part, *part.split()) if name
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    long_enough = {word for word in words if len(word) >= SHORTEST}
    if not long_enough:
        return None
    longest_first = sorted(long_enough, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)

"""What a record says, line by line, and why each line is withheld at first.

Nothing is released by itself. The cause tells whoever prepares what to think of; where a machine
cannot tell whom a text is about, it is taken to be about other people.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.procedures.models import Answer, Assessment
from peelian.engines.subject_access.reading import About
from peelian.engines.subject_access.words import Cause
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import FieldCard, derived_of, fields_of

# Addresses of machines, and keys that say nothing to the person.
NOT_GIVEN: Final = frozenset({"record_id", "source", "force_id"})
PART: Final = "part_in_it"
PART_CARD: Final = FieldCard(PART, "string", "Part that the person has in it.", "personal", True)
NOTES: Final = "notes"
NOTES_CARD: Final = FieldCard(NOTES, "string", "What was done about it, and why.", "personal", True)
OPINION = "Opinion"
# Records about records. What happened to a record stands in the record, and a draft is sealed for
# its writer until it is an assessment: neither says anything more of the person.
BESIDE: Final[tuple[type[Record], ...]] = (Assessment, Answer, Duty)
# Whoever has one of these parts has told the police something.
TELLING = frozenset({"Reporting person", "Witness"})
STAFF_WORDS = frozenset({"officer", "handler", "supervisor", "manager", "investigator"})


@dataclass(frozen=True)
class Said:
    """One line: the field, what it says, and why it is withheld at first."""

    card: FieldCard
    value: Any
    cause: Cause


def lines_of_record(about: About, opened: frozenset[str], *, sealed: bool) -> Iterator[Said]:
    """Every line of a record that says something, of the fields that are open to the preparer."""
    model = type(about.record)
    if about.parts:
        told = ", ".join(f"{part.part} ({part.basis.lower()})" for part in about.parts)
        by_opinion = any(part.basis == OPINION for part in about.parts)
        cause = Cause.OPINION if by_opinion else Cause.OWN
        yield Said(PART_CARD, told, Cause.SEALED if sealed else cause)
    told = _notes(about.record)
    if told:
        yield Said(NOTES_CARD, told, Cause.SEALED if sealed else Cause.OFFICER)
    derived = derived_of(model)
    for card in fields_of(model):
        value = getattr(about.record, card.name)
        if card.name in NOT_GIVEN or card.name in derived or card.name not in opened:
            continue
        if value not in (None, ""):
            yield Said(card, value, Cause.SEALED if sealed else _cause(about, card))


def _notes(record: Record) -> str:
    """What whoever dealt with a duty has written about it, in words, oldest first."""
    if not isinstance(record, Duty):
        return ""
    notes = DutyNote.objects.filter(duty_id=record.record_id).exclude(words="").order_by("pk")
    return "; ".join(f"{note.what}: {note.words}" for note in notes)


def _cause(about: About, card: FieldCard) -> Cause:
    protected = protection_of(type(about.record))
    if about.own:
        return Cause.OWN
    named = {protected.owner, protected.subject} - {""}
    if card.name in named or STAFF_WORDS & set(card.name.split("_")):
        return Cause.OFFICER
    if about.parts and all(part.basis == OPINION for part in about.parts):
        return Cause.OPINION
    if card.handling == "personal":
        told = any(part.part in TELLING for part in about.others)
        return Cause.SOURCE if told else Cause.OTHERS
    return Cause.OWN

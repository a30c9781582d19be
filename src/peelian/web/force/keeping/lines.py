"""Lines of a request as a page places them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from peelian.engines.subject_access.lines import LineSeen, RecordSeen
from peelian.web.force.registers import Register
from peelian.web.force.words import in_text, label


@dataclass(frozen=True)
class LinePart:
    """One line: its box, what it says, whether it goes to the person and why not."""

    key: int
    label: str
    text: str
    released: bool
    note: str


@dataclass(frozen=True)
class RecordPart:
    """A record with its lines."""

    title: str
    lines: tuple[LinePart, ...]


def record_parts(seen: RecordSeen, *, named: bool = True) -> RecordPart:
    """A record of a request, ready to be placed: with what the force calls it, if `named`."""
    one = Register(seen.model)
    called = str(getattr(seen.record, one.reference) or "") if named else ""
    return RecordPart(f"{one.one} {called}".strip(), tuple(_part(line) for line in seen.lines))


def _part(seen: LineSeen) -> LinePart:
    note = str(seen.line.get_cause_display())
    if seen.stale:
        note = _("Has changed since it was gathered: gather again")
    return LinePart(
        key=seen.line.pk,
        label=label(seen.card),
        text=in_text(seen.card.name, seen.value),
        released=seen.line.released,
        note=note,
    )

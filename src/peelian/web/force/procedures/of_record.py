"""What the page of a record says of assessments: which were made, and which can be begun."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.visible import visible
from peelian.engines.procedures.answering import may_answer
from peelian.engines.procedures.models import Assessment
from peelian.engines.registers.finding import find
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.reader import Caller
from peelian.web.force.registers import Register
from peelian.web.force.tables import plain_table
from peelian.web.force.words import moment

# A record that was assessed more often shows the newest.
MOST_SHOWN = 50


@dataclass(frozen=True)
class OfRecord:
    """Links to begin an assessment, and a table of those that were made; either can be empty."""

    start: tuple[Link, ...]
    made: Table | None


def procedures_for(who: Caller, register: Register, record_id: str) -> OfRecord:
    """For the page of a record that its reader has opened.

    The table names neither grade nor author, which whoever makes a second look must not know.
    """
    about = [one for one in catalogue.procedures() if one.about is register.model]
    if not about:
        return OfRecord((), None)
    record = find(who.actor, register.model, record_id, who.tables, at=who.at).record
    start = tuple(
        Link(one.title, who.url("procedure-start", record_id, one.key))
        for one in about
        if may_answer(one, who.actor, record, at=who.at)
    )
    return OfRecord(start, _made(who, register, record_id))


def _made(who: Caller, register: Register, record_id: str) -> Table | None:
    seen = visible(who.actor, Assessment, at=who.at)
    titles = {one.key: one.title for one in catalogue.procedures()}
    rows = [
        (
            TableCell(titles[row.procedure], url=who.url("assessment", row.record_id)),
            TableCell(moment(row.made_at)),
            TableCell(_state(row)),
        )
        for row in Assessment.objects.filter(
            seen.as_q(), of_type=register.key, of_id=record_id
        ).order_by("-made_at", "-pk")[:MOST_SHOWN]
        if row.procedure in titles
    ]
    heads = (_("Assessment"), _("Finished"), _("How it stands"))
    return plain_table(_("Assessments"), heads, rows) if rows else None


def _state(row: Assessment) -> str:
    if row.replaced_by:
        return _("Corrected since")
    return _("Second look") if row.second_of else _("Counts")

"""What stands around a record, as tables: people, records, files, moments, changes."""

from collections.abc import Sequence

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from peelian.engines.registers.history import Change, Moment
from peelian.engines.registers.links import PartOf, RecordOf
from peelian.engines.registers.models import Attachment
from peelian.records.schema import fields_of, type_key
from peelian.spine.person import Person
from peelian.web.components.parts import Table, TableCell
from peelian.web.force.people import names_in_trail
from peelian.web.force.reader import Caller
from peelian.web.force.registers import Register, register_of
from peelian.web.force.tables import BLANK, plain_table
from peelian.web.force.words import heading, in_text, meaning, moment

SHA_SHOWN = 12


def people_table(found: Sequence[PartOf], who: Caller) -> Table | None:
    """Who has which part, and whether that is a fact or somebody's opinion (R15)."""
    if not found:
        return None
    rows = [
        (
            TableCell(
                one.person_key,
                url=who.url("record", type_key(Person), one.person_id) if one.person_id else "",
            ),
            TableCell(one.part),
            TableCell(one.basis),
            TableCell(in_text("", one.recorded_on) or BLANK),
        )
        for one in found
    ]
    heads = (_("Person"), _("Part"), _("Fact or opinion"), _("Recorded"))
    return plain_table(_("People in this record"), heads, rows)


def records_table(found: Sequence[RecordOf], who: Caller) -> Table | None:
    """In which records that the reader may open this person has a part."""
    if not found:
        return None
    rows = [
        (
            TableCell(
                one.reference or one.record_id,
                url=who.url("record", one.record_type, one.record_id),
            ),
            TableCell(register_of(one.record_type).one),
            TableCell(one.part),
            TableCell(one.basis),
            TableCell(in_text("", one.recorded_on) or BLANK),
        )
        for one in found
    ]
    heads = (_("Record"), _("Kind"), _("Part"), _("Fact or opinion"), _("Recorded"))
    return plain_table(_("Records in which this person has a part"), heads, rows)


def files_table(
    found: Sequence[Attachment], who: Caller, register: Register, record_id: str
) -> Table | None:
    """The files of a record, each to be taken out; a look at one is in the trail."""
    if not found:
        return None
    names = names_in_trail(one.by for one in found)
    rows = [
        (
            TableCell(one.name, url=who.url("file", register.key, record_id, str(one.pk))),
            TableCell(filesizeformat(one.size).replace("\xa0", " ")),
            TableCell(moment(one.at)),
            TableCell(names[one.by]),
            TableCell(one.sha256[:SHA_SHOWN]),
        )
        for one in found
    ]
    heads = (_("File"), _("Size"), _("Attached"), _("By"), _("Fingerprint"))
    return plain_table(_("Files"), heads, rows)


def moments_table(register: Register, found: Sequence[Moment], *, whole: bool) -> Table | None:
    """What happened, newest first; by whom, to readers to whom the `whole` record is open."""
    if not found:
        return None
    names = names_in_trail(one.by for one in found)
    rows = [
        (
            TableCell(moment(one.at)),
            TableCell(_happened(register, one)),
            TableCell(names[one.by] or BLANK if whole else BLANK),
        )
        for one in found
    ]
    return plain_table(_("What happened, newest first"), (_("When"), _("What"), _("By")), rows)


def _happened(register: Register, one: Moment) -> str:
    cards = {card.name: card for card in fields_of(register.model)}
    match one.kind:
        case "field":
            return meaning(cards[one.what])
        case "adopted":
            return _("First changed here: what its source had brought is kept beside it")
        case "attached":
            return _("A file was added")
        case _:
            named = [heading(cards[name]) for name in one.what.split(", ") if name in cards]
            return _("Changed: {fields}").format(fields=", ".join(named))


def changes_table(register: Register, found: Sequence[Change], *, whole: bool) -> Table | None:
    """Every changed field that is open to the reader, as it was and as it became.

    Who changed it, and why in their words, is for readers to whom the `whole` record is open: words
    can name somebody.
    """
    if not found:
        return None
    cards = {card.name: card for card in fields_of(register.model)}
    names = names_in_trail(one.by for one in found)
    rows = [
        (
            TableCell(moment(one.at), under=one.reason if whole else ""),
            TableCell(names[one.by] if whole else BLANK),
            TableCell(heading(cards[field.field]) if field.field in cards else field.field),
            TableCell(in_text(field.field, field.before) or BLANK),
            TableCell(in_text(field.field, field.after) or BLANK),
        )
        for one in found
        for field in one.fields
    ]
    heads = (_("When"), _("By"), _("Field"), _("Before"), _("After"))
    return plain_table(_("Changes, newest first"), heads, rows)

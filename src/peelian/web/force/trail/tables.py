"""Entries as a table, with links to records that the reviewer may see and to no other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.access.visible import visible
from peelian.engines.oversight.reading_trail_entry import ReadEntry
from peelian.records.schema import type_key
from peelian.web.components.parts import Table, TableCell
from peelian.web.force.people import names_in_trail
from peelian.web.force.reader import Caller
from peelian.web.force.tables import BLANK, plain_table
from peelian.web.force.trail import words
from peelian.web.force.words import moment

Ref = tuple[str, str]
# Characters: enough to tell the records of one page apart, without widening the table.
LONGEST_ADDRESS, SHOWN_OF_IT = 24, 12


def entries_table(entries: Sequence[ReadEntry], who: Caller) -> Table | None:
    """One line for each entry; None where there is none."""
    if not entries:
        return None
    names = names_in_trail(
        {one.actor for one in entries} | {words.account_in(one) for one in entries}
    )
    opens = addresses_open_to(who, ((one.record_type, one.address) for one in entries))
    rows = [
        (
            TableCell(str(one.sequence), url=who.url("trail-entry", str(one.sequence))),
            TableCell(moment(one.at)),
            TableCell(names[one.actor], under=_("You yourself") if one.own else ""),
            TableCell(words.deed(one), under=words.outcome(one)),
            TableCell(
                words.kind_called(one.record_type),
                under=_which(one, names),
                url=opens.get((one.record_type, one.address), ""),
            ),
            TableCell(_why(one), under=_fields(one)),
        )
        for one in entries
    ]
    heads = (_("Entry"), _("When"), _("Who"), _("What"), _("To which record"), _("Why"))
    return plain_table(_("Entries, newest first"), heads, rows)


def addresses_open_to(who: Caller, refs: Iterable[Ref]) -> Mapping[Ref, str]:
    """Where records can be opened, for those of them that this reader may see."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for kind, address in refs:
        wanted[kind].add(address)
    found: dict[Ref, str] = {}
    for model in catalogue.REGISTERS:
        key = type_key(model)
        if key not in wanted:
            continue
        seen = visible(who.actor, model, at=who.at)
        if seen.nothing:
            continue
        rows = model._default_manager.filter(seen.as_q(), record_id__in=sorted(wanted[key]))
        for address in rows.values_list("record_id", flat=True):
            found[key, address] = who.url("record", key, address)
    return found


def _which(entry: ReadEntry, names: Mapping[str, str]) -> str:
    """The record shortly, or the holder of the account that it is; all of it is on its own page."""
    account = words.account_in(entry)
    if names.get(account, account) != account:
        return names[account]
    whole = words.address_of(entry)
    return whole if len(whole) <= LONGEST_ADDRESS or entry.kept_apart else f"{whole[:SHOWN_OF_IT]}…"


def _why(entry: ReadEntry) -> str:
    if not entry.readable:
        return _("What it says cannot be read")
    return words.why(entry) or BLANK


def _fields(entry: ReadEntry) -> str:
    number = len(entry.said.fields)
    if not number:
        return ""
    return ngettext("{number} field", "{number} fields", number).format(number=number)

"""One entry in full: what it says, and what holds it in its place."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.oversight.reading_trail_chain import ChainPlace
from peelian.engines.oversight.reading_trail_entry import ReadEntry
from peelian.trail.models import Checkpoint
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.force.people import names_in_trail
from peelian.web.force.reader import Caller
from peelian.web.force.tables import BLANK
from peelian.web.force.trail import words
from peelian.web.force.trail.tables import addresses_open_to
from peelian.web.force.words import moment

# A list can have shown a thousand records; the first of them tell what kind of list it was.
SHOWN = 50


def facts(entry: ReadEntry, who: Caller) -> tuple[SummaryRow, ...]:
    """What the entry says. Names of fields and records, and never what they hold."""
    account = words.account_in(entry)
    names = names_in_trail([entry.actor, account])
    name = names[entry.actor]
    said = entry.said
    url = addresses_open_to(who, [(entry.record_type, entry.address)])
    opens = url.get((entry.record_type, entry.address))
    parts = [words.kind_called(entry.record_type), words.address_of(entry)]
    if names[account] != account:
        parts.insert(1, names[account])
    record = "\n".join(parts)
    rows = [
        SummaryRow(_("When"), date_format(localtime(entry.at), "j F Y, H:i:s")),
        SummaryRow(
            _("Who"),
            f"{name}\n{entry.actor}" + (f"\n{_('You yourself')}" if entry.own else ""),
            Link(_("All by this account"), _asking(who, who=entry.actor)),
        ),
        SummaryRow(_("What was done"), words.deed(entry)),
        SummaryRow(_("To which record"), record, Link(_("Open it"), opens) if opens else None),
        SummaryRow(_("By what relationship"), words.tie(entry) or BLANK),
        SummaryRow(_("For what reason"), words.reason(entry) or BLANK),
        SummaryRow(_("How it ended"), words.outcome(entry) or _("As asked")),
        SummaryRow(_("Which fields"), ", ".join(said.fields) or BLANK),
    ]
    return (*rows, *_more(entry, who))


def _more(entry: ReadEntry, who: Caller) -> Iterator[SummaryRow]:
    said = entry.said
    if said.on_behalf_of:
        name = names_in_trail([said.on_behalf_of])[said.on_behalf_of]
        yield SummaryRow(_("On behalf of"), name)
    if entry.what:
        yield SummaryRow(_("In words"), entry.what)
    if entry.query:
        yield SummaryRow(_("Words searched for"), entry.query)
    if entry.filters:
        asked = "\n".join(f"{name}: {value}" for name, value in entry.filters)
        yield SummaryRow(_("Chosen"), asked)
    if entry.shown:
        rest = len(entry.shown) - SHOWN
        more = (
            (ngettext("and {number} more", "and {number} more", rest).format(number=rest),)
            if rest > 0
            else ()
        )
        yield SummaryRow(_("Shown"), "\n".join((*entry.shown[:SHOWN], *more)))
    if entry.more:
        yield SummaryRow(_("It also notes"), ", ".join(entry.more))
    if said.request:
        yield SummaryRow(
            _("Request"),
            said.request,
            Link(_("All of this request"), _asking(who, request=said.request)),
        )


def about_the_same(entry: ReadEntry, who: Caller) -> Link | None:
    """The way to everything that was done to the record."""
    if entry.kept_apart or not entry.address or entry.shown:
        return None
    return Link(
        _("Who looked at this record, and all that was done to it"),
        _asking(who, kind=entry.record_type, called=entry.address),
    )


def chain_facts(place: ChainPlace) -> tuple[SummaryRow, ...]:
    """Its hashes and the checkpoint that covers it."""
    return (
        SummaryRow(_("Place in the trail"), str(place.sequence)),
        SummaryRow(_("Hash of the entry before"), place.previous_hash),
        SummaryRow(_("Its own hash"), place.hash),
        SummaryRow(_("Checkpoint that covers it"), _covering(place)),
    )


def checkpoint_in_words(checkpoint: Checkpoint) -> str:
    """Which one it is, what it signs and whether it has left."""
    signed = _("Checkpoint {number}, signed on {when}, covers entries up to {sequence}.").format(
        number=checkpoint.number, when=moment(checkpoint.at), sequence=checkpoint.sequence
    )
    if checkpoint.delivered_at is None:
        return f"{signed} {_('It has not reached every place yet.')}"
    sent = _("It was at every place by {when}.").format(when=moment(checkpoint.delivered_at))
    return f"{signed} {sent}"


def _covering(place: ChainPlace) -> str:
    if place.checkpoint is None:
        return _("None yet. One is signed within a minute while the worker runs.")
    if not place.reaches:
        far = _("It is too far ahead to be checked here: use `peelian trail verify`.")
        return f"{checkpoint_in_words(place.checkpoint)} {far}"
    return checkpoint_in_words(place.checkpoint)


def _asking(caller: Caller, **asked: str) -> str:
    return f"{caller.url('trail')}?{urlencode(asked)}"

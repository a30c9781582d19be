"""Whose an entry is: that of the force whose account acted, and of the force whose record it was.

A reviewer of one force reads what its own people did, wherever they did it, and what others did to
its records. Accounts belong to the force that they have now. Where an installation serves one force
alone, everything is that force's, the deeds of services included; where it serves several, what no
force can be named for (backups, loads, strangers at the door) is for whoever reviews all of them.
Records that only the store holds cannot be placed, so that what an account of no force did to them
is for those reviewers too.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from peelian.access.user import Kind, User
from peelian.engines.oversight.about import MANY, batches, record_types
from peelian.engines.oversight.give_verdict import VERDICT
from peelian.engines.oversight.models import Alert, Verdict
from peelian.engines.oversight.reading_trail_filters import forces_of
from peelian.engines.oversight.review_night import ALERT, NIGHT
from peelian.trail.looks import LIST, shown_in
from peelian.trail.models import Entry

ACCOUNT, ORGANISATION = "account", "organisation"
LIST_OF = "list "  # how pages of rights name the list of one force


@dataclass(frozen=True)
class Theirs:
    """An entry that is a force's own. `shown` are the addresses that its reviewer may be told of.

    `by_another` says that an account of another force acted: then what was typed and chosen stays
    with that force's reviewer, since it may be about anybody.
    """

    entry: Entry
    shown: tuple[str, ...]
    by_another: bool


def theirs(entries: Sequence[Entry], force_id: str) -> tuple[Theirs, ...]:
    """Those of these entries that belong to a force, in the order given; all of them for ''."""
    if not force_id or is_alone(force_id):
        return tuple(Theirs(entry, addresses_in(entry), by_another=False) for entry in entries)
    actors = forces_of({entry.actor for entry in entries})
    others = [entry for entry in entries if actors.get(entry.actor) != force_id]
    places = _forces_of_records(others)
    found = []
    for entry in entries:
        if actors.get(entry.actor) == force_id:
            found.append(Theirs(entry, addresses_in(entry), by_another=False))
            continue
        own = tuple(
            address
            for address in addresses_in(entry)
            if places.get((entry.record_type, address)) == force_id
        )
        if own:
            found.append(Theirs(entry, own, by_another=bool(actors.get(entry.actor))))
    return tuple(found)


def addresses_in(entry: Entry) -> tuple[str, ...]:
    """The addresses that an entry names; none where somebody has spoilt its detail."""
    try:
        return shown_in(entry)
    except (ValueError, TypeError, AttributeError):
        return ()


def is_alone(force_id: str) -> bool:
    """Whether no other force has people with accounts in this installation."""
    others = User.objects.filter(kind=Kind.PERSON).exclude(force_id__in=("", force_id))
    return not others.exists()


def _forces_of_records(entries: Collection[Entry]) -> dict[tuple[str, str], str]:
    """The force of each record that these entries name, as far as it can be told."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        wanted[entry.record_type].update(addresses_in(entry))
    return {
        (kind, address): force
        for kind, addresses in wanted.items()
        for part in batches(sorted(addresses - {LIST}), MANY)
        for address, force in _places(kind, part).items()
    }


def _places(kind: str, addresses: Sequence[str]) -> dict[str, str]:
    model = record_types().get(kind)
    if model is not None:
        rows = model._default_manager.filter(record_id__in=addresses)
        return dict(rows.values_list("record_id", "force_id"))
    named = {one: one.removeprefix(LIST_OF) for one in addresses if one.startswith(LIST_OF)}
    numbers = [one for one in addresses if one.isdecimal()]
    match kind:
        case str() if kind == ORGANISATION:
            return {one: one for one in addresses}
        case str() if kind == NIGHT:
            return {one: one.partition("/")[0] for one in addresses}
        case str() if kind == ACCOUNT:
            users = User.objects.filter(key__in=addresses)
            return dict(users.values_list("key", "force_id")) | named
        case str() if kind == ALERT:
            alerts = Alert.objects.filter(pk__in=numbers).values_list("pk", "force_id")
            return {str(pk): force for pk, force in alerts}
        case str() if kind == VERDICT:
            said = Verdict.objects.filter(pk__in=numbers).values_list("pk", "alert__force_id")
            return {str(pk): force for pk, force in said}
        case _:
            return named

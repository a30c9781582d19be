"""One look at a list is one entry: what was asked, what was filtered, which records were shown.

Search results and lists are consultation too (R14). An entry for each row would make the trail the
slowest part of every page; one entry that names them all can be searched as well.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from peelian.trail.append import append
from peelian.trail.errors import UnwritableEntry
from peelian.trail.models import Entry
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

# The ref of an entry about more than one record: no record has this address.
LIST = "list"
# A page shows some tens, an export of rows is a deed of its own. An entry of 1,000 addresses is
# some 40 kB.
MOST_SHOWN = 1000


def append_look(
    *,
    actor: str,
    record_type: str,
    query: str,
    filters: Mapping[str, object],
    shown: Sequence[str],
    at: datetime,
    particulars: Particulars | None = None,
) -> Entry:
    """Write that a list was looked at, before it is shown, in a transaction of the caller.

    `query` is what was typed, `filters` what was chosen, `shown` the addresses of the records on
    the page in their order. Raises `TrailError`; then nothing may be shown (C-AUD-4).
    """
    if len(shown) > MOST_SHOWN:
        raise UnwritableEntry(
            f"One look showed {len(shown)} records; the trail takes {MOST_SHOWN}. Page the list, "
            f"or export it."
        )
    return append(
        actor=actor,
        verb=Verb.CONSULTED,
        ref=(record_type, LIST),
        detail=(particulars or Particulars()).detail(
            query=query, filters=dict(filters), shown=list(shown)
        ),
        at=at,
    )


def shown_in(entry: Entry) -> tuple[str, ...]:
    """The addresses of the records that an entry is about: those of its list, or its own one."""
    if entry.record_ref != LIST:
        return (entry.record_ref,)
    return tuple(json.loads(entry.detail).get("shown", ()))


def entries_about(record_type: str, address: str) -> QuerySet[Entry]:
    """Every entry that names a record: by itself or in a list that showed it. Newest first.

    Reads through all lists of the type, as a text search does. Address and its quotes are looked
    for, so that no longer address is taken for this one.
    """
    in_a_list = Q(record_ref=LIST, detail__contains=json.dumps(address, ensure_ascii=False))
    return Entry.objects.filter(
        Q(record_ref=address) | in_a_list,
        record_type=record_type,
        record_ref__in=(address, LIST),  # says no more, and lets the index of records be used
    ).order_by("-sequence")

"""A feed that becomes late or short has happened too: somebody has to ask where it is.

Whoever uses its rows cannot tell a quiet hour from a broken line, so a late feed is work, and a
list that rests on one never says that nothing is due.
"""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Final

from django.db.models import Max

from peelian.records.feeds import FeedState, feed_states
from peelian.records.happenings import Happened, Happening, HappeningKey, happen
from peelian.records.store.snapshot import Snapshot
from peelian.records.telling import KEY_LENGTH

# Words of the spine, which stands above; a test holds them against it.
FEED_LATE: Final = "feed-late"
FEED_FRESH: Final = "feed-fresh"
# What a happening of a feed is about: no record, but seen by whoever looks after the force's data.
FEED: Final = "feed"
FEED_REF: Final = "feed_ref"


def note_feeds(snapshot: Snapshot, *, by: str, at: datetime) -> int:
    """Write of each feed that it has become late or short, or fresh again; how many were written.

    A feed that is no longer expected is fresh: nobody has to ask where it is. Harmless to run at
    any time and at the same time. `by` is the name in the trail of who notes.
    """
    states = {feed_ref(one): one for one in feed_states(snapshot, at)}
    last = _last()
    written = 0
    for ref in sorted(states.keys() | last.keys()):
        standing = states.get(ref)
        before = last.get(ref)
        late = standing is not None and standing.state != "fresh"
        if late == (before is not None and before.name == FEED_LATE):
            continue
        force_id = standing.force_id if standing else before.force_id if before else ""
        happen(
            Happened(
                name=FEED_LATE if late else FEED_FRESH,
                ref=(FEED, address_of(ref)),
                force_id=force_id,
                at=at,
                keys={FEED_REF: ref},
                facts={
                    "force_id": force_id,
                    "unit_ref": None,
                    "state": standing.state if standing else "fresh",
                },
                # Said once after what was noted before it, however many notice it at once.
                once=f"{address_of(ref)}:{before.pk if before else 0}",
            ),
            by=by,
            noted_at=at,
        )
        written += 1
    return written


def feed_ref(state: FeedState) -> str:
    """What a feed is called in happenings: its type, force and name."""
    named = "/".join((state.type_key, state.force_id, state.feed or state.source))
    return named[:KEY_LENGTH]


def address_of(ref: str) -> str:
    """An address for what is no record."""
    return sha256(ref.encode()).hexdigest()[:32]


def _last() -> Mapping[str, Happening]:
    """What was noted last of each feed."""
    newest = (
        HappeningKey.objects.filter(name=FEED_REF, happening__record_type=FEED)
        .order_by()
        .values("value")
        .annotate(newest=Max("happening"))
        .values_list("value", "newest")
    )
    refs = dict(newest)
    rows = Happening.objects.in_bulk(list(refs.values()))
    return {ref: rows[pk] for ref, pk in refs.items() if pk in rows}

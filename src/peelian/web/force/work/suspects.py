"""High-risk suspects who are outstanding and for whom nobody has decided what is done next."""

from collections.abc import Iterator, Mapping

from peelian.engines.registers.listing import MOST_ON_A_PAGE, UnknownFilter, list_rows
from peelian.spine.suspect import OUTSTANDING, Suspect
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller

HIGH_BAND = "High"
# Pages of the register that are read; a force with more waits for a list, not for a meeting.
PAGES = 5


def without_next_action(who: Caller) -> tuple[Link, ...]:
    """Their references, each leading to the record; only those that the reader may see (OFF-03).

    Whether an action is set is told by its date, since what it is may be closed to the reader.
    """
    return tuple(
        Link(str(cells.get("suspect_ref") or record_id), who.url("record", "suspect", record_id))
        for record_id, cells in _high_risk(who)
        if cells.get("state") in OUTSTANDING
        and "next_action_set_at" in cells
        and cells["next_action_set_at"] is None
    )


def _high_risk(who: Caller) -> Iterator[tuple[str, Mapping[str, object]]]:
    after = ""
    for _page in range(PAGES):
        try:
            found = list_rows(
                who.actor,
                Suspect,
                who.tables,
                filters={"risk_band": HIGH_BAND, "force_id": who.actor.force_id},
                after=after,
                limit=MOST_ON_A_PAGE,
                at=who.at,
            )
        except UnknownFilter:
            return
        for row in found.rows:
            yield row.record_id, row.cells
        if not found.after:
            return
        after = found.after

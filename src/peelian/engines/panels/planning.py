"""A meeting is planned: when, where, over which months, and where its seed will come from."""

import secrets
from datetime import date, datetime

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.duties.settings import setting_on
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import LONGEST_NAME, PanelRefused, said, within
from peelian.engines.panels.models import Meeting
from peelian.engines.panels.rights import check_runs
from peelian.engines.panels.states import State, can_move
from peelian.spine.unit import Unit

MOST_CASES = 50


def plan(
    panel: Panel,
    *,
    held_on: date,
    place: str,
    first: str,
    last: str,
    seed_source: str,
    unit_ref: str = "",
    cases: int | None = None,
    by_lot: int | None = None,
    actor: User,
    at: datetime,
) -> Meeting:
    """A planned meeting. `first` and `last` are months (YYYY-MM), both included.

    How many cases it sees and how many of them by lot is the force's setting unless it is given.
    `seed_source` says, before anybody knows the cases, where the seed of the draw will come from:
    numbers of a lottery of a named day, a dice thrown at the meeting. Raises `PanelRefused`,
    `NotAllowed`.
    """
    check_runs(actor, at)
    wanted = _number(panel, cases, by_lot, actor.force_id, held_on)
    if first > last:
        raise PanelRefused("The first month is after the last one: turn them round.")
    if last > f"{local_day(at):%Y-%m}":
        raise PanelRefused("The last month has not begun: choose one that has.")
    where = within(place, LONGEST_NAME, what="the place")
    if not where:
        raise PanelRefused("Write where the panel meets.")
    with transaction.atomic():
        made = Meeting.objects.create(
            ref=f"P-{secrets.token_hex(3).upper()}",
            panel=panel.key,
            asked_version=panel.version_on(local_day(at)).number,
            force_id=actor.force_id,
            unit_ref=_unit(panel, unit_ref, actor.force_id),
            held_on=held_on,
            place=where,
            first=first,
            last=last,
            cases_wanted=wanted[0],
            lot_wanted=wanted[1],
            seed_source=said(seed_source, what="where the seed of the draw will come from"),
            planned_by=actor,
            planned_at=at,
        )
        write(made, "panel meeting planned", actor=actor, at=at, panel=panel.key)
    return made


def abandon(meeting: Meeting, *, because: str, actor: User, at: datetime) -> None:
    """Give a meeting up before its cases lay open; it stays listed. Raises `PanelRefused`."""
    check_mine(meeting, actor, at)
    reason = said(because, what="why the meeting is given up")
    with transaction.atomic():
        held = locked(meeting, State.ABANDONED)
        held.state, held.closed_at, held.ended_because = State.ABANDONED, at, reason
        held.save(update_fields=["state", "closed_at", "ended_because"])
        write(held, "panel meeting abandoned", actor=actor, at=at, reason=reason)


def check_mine(meeting: Meeting, actor: User, at: datetime) -> None:
    """Raise `NotAllowed` unless they hold the panels of the meeting's force."""
    check_runs(actor, at)
    if meeting.force_id != actor.force_id:
        raise PanelRefused("This meeting is another force's.")


def locked(meeting: Meeting, after: State) -> Meeting:
    """The meeting, kept from others until the commit; `PanelRefused` where it cannot go there."""
    held = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    if not can_move(held.state, after):
        raise PanelRefused(f"The meeting is {held.state}, so it cannot be {after} now.")
    return held


def _number(
    panel: Panel, cases: int | None, by_lot: int | None, force_id: str, day: date
) -> tuple[int, int]:
    wanted = setting_on(panel.cases, force_id, day).value if cases is None else cases
    drawn = setting_on(panel.by_lot, force_id, day).value if by_lot is None else by_lot
    if not 1 <= wanted <= MOST_CASES:
        raise PanelRefused(f"A meeting sees from 1 to {MOST_CASES} cases; {wanted} were asked for.")
    if not 1 <= drawn <= wanted:
        raise PanelRefused(
            f"Of {wanted} cases, from 1 to {wanted} are drawn by lot; {drawn} were asked for. "
            "Without any, the panel would see only what stands out."
        )
    return wanted, drawn


def _unit(panel: Panel, unit_ref: str, force_id: str) -> str:
    if not panel.local:
        return ""
    if not Unit.objects.filter(force_id=force_id, unit_ref=unit_ref).exists():
        raise PanelRefused("A local panel looks at one unit's cases: choose the unit.")
    return unit_ref

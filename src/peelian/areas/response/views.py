"""Incidents beside the force's own limit for their grade on their day. Rows stay incidents."""

from typing import Any

import ibis

from peelian.areas.response.dimensions import FLAGGED, NOT_FLAGGED
from peelian.areas.response.models import ResponseLimit
from peelian.engines.measures.declared import Tables, View
from peelian.spine.incident import Incident


def _flagged(tables: Tables) -> Any:
    incidents: Any = tables(Incident)
    flag = ibis.ifelse(incidents.domestic_abuse, FLAGGED, NOT_FLAGGED)
    return incidents.mutate(abuse_flag=ibis.ifelse(incidents.domestic_abuse.isnull(), None, flag))


def _with_limits(tables: Tables) -> Any:
    return _limited(tables, "grade", "limit_minutes")


def _with_first_limits(tables: Tables) -> Any:
    return _limited(tables, "first_grade", "first_limit_minutes")


def _limited(tables: Tables, grade: str, called: str) -> Any:
    incidents = _flagged(tables)
    limits = _in_force(incidents, tables(ResponseLimit), called)
    joined = incidents.left_join(
        limits,
        [
            incidents.force_id == limits.limited_force,
            incidents[grade] == limits.limited_grade,
            incidents.local_date == limits.day,
        ],
    )
    return joined.select(*incidents.columns, called)


def _in_force(incidents: Any, limits: Any, called: str) -> Any:
    """The limit of each force and grade on each day that an incident was created.

    One row for each, so that no incident is multiplied: where two limits hold on a day, as when
    the older was never closed, the one that began later does.
    """
    days = incidents.select(day=incidents.local_date).distinct()
    held = days.cross_join(limits)
    held = held.filter(
        held.from_date <= held.day, held.to_date.isnull() | (held.day <= held.to_date)
    )
    held = held.mutate(limited_force=held.force_id, limited_grade=held.grade)
    held = held.select("limited_force", "limited_grade", "day", "from_date", "limit_minutes")
    each = ["limited_force", "limited_grade", "day"]
    newest = held.group_by(each).aggregate(from_date=held.from_date.max())
    found = held.inner_join(newest, [*each, "from_date"])
    return found.group_by(each).aggregate(**{called: found.limit_minutes.min()})


FLAG = {"abuse_flag": "Whether flagged as domestic abuse, in words."}

INCIDENTS = View(
    key="incidents_flagged",
    title="Incidents, with the flag of domestic abuse in words",
    base=Incident,
    reads=(Incident,),
    adds=FLAG,
    build=_flagged,
)

INCIDENTS_AND_LIMITS = View(
    key="incidents_and_limits",
    title="Incidents, with the force's own limit for their grade on their day",
    base=Incident,
    reads=(Incident, ResponseLimit),
    adds={
        "limit_minutes": (
            "Minutes that the force allows for the grade at arrival or closure, by the limit in "
            "force on the day of creation; nothing where none is loaded."
        ),
        **FLAG,
    },
    build=_with_limits,
)

INCIDENTS_AND_FIRST_LIMITS = View(
    key="incidents_and_first_limits",
    title="Incidents, with the force's own limit for their first grade on their day",
    base=Incident,
    reads=(Incident, ResponseLimit),
    adds={
        "first_limit_minutes": (
            "Minutes that the force allows for the grade when created, by the limit in force on "
            "that day; nothing where none is loaded."
        ),
        **FLAG,
    },
    build=_with_first_limits,
)

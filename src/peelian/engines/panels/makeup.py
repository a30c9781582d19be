"""Whom the members of a panel are, as they say themselves, beside those who live in the force area.

For the panel office alone, as counts: where few sit on a panel a share says nothing, and a table
for everybody would say who they are (T08). Nobody has to say anything.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from peelian.access.user import User
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.models import Member
from peelian.engines.panels.rights import check_runs, on_day
from peelian.records.store.reader import Reader
from peelian.spine.ethnicity import ETHNIC_GROUPS
from peelian.spine.residents_by_group import residents_2021

YEAR = 2021


@dataclass(frozen=True)
class GroupOfPanel:
    """One ethnic group: members who say so, and how many of as many residents drawn by lot would.

    `expected` is None where no residents are known.
    """

    group: str
    members: int
    expected: float | None


@dataclass(frozen=True)
class MakeUp:
    """The members of today: how many, how many said nothing, and each group."""

    members: int
    said: int
    groups: tuple[GroupOfPanel, ...]
    without_account: int
    untrained: int


def make_up(panel: Panel, *, actor: User, at: datetime, tables: Reader) -> MakeUp:
    """The make-up of a panel of the actor's force today; raises `NotAllowed`."""
    check_runs(actor, at)
    rows = list(Member.objects.filter(on_day(at), panel=panel.key, force_id=actor.force_id))
    told = Counter(one.ethnic_group for one in rows if one.ethnic_group)
    said = sum(told.values())
    residents = _residents(actor.force_id, tables)
    everyone = sum(residents.values())
    groups = tuple(
        GroupOfPanel(
            group,
            told.get(group, 0),
            said * residents.get(group, 0) / everyone if everyone else None,
        )
        for group in dict.fromkeys((*ETHNIC_GROUPS.codes, *told))
    )
    return MakeUp(
        len(rows),
        said,
        groups,
        sum(one.user_id is None for one in rows),
        sum(one.trained_on is None for one in rows),
    )


def _residents(force_id: str, tables: Reader) -> dict[str, int]:
    """Residents of the force area by ethnic group, Census 2021; empty where none is loaded."""
    table = residents_2021(tables.table)
    rows = (
        table.filter(table.area_force == force_id)
        .group_by("ethnic_group")
        .aggregate(residents=table.residents.sum())
    )
    found = tables.to_arrow(rows).to_pylist()
    return {row["ethnic_group"]: int(row["residents"]) for row in found if row["ethnic_group"]}

"""Packs of meetings inside the force: the figures, who uses a power most, what panels said.

POW-05, POW-06 and POW-22. What a reader may not count over is not in their pack.
"""

from dataclasses import dataclass
from datetime import datetime

from peelian.access.user import User
from peelian.access.visible import visible
from peelian.engines.measures.binding import check_field
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.store.reader import Reader

MOST_USERS = 10
# Who uses a power once or twice in the period, and so seldom keeps in practice. Peelian's default.
SELDOM = 2


@dataclass(frozen=True, kw_only=True)
class Pack:
    """One kind of meeting: its figures by key, the record type whose users are shown, its panels.

    `themes_of` are keys of panels whose feedback and themes it reads; `audience` says for whom it
    is made, in words.
    """

    key: str
    title: str
    why: str
    audience: str
    measures: tuple[str, ...]
    of: type[Record]
    users_called: str
    panels: tuple[str, ...]
    owned_by: str
    ledger: tuple[str, ...]

    def __post_init__(self) -> None:
        protected = protection_of(self.of)
        for role, name in (("owner", protected.owner), ("unit", protected.unit)):
            check_field(self.key, role, str(name), self.of)


@dataclass(frozen=True)
class UserOfPower:
    """An officer with how often they used the power in the period."""

    officer_ref: str
    unit_ref: str
    times: int


@dataclass(frozen=True)
class UsersOfPower:
    """Who used it most; how many officers used it at all, and how many of them seldom."""

    first: str
    last: str
    most: tuple[UserOfPower, ...]
    officers: int
    seldom: int
    records: int


def users_of(
    pack: Pack, *, months: tuple[str, ...], actor: User, at: datetime, tables: Reader
) -> UsersOfPower | None:
    """High and low users, of the rows that the reader may see; None where they may see no officer.

    Numbers depend on shifts and posts: they are where a conversation begins, and no judgement.
    """
    protected = protection_of(pack.of)
    officer, unit = str(protected.owner), str(protected.unit)
    seen = visible(actor, pack.of, at=at)
    if seen.nothing or officer not in seen.columns or unit not in seen.columns:
        return None
    table = tables.table(pack.of, forces=[actor.force_id], months=months)
    open_here = seen.rows_open_in(officer).as_ibis(table)
    rows = table.filter(open_here, table[officer].notnull())
    counted = rows.group_by(officer).aggregate(times=rows.count(), unit=rows[unit].max())
    found = [
        UserOfPower(row[officer], row["unit"] or "", int(row["times"]))
        for row in tables.to_arrow(counted).to_pylist()
    ]
    ordered = sorted(found, key=lambda one: (-one.times, one.officer_ref))
    return UsersOfPower(
        months[0],
        months[-1],
        tuple(ordered[:MOST_USERS]),
        len(found),
        sum(one.times <= SELDOM for one in found),
        sum(one.times for one in found),
    )

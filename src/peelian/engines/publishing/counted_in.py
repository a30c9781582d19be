"""From a record to the figures that count it: the way back from the rows behind a figure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from peelian.access.figures import may_count
from peelian.access.user import User
from peelian.engines.measures.declared import View
from peelian.engines.measures.fields_read import fields_read
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import SPAN, Period
from peelian.engines.measures.request import FORCE, request
from peelian.engines.measures.rows import held, holding
from peelian.engines.measures.tables import TableSource
from peelian.engines.publishing.address import Address, written
from peelian.engines.publishing.inside import read_types
from peelian.engines.registers.opening import Opened
from peelian.records import months
from peelian.records.schema import schema_of

Stands = Literal["counted", "among", "neither"]


@dataclass(frozen=True)
class CountedIn:
    """How one record stands to one measure, in the month and force that the record is dated by.

    `among`: it is one of those that the share is out of, and not of those counted. `address` is
    that of the figure, `open` whether this reader may see it.
    """

    measure: Measure
    stands: Stands
    address: str
    open: bool


def in_figures(opened: Opened, tables: TableSource) -> bool:
    """Whether the record has reached the figures yet: one that was typed just now has not."""
    force_id, record_id = _address(opened)
    return held(type(opened.record), tables, force_id=force_id, record_id=record_id)


def counted_in(
    opened: Opened,
    measures: Iterable[Measure],
    tables: TableSource,
    *,
    actor: User,
    at: datetime,
) -> tuple[CountedIn, ...]:
    """Each measure over this type of record whose verdict tells the reader nothing hidden.

    A measure that looks at a field which is not open in this record is left out, and so is one
    that reads other records unless the reader may count those.
    """
    model, (force_id, record_id) = type(opened.record), _address(opened)
    found = []
    for measure in measures:
        month = opened.cells.get(measure.dated_by)
        if measure.record_type is not model or not isinstance(month, str):
            continue
        if not months.MONTH.fullmatch(month) or not _tellable(
            measure, opened.cells.keys(), force_id, actor, at
        ):
            continue
        knows_force = any(dimension.key == FORCE for dimension in measure.by)
        where = {FORCE: force_id} if knows_force else {}
        span = Period(month, month, SPAN)
        asked = request(measure, where=where, first=month, last=month)
        stands = holding(asked, span, tables, record_id)
        address = Address(measure.key, measure.version, span, asked.where)
        found.append(
            CountedIn(
                measure,
                "counted" if "counted" in stands else "among" if stands else "neither",
                written(address),
                may_count(actor, read_types(measure), (force_id,), at=at),
            )
        )
    return tuple(found)


def _address(opened: Opened) -> tuple[str, str]:
    """Force and address, as far as the reader may know them; nothing is found by an empty one."""
    return str(opened.cells.get("force_id", "")), str(opened.cells.get("record_id", ""))


def _tellable(
    measure: Measure, opened: Collection[str], force_id: str, actor: User, at: datetime
) -> bool:
    """Whether how the record stands says no more than the reader may see of it."""
    own = fields_read(measure) & set(schema_of(measure.record_type).names)
    others = read_types(measure)[1:]
    return own <= set(opened) and (
        not isinstance(measure.of, View)
        or not others
        or may_count(actor, others, (force_id,), at=at)
    )

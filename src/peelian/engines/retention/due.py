"""What is due for review: rows whose clear period is over, oldest first. Listing erases nothing."""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import connection, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Collate

from peelian.access.conditions import EVERYTHING, AllOf, Condition, FieldIn, Not
from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.registers.order import BY_BYTES, WrongPlace
from peelian.engines.retention.clear import dated_field, ends_on, is_month, latest
from peelian.engines.retention.holding import holds_on
from peelian.engines.retention.models import Proposal, Review
from peelian.engines.retention.reach import erasable
from peelian.engines.retention.rules import Rule, rule_of
from peelian.engines.retention.words import Decision
from peelian.records.adopt import copied
from peelian.records.base import Record
from peelian.records.derived import ZONE
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.looks import append_look
from peelian.trail.particulars import Particulars

PAGE = 50
ADDRESS: Final = "address_of_due"
QUERY: Final = "due for review"


@dataclass(frozen=True)
class Due:
    """A row that is due: since which day, and whether a hold stands on it."""

    record_id: str
    reference: str
    last_event: Any
    since: date
    held: bool


@dataclass(frozen=True)
class DueList:
    """A page of rows of one type that are due, under the rule of the day."""

    rows: tuple[Due, ...]
    rule: Rule
    after: str | None


def due_for_review(
    actor: User,
    model: type[Record],
    tables: Reader,
    *,
    force_id: str,
    at: datetime,
    after: str = "",
    limit: int = PAGE,
) -> DueList:
    """The rows of a type in a force that are due and that the actor may decide on, oldest first.

    Openly published rows name nobody and are never due. The look is one entry of the trail. Raises
    `NotAllowed`, `WrongPlace`, or `TrailError`: then nothing is shown.
    """
    check_power(actor, Power.RETAIN, force_id=force_id, at=at)
    day = local_day(at)
    rule = rule_of(protection_of(model).retention.key, force_id, on=day)
    seen = erasable(actor, model, at=at)
    begin = _place(after) if after else None
    found: list[_Found] = []
    if not seen.nothing:
        rows = _due(model, tables, seen.rows, force_id, rule, day, begin, limit + 1)
        found = list(islice(rows, limit + 1))
    key = type_key(model)
    shown = tuple(
        Due(
            one.record_id,
            one.reference,
            one.value,
            one.since,
            holds_on(force_id, key, one.record_id, at=at).exists(),
        )
        for one in found[:limit]
    )
    with transaction.atomic():
        append_look(
            actor=actor.trail_name,
            record_type=key,
            query=QUERY,
            filters={},
            shown=[row.record_id for row in shown],
            at=at,
            particulars=Particulars(),
        )
    onward = found[limit - 1].place if len(found) > limit else None
    return DueList(shown, rule, onward)


def number_due(
    model: type[Record], tables: Reader, *, force_id: str, at: datetime, most: int
) -> int:
    """How many rows of a type are due in a force, at most `most`: for the job that says so."""
    day = local_day(at)
    rule = rule_of(protection_of(model).retention.key, force_id, on=day)
    rows = _due(model, tables, EVERYTHING, force_id, rule, day, None, PAGE)
    return sum(1 for _row in islice(rows, most))


@dataclass(frozen=True)
class _Found:
    value: Any
    record_id: str
    reference: str
    since: date

    @property
    def place(self) -> str:
        """Where a page ends that ends with this row; nothing that the reader has not seen."""
        told = self.value.isoformat() if isinstance(self.value, date) else self.value
        return base64.urlsafe_b64encode(json.dumps([told, self.record_id]).encode()).decode()


def _place(text: str) -> tuple[str, str]:
    try:
        value, record_id = json.loads(base64.urlsafe_b64decode(text))
    except (ValueError, TypeError, binascii.Error):
        raise WrongPlace("This is no place in the list. Start again from its first page.") from None
    if not isinstance(value, str) or not isinstance(record_id, str):
        raise WrongPlace("This is no place in the list. Start again from its first page.")
    return value, record_id


def _due(
    model: type[Record],
    tables: Reader,
    rows: Condition,
    force_id: str,
    rule: Rule,
    day: date,
    after: tuple[str, str] | None,
    batch: int,
) -> Iterator[_Found]:
    if dated_field(model) is None:
        return iter(())
    ours = AllOf(
        (
            FieldIn("force_id", frozenset({force_id})),
            Not(FieldIn("source", frozenset(OPENLY_PUBLISHED))),
            rows,
        )
    )
    asked = _Asked(model, ours, rule, day, batch)
    return merge(
        _decided_out(asked, _operational(asked, after)),
        _decided_out(asked, _stored(asked, tables, after)),
        key=lambda one: (one.value, one.record_id),
    )


@dataclass(frozen=True)
class _Asked:
    model: type[Record]
    rows: Condition
    rule: Rule
    day: date
    batch: int

    @property
    def names(self) -> tuple[str, str]:
        protected = protection_of(self.model)
        return protected.dated, protected.reference or "record_id"

    @property
    def limit(self) -> tuple[str, Any]:
        """The comparison and the value that rows which are due stand under."""
        last = latest(self.model, self.day, self.rule.years)
        if is_month(self.model):
            return "lt", last
        if isinstance(dated_field(self.model), models.DateTimeField):
            return "lt", datetime.combine(last + timedelta(days=1), time(), ZoneInfo(ZONE))
        return "lte", last

    def found(self, row: Mapping[str, Any]) -> _Found:
        dated, reference = self.names
        since = ends_on(self.model, row[dated], self.rule.years) or self.day
        return _Found(row[dated], row["record_id"], str(row[reference] or ""), since)


def _operational(asked: _Asked, after: tuple[str, str] | None) -> Iterator[list[_Found]]:
    dated, reference = asked.names
    sign, limit = asked.limit
    collation = BY_BYTES[connection.vendor]
    rows = asked.model._default_manager.filter(
        asked.rows.as_q(), **{f"{dated}__{sign}": limit}
    ).annotate(**{ADDRESS: Collate(F("record_id"), collation)})
    while True:
        part = rows
        if after is not None:
            value, address = _typed(asked.model, after[0]), after[1]
            part = rows.filter(
                Q(**{f"{dated}__gt": value}) | Q(**{dated: value, f"{ADDRESS}__gt": address})
            )
        names = dict.fromkeys((dated, reference, "record_id"))
        page = [
            asked.found(row) for row in part.order_by(dated, ADDRESS)[: asked.batch].values(*names)
        ]
        yield page
        if len(page) < asked.batch:
            return
        after = _place(page[-1].place)


def _stored(asked: _Asked, tables: Reader, after: tuple[str, str] | None) -> Iterator[list[_Found]]:
    if not tables.snapshot.parts_of(type_key(asked.model)):
        return
    dated, reference = asked.names
    sign, limit = asked.limit
    table = tables.loaded(asked.model)
    value = table[dated]
    table = table.filter(
        asked.rows.as_ibis(table), (value <= limit if sign == "lte" else value < limit)
    ).select(*dict.fromkeys((dated, reference, "record_id")))
    while True:
        part = table
        if after is not None:
            begin, address = _typed(asked.model, after[0]), after[1]
            value = table[dated]
            part = table.filter((value > begin) | ((value == begin) & (table.record_id > address)))
        rows = tables.to_arrow(
            part.order_by([part[dated], part.record_id]).limit(asked.batch)
        ).to_pylist()
        gone = copied(asked.model, [row["record_id"] for row in rows])
        found = [asked.found(row) for row in rows]
        yield [one for one in found if one.record_id not in gone]
        if len(rows) < asked.batch:
            return
        after = _place(found[-1].place)


def _decided_out(asked: _Asked, pages: Iterator[list[_Found]]) -> Iterator[_Found]:
    """The rows of which nobody has said that they are kept for now, or shall be erased."""
    key = type_key(asked.model)
    for page in pages:
        about = {"record_type": key, "record_id__in": [one.record_id for one in page]}
        proposed = set(Proposal.objects.filter(**about).values_list("record_id", flat=True))
        last = {one.record_id: one for one in Review.objects.filter(**about).order_by("pk")}
        for one in page:
            review = last.get(one.record_id)
            if one.record_id in proposed:
                continue
            if review is None or review.decision != Decision.KEEP or review.next_on is None:
                yield one
            elif review.next_on <= asked.day:
                yield _Found(one.value, one.record_id, one.reference, review.next_on)


def _typed(model: type[Record], text: str) -> Any:
    field = dated_field(model)
    try:
        if isinstance(field, models.DateTimeField):
            return datetime.fromisoformat(text)
        return date.fromisoformat(text) if isinstance(field, models.DateField) else text
    except ValueError:
        raise WrongPlace("This is no place in the list. Start again from its first page.") from None

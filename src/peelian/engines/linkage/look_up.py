"""Exact-key look-up: what is held already of the same person or place (CON-15, CON-16).

Whoever looks finds what they may see and nothing else: a record that is sealed, of another team or
in conflict is not found, and changes neither number nor order (T03). So a look-up that finds
nothing never says that there is nothing: it names the sources in which it looked and how far their
rows reach.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Q

from peelian.access.user import User
from peelian.access.visible import Visible, hidden_cells_removed, visible
from peelian.engines.linkage.keys import Key, key_fields, moment_field
from peelian.engines.linkage.sources import Searched, searched
from peelian.records.adopt import copied
from peelian.records.base import Record
from peelian.records.derive import CALENDAR_ZONE
from peelian.records.protection import protection_of
from peelian.records.schema import schema_of, type_key
from peelian.records.store.reader import Reader
from peelian.trail.looks import append_look
from peelian.trail.particulars import Particulars, Result

# Peelian's default, as inspections count repeat victims; callers give a force's own number.
MONTHS = 12
MOST_SHOWN = 50
Answer = Literal["match", "no-match", "not-looked-up"]


@dataclass(frozen=True)
class Match:
    """One earlier record with the same key: what it is, when it began, and why it was found.

    `row` holds the cells that are open to whoever looked, by name. `ref` is what people call the
    record, empty where that is not open.
    """

    record_type: str
    title: str
    record_id: str
    ref: str
    at: datetime
    kind: Key
    row: Mapping[str, Any]

    @property
    def says(self) -> str:
        """Why it was found, in words."""
        return f"same {self.kind} key"


@dataclass(frozen=True)
class LookedUp:
    """What a look-up found, newest first, and in what it looked.

    `number` counts every match in sight, of which `matches` are the newest. `asked` are the kinds
    of key that the record has, `without` those that it has not.
    """

    match: Answer
    matches: tuple[Match, ...]
    number: int
    asked: tuple[Key, ...]
    without: tuple[Key, ...]
    sources: tuple[Searched, ...]
    months: int
    at: datetime

    @property
    def says(self) -> str:
        """The answer in a sentence or several, with its sources. Never "no"."""
        lacking = " and ".join(self.without)
        if not self.asked:
            return f"Not looked up: no key of the {lacking} is open in this record."
        looked_in = "; ".join(source.says(self.at) for source in self.sources)
        if self.match == "not-looked-up":
            return f"Not looked up: there is nothing to look in. Sources: {looked_in}."
        within = f"in the {self.months} months before"
        keys = " or ".join(self.asked)
        if self.match == "match":
            records = "earlier record" if self.number == 1 else "earlier records"
            told = f"{self.number} {records} with the same {keys} {within}."
        else:
            told = f"No match in these sources for this {keys} {within}."
        unasked = (
            f" Not looked up by {lacking}: no such key is open in this record." if lacking else ""
        )
        return f"{told}{unasked} Sources: {looked_in}. Records that you may not see are not in it."


@dataclass(frozen=True)
class _Wanted:
    """What is looked for in one record type: rows with one of the keys, within a span."""

    model: type[Record]
    seen: Visible
    keys: Mapping[Key, Collection[str]]
    record: tuple[str, str]
    force_id: str
    since: datetime
    until: datetime
    moment: str


def look_up(
    actor: User,
    model: type[Record],
    record: Record,
    tables: Reader,
    *,
    kinds: Sequence[Key],
    models: Sequence[type[Record]],
    at: datetime,
    months: int = MONTHS,
) -> LookedUp:
    """Earlier records of these types with the same key as this one, as this actor may see them.

    Earlier means in the months up to the moment at which the record began, or up to `at` where it
    does not say. The look is one entry of the trail for each type, with the addresses shown.
    Raises `NoMoment` for a type without one, or `TrailError`; then nothing may be shown.
    """
    keys = _keys_of(actor, model, record, kinds, at)
    until = getattr(record, moment_field(model)) or at
    since = (until.astimezone(CALENDAR_ZONE) - relativedelta(months=months)).astimezone(
        until.tzinfo
    )
    sources: list[Searched] = []
    found: list[Match] = []
    for one in models:
        wanted = _Wanted(
            model=one,
            seen=visible(actor, one, at=at),
            keys={kind: values for kind, values in keys.items() if key_fields(one, kind)},
            record=(type_key(model), record.record_id),
            force_id=record.force_id,
            since=since,
            until=until,
            moment=moment_field(one),
        )
        if wanted.keys:
            sources.append(_source(wanted, tables))
            found += _found(wanted, tables)
    found.sort(key=lambda match: (match.at, match.record_type, match.record_id), reverse=True)
    shown = tuple(found[:MOST_SHOWN])
    _note(actor, record, sources, shown, at=at)
    searched_any = any(source.was_searched for source in sources)
    answer: Answer = "match" if found else "no-match" if searched_any else "not-looked-up"
    return LookedUp(
        match=answer,
        matches=shown,
        number=len(found),
        asked=tuple(kind for kind in kinds if kind in keys),
        without=tuple(kind for kind in kinds if kind not in keys),
        sources=tuple(sources),
        months=months,
        at=at,
    )


def _keys_of(
    actor: User, model: type[Record], record: Record, kinds: Sequence[Key], at: datetime
) -> dict[Key, frozenset[str]]:
    """The keys of the record that are open to the actor, by kind; kinds without one are absent."""
    opened = visible(actor, model, at=at).open_fields(record)
    keys = {
        kind: frozenset(
            str(value)
            for name in key_fields(model, kind)
            if name in opened and (value := getattr(record, name))
        )
        for kind in kinds
    }
    return {kind: values for kind, values in keys.items() if values}


def _source(wanted: _Wanted, tables: Reader) -> Searched:
    return searched(
        wanted.model,
        wanted.force_id,
        tables,
        by=tuple(wanted.keys),
        seen=wanted.seen,
    )


def _found(wanted: _Wanted, tables: Reader) -> Iterator[Match]:
    """Every match in one record type, each record once."""
    if wanted.seen.nothing:
        return
    told: set[str] = set()
    for kind, values in wanted.keys.items():
        fields = key_fields(wanted.model, kind)
        for row in (
            *_operational(wanted, fields, values),
            *_stored(wanted, fields, values, tables),
        ):
            if row["record_id"] not in told:
                told.add(row["record_id"])
                yield _match(wanted, kind, row)


def _operational(
    wanted: _Wanted, fields: Sequence[str], values: Collection[str]
) -> Iterator[dict[str, Any]]:
    same = Q()
    for name in fields:
        same |= Q(**{f"{name}__in": values}) & wanted.seen.rows_open_in(name).as_q()
    rows = wanted.model._default_manager.filter(
        same,
        wanted.seen.as_q(),
        force_id=wanted.force_id,
        **{f"{wanted.moment}__gte": wanted.since, f"{wanted.moment}__lte": wanted.until},
    )
    for row in rows.values(*schema_of(wanted.model).names):
        if not _is_it(wanted, row):
            yield row


def _stored(
    wanted: _Wanted, fields: Sequence[str], values: Collection[str], tables: Reader
) -> Iterator[dict[str, Any]]:
    if not tables.snapshot.parts_of(type_key(wanted.model)):
        return
    table = tables.loaded(wanted.model)
    same: Any = False
    for name in fields:
        same |= table[name].isin(sorted(values)).fill_null(False) & wanted.seen.rows_open_in(
            name
        ).as_ibis(table)
    moment = table[wanted.moment]
    table = table.filter(
        same,
        wanted.seen.as_ibis(table),
        table.force_id == wanted.force_id,
        moment >= wanted.since,
        moment <= wanted.until,
    )
    rows = tables.to_arrow(table).to_pylist()
    gone = copied(wanted.model, [row["record_id"] for row in rows])
    for row in rows:
        if row["record_id"] not in gone and not _is_it(wanted, row):
            yield row


def _is_it(wanted: _Wanted, row: Mapping[str, Any]) -> bool:
    return (type_key(wanted.model), row["record_id"]) == wanted.record


def _match(wanted: _Wanted, kind: Key, row: Mapping[str, Any]) -> Match:
    cells = hidden_cells_removed(wanted.seen, row)
    reference = protection_of(wanted.model).reference
    return Match(
        record_type=type_key(wanted.model),
        title=str(wanted.model._meta.verbose_name),
        record_id=row["record_id"],
        ref=str(cells.get(reference) or ""),
        at=row[wanted.moment],
        kind=kind,
        row=cells,
    )


def _note(
    actor: User,
    record: Record,
    sources: Sequence[Searched],
    shown: Sequence[Match],
    *,
    at: datetime,
) -> None:
    """One entry for each type that was looked in; keys themselves stay out of the trail."""
    with transaction.atomic():
        for source in sources:
            addresses = [
                match.record_id for match in shown if match.record_type == source.record_type
            ]
            append_look(
                actor=actor.trail_name,
                record_type=source.record_type,
                query="",
                filters={"same": [str(kind) for kind in source.by], "as": record.record_id},
                shown=addresses,
                at=at,
                particulars=Particulars(result=Result.DONE if addresses else Result.NOTHING_FOUND),
            )

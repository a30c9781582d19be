"""All that goes with a record when it is erased, wherever it is kept."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet

from peelian.access.conflict import Conflict
from peelian.access.glass import BrokenGlass
from peelian.access.seal import MemberAsked, Seal, SealMember
from peelian.access.share import Share
from peelian.access.tie import Tie
from peelian.engines.duties.models import Matter
from peelian.engines.procedures.models import Draft
from peelian.engines.registers.exported import contents_of
from peelian.engines.registers.models import (
    Attachment,
    Export,
    ExportState,
    Following,
    Notice,
    ReasonGiven,
    Revision,
)
from peelian.engines.retention.beside import Ref, named, records_beside, turns_of
from peelian.engines.retention.models import Hold, Review
from peelian.engines.retention.reach import model_called
from peelian.records.base import Record
from peelian.records.happenings import Happening
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.person import Involvement, Person

# What is of use to nobody but workers, who take turns by it.
UNTOLD = ""


@dataclass(frozen=True)
class Belongings:
    """What hangs on a record at one moment. `rows` are deleted in this order, `keys` are theirs.

    `links` are addresses of parts of people in it, `beside` records about it by type and address,
    `contents` hashes of attachments that no other record refers to, `exports` files that hold the
    record, `in_store` says whether the store does.
    """

    record: Record
    rows: tuple[QuerySet[Any], ...]
    keys: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[str, ...]
    beside: tuple[Ref, ...]
    contents: tuple[str, ...]
    exports: tuple[Export, ...]
    in_store: bool

    @property
    def counted(self) -> tuple[tuple[str, int], ...]:
        """What goes, by noun: how many of each, without what there is none of."""
        told = [
            ("copies in the columnar store", int(self.in_store)),
            *((noun, len(keys)) for noun, keys in self.keys),
            *Counter(_called(record_type) for record_type, _address in self.beside).items(),
            ("parts of people in it", len(self.links)),
            ("contents of attachments", len(self.contents)),
            ("exports that hold it", len(self.exports)),
        ]
        return tuple((noun, number) for noun, number in told if number)

    @property
    def fingerprint(self) -> str:
        """The same as long as the record and all that hangs on it are the same."""
        told = [
            self.record.record_id,
            self.record.version,
            self.keys,
            self.links,
            self.beside,
            self.contents,
            [str(export.pk) for export in self.exports],
        ]
        return sha256(json.dumps(told).encode()).hexdigest()


def belongings_of(record: Record, tables: Reader) -> Belongings:
    """Everything that goes with this record."""
    model = type(record)
    me = (type_key(model), record.record_id)
    beside = records_beside(me, tables)
    about = named((me, *beside))
    seals = Seal.objects.filter(about)
    attached = Attachment.objects.filter(about)
    others = Attachment.objects.exclude(about)
    mine = set(attached.values_list("sha256", flat=True))
    elsewhere = set(others.filter(sha256__in=mine).values_list("sha256", flat=True))
    hanging = (
        ("changes", Revision.objects.filter(about)),
        ("attachments", attached),
        ("reasons for looks", ReasonGiven.objects.filter(about)),
        ("people who follow it", Following.objects.filter(about)),
        ("notices", Notice.objects.filter(about)),
        ("ties", Tie.objects.filter(about)),
        ("conflicts of interest", Conflict.objects.filter(about)),
        ("shares", Share.objects.filter(about)),
        ("openings by broken glass", BrokenGlass.objects.filter(about)),
        ("requests to see a sealed record", MemberAsked.objects.filter(seal__in=seals)),
        ("members of seals", SealMember.objects.filter(seal__in=seals)),
        ("seals", seals),
        ("reviews", Review.objects.filter(about)),
        ("holds that were lifted", Hold.objects.filter(about)),
        ("things that happened to it", Happening.objects.filter(about)),
        ("drafts of assessments", Draft.objects.filter(of_type=me[0], of_id=me[1])),
        (UNTOLD, Matter.objects.filter(pk__in=turns_of(beside))),
    )
    return Belongings(
        record=record,
        rows=tuple(rows for _noun, rows in hanging),
        keys=tuple((noun, _keys(rows)) for noun, rows in hanging if noun != UNTOLD),
        beside=beside,
        links=tuple(sorted(_links(record, tables))),
        contents=tuple(sorted(mine - elsewhere)),
        exports=tuple(_exports(record)),
        in_store=_stored(model, {"record_id": record.record_id}, tables) > 0,
    )


def _called(record_type: str) -> str:
    return str(model_called(record_type)._meta.verbose_name_plural)


def _keys(rows: QuerySet[Any]) -> tuple[str, ...]:
    return tuple(sorted(str(key) for key in rows.values_list("pk", flat=True)))


def _links(record: Record, tables: Reader) -> Iterator[str]:
    """Who has a part in it and, of a person, in what: unless another row is called the same."""
    model = type(record)
    name = protection_of(model).reference
    reference = getattr(record, name) if name else None
    if not reference or _shared(record, name, str(reference), tables):
        return
    wanted = [{"record_type": type_key(model), "reference": reference}]
    if model is Person:
        wanted.append({"person_key": reference})
    for one in wanted:
        where = {"force_id": record.force_id, **one}
        yield from Involvement.objects.filter(**where).values_list("record_id", flat=True)
        table = _where(Involvement, where, tables)
        yield from tables.to_arrow(table.select("record_id"))["record_id"].to_pylist()


def _shared(record: Record, name: str, reference: str, tables: Reader) -> bool:
    model = type(record)
    where = {"force_id": record.force_id, name: reference}
    held = model._default_manager.filter(**where).exclude(record_id=record.record_id)
    if held.exists():
        return True
    table = _where(model, where, tables)
    others = table.filter(table.record_id != record.record_id)
    return bool(tables.to_arrow(others.count())[0][0].as_py())


def _stored(model: type[Record], where: dict[str, Any], tables: Reader) -> int:
    return int(tables.to_arrow(_where(model, where, tables).count())[0][0].as_py())


def _where(model: type[Record], where: dict[str, Any], tables: Reader) -> Any:
    table = tables.loaded(model)
    for name, value in where.items():
        table = table.filter(table[name] == value)
    return table


def _exports(record: Record) -> Iterator[Export]:
    rows = Export.objects.filter(record_type=type_key(type(record)), state=ExportState.READY)
    for export in rows.order_by("pk"):
        contents = contents_of(export)
        if contents is None or any(one == record.record_id for one, _fields in contents.rows):
            yield export

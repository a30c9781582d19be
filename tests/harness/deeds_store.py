"""Deeds that reach the store: files of an extract loaded, typed records mirrored."""

from typing import ClassVar

import pyarrow.parquet as pq
from django.conf import settings

from harness.database import OwnDatabase
from harness.deeds import Loads
from harness.deeds_records import TypedRecords
from harness.kills import BEFORE_REPLY, CrashPoint, Found
from harness.numbered import moment
from peelian.areas.investigation.models import Investigation
from peelian.records.adopt import analytical
from peelian.records.mirror import mirror
from peelian.records.schema import schema_of, type_key
from peelian.records.store import catalogue


class LoadsAndMirrors:
    """In turn: a month's file is loaded; a record is typed and mirrored.

    After the next mirror, tables and store say the same of every typed record, whatever was killed.
    """

    name = "loads-and-mirrors"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("mid-import", "peelian.records.load.run:publish", "before"),
        CrashPoint("mid-publish", "peelian.records.store.layout:write_whole", "after"),
        CrashPoint("before-mirror", "peelian.records.mirror:publish_laid", "before"),
        CrashPoint("after-mirror", "peelian.records.mirror:publish_laid", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        TypedRecords().prepare(place)
        Loads().prepare(place)

    def do(self, number: int, place: OwnDatabase) -> None:
        if number % 2:
            Loads().do(number, place)
        else:
            TypedRecords().do(number, place)
            mirror(settings.STORE_ROOT, at=moment(number))

    def find(self, first: int, place: OwnDatabase) -> Found:
        loaded = Loads().find(first, place)
        typed = TypedRecords().find(first, place)
        behind = _typed() - _stored()
        # Only the record under way may wait for a mirror that never came.
        faults = [] if len(behind) <= 1 else [f"{len(behind)} acknowledged rows are not mirrored"]
        mirror(settings.STORE_ROOT, at=moment(first))
        if _typed() != _stored():
            faults.append("tables and store say different things after the mirror")
        return Found(
            whole=loaded.whole | typed.whole,
            half=loaded.half | typed.half,
            faults=(*faults, *typed.faults),
        )


def _typed() -> frozenset[tuple[object, ...]]:
    return frozenset(tuple(analytical(row).values()) for row in Investigation.objects.all())


def _stored() -> frozenset[tuple[object, ...]]:
    """What the mirror has laid into the store, whether or not its months are covered."""
    names = list(schema_of(Investigation).names)
    laid = catalogue.current(settings.STORE_ROOT).laid_over(type_key(Investigation))
    tables = [pq.read_table(settings.STORE_ROOT / one.path, columns=names) for one in laid]
    return frozenset(tuple(row.values()) for table in tables for row in table.to_pylist())

"""Deeds on records: typing, altering, attaching and taking out."""

import json
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import ClassVar

from django.conf import settings
from django.db.models import Q

from harness.database import OwnDatabase
from harness.kills import BEFORE_REPLY, CrashPoint, Found
from harness.numbered import account, compare, entries, moment, number_at
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.altering import alter
from peelian.engines.registers.attachments import attach, sweep_attachments
from peelian.engines.registers.collecting import collect
from peelian.engines.registers.exporting import ask_export, fetch_export, resume_exports
from peelian.engines.registers.models import Attachment, Export, ExportState, Revision
from peelian.engines.registers.vault import Lost, content_of
from peelian.records.adoption import Adoption
from peelian.records.store.reader import open_reader
from people import FORCE, employ, investigation, make_units
from stored_rows import put_rows, stored_investigation

KIND = "investigation"
# Loaded rows that wait to be adopted; each is changed twice.
LOADED = 2000


def number_in(reference: str) -> int:
    """The number at the end of a reference such as `deed-17`."""
    return int(reference.rpartition("-")[2])


def a_supervisor_at_work() -> None:
    """Somebody who may do all of this to the records of team N1."""
    make_units()
    employ("supervisor", "N")


class TypedRecords:
    """Investigations that are typed: a record and its entry."""

    name = "typed-records"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint(
            "before-record", "peelian.areas.investigation.models:Investigation.save", "before"
        ),
        CrashPoint(
            "after-record", "peelian.areas.investigation.models:Investigation.save", "after"
        ),
        CrashPoint("after-trail", "peelian.engines.registers.collecting:append", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        a_supervisor_at_work()

    def do(self, number: int, place: OwnDatabase) -> None:
        collect(
            Investigation,
            {
                "investigation_ref": f"deed-{number}",
                "opened_at": moment(number),
                "offence": "Burglary",
                "state": "Open",
                "unit_ref": "N1",
                "summary": f"Summary of {number}",
            },
            actor=account("supervisor"),
            force_id=FORCE,
            at=moment(number),
        )

    def find(self, first: int, place: OwnDatabase) -> Found:
        rows = Investigation.objects.filter(opened_at__gte=moment(first))
        records = {row.record_id: number_in(row.investigation_ref) for row in rows}
        found = entries(first, KIND, "collected")
        return compare(
            records.values(),
            # An entry counts for the record that it names.
            [records.get(one.record_ref, number_at(one.at)) for one in found],
            first=first,
        )


class Alterations:
    """Loaded investigations, each adopted by its first change and changed once more.

    A change is a field, a version, a revision and an entry; the first one is an adoption as well.
    """

    name = "alterations"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("after-copy", "peelian.areas.investigation.models:Investigation.save", "after"),
        CrashPoint("after-adoption", "peelian.engines.registers.altering:adopt", "after"),
        CrashPoint("after-change", "peelian.engines.registers.altering:_write", "after"),
        CrashPoint("after-revision", "peelian.engines.registers.altering:_revise", "after"),
        CrashPoint("after-trail", "peelian.engines.registers.altering:append", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        a_supervisor_at_work()
        rows = [stored_investigation(f"{number}") for number in range(1, LOADED + 1)]
        put_rows(settings.STORE_ROOT, Investigation, rows)

    def do(self, number: int, place: OwnDatabase) -> None:
        record, version = (number + 1) // 2, 2 - number % 2
        alter(
            Investigation,
            f"loaded-{record}",
            {"summary": f"Changed by {number}"},
            version=version,
            actor=account("supervisor"),
            at=moment(number),
            tables=open_reader(settings.STORE_ROOT),
        )

    def find(self, first: int, place: OwnDatabase) -> Found:
        since = Q(at__gte=moment(first))
        revised = {number_at(one.at): one for one in Revision.objects.filter(since)}
        adopted = set(Adoption.objects.values_list("record_id", flat=True))
        rows = {row.record_id: row for row in Investigation.objects.all()}
        newest: dict[str, int] = defaultdict(int)
        half = set()
        for number, one in revised.items():
            newest[one.record_id] = max(newest[one.record_id], number)
            row = rows.get(one.record_id)
            if row is None or one.record_id not in adopted or row.version < one.version:
                half.add(number)
        for record_id, number in newest.items():
            row, one = rows.get(record_id), revised[number]
            said = json.loads(one.after)["summary"]
            if row is not None and (row.version, row.summary) != (one.version, said):
                half.add(number)
        apart = set(rows) ^ adopted
        return compare(
            revised,
            [number_at(one.at) for one in entries(first, KIND, "altered")],
            half=half,
            faults=[f"{one} is copied and not adopted, or the other way" for one in sorted(apart)],
            first=first,
        )


class Attachings:
    """Files attached to one investigation: the bytes, a row and an entry."""

    name = "attachments"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("before-file", "peelian.engines.registers.attachments:keep", "before"),
        CrashPoint("half-a-file", "peelian.engines.registers.vault:os.fsync", "before"),
        CrashPoint("after-file", "peelian.engines.registers.attachments:keep", "after"),
        CrashPoint("after-row", "peelian.engines.registers.models:Attachment.save", "after"),
        CrashPoint("after-trail", "peelian.engines.registers.attachments:append", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        a_supervisor_at_work()
        investigation("A")

    def do(self, number: int, place: OwnDatabase) -> None:
        attach(
            Investigation,
            "investigation-A",
            name=f"deed-{number}.txt",
            content=f"Statement {number}\n".encode() * 500,
            actor=account("supervisor"),
            at=moment(number),
            tables=open_reader(settings.STORE_ROOT),
        )

    def find(self, first: int, place: OwnDatabase) -> Found:
        rows = list(Attachment.objects.filter(at__gte=moment(first)))
        half = set()
        for row in rows:
            try:
                content_of(settings.ATTACHMENTS_ROOT, row.sha256)
            except Lost:
                half.add(number_at(row.at))
        entered = entries(first, KIND, "collected")
        named = {number_at(one.at): json.loads(one.detail)["attachment"] for one in entered}
        half |= {number_at(row.at) for row in rows if named.get(number_at(row.at)) != row.sha256}
        return compare(
            {number_at(row.at) for row in rows},
            [number_at(one.at) for one in entered],
            half=half,
            faults=self._left_over() if first == 1 else (),
            first=first,
        )

    def _left_over(self) -> list[str]:
        """What lies on disk beside the contents of rows when the sweep has been there (T45)."""
        root = settings.ATTACHMENTS_ROOT
        sweep_attachments(at=datetime.now(UTC) + timedelta(days=2))
        named = set(Attachment.objects.values_list("sha256", flat=True))
        kept = {path.name for path in root.rglob("*") if path.is_file()}
        return [f"{name} is on disk, and no record refers to it" for name in sorted(kept - named)]


class Exports:
    """Exports: asked for, made and fetched. Done when the fetch is in the trail.

    Whatever was asked for and is waiting after a kill is made by the next worker; a file that is
    said to be ready is there, and nothing was handed out that is not.
    """

    name = "exports"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("asked", "peelian.engines.registers.exporting:run_export", "before"),
        CrashPoint("before-file", "peelian.engines.registers.making:put", "before"),
        CrashPoint("half-a-file", "peelian.engines.registers.vault:os.fsync", "before"),
        CrashPoint("after-file", "peelian.engines.registers.making:put", "after"),
        CrashPoint("made", "peelian.engines.registers.exporting:run_export", "after"),
        CrashPoint("after-trail", "peelian.engines.registers.exporting:append", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        a_supervisor_at_work()
        for ref in "ABCDEFGH":
            investigation(ref)

    def do(self, number: int, place: OwnDatabase) -> None:
        user = account("supervisor")
        made = ask_export(
            user,
            Investigation,
            open_reader(settings.STORE_ROOT),
            reason="task",
            words=f"deed-{number}",
            at=moment(number),
        )
        fetch_export(user, made.id, at=moment(number))

    def find(self, first: int, place: OwnDatabase) -> Found:
        asked = Export.objects.filter(asked_at__gte=moment(first))
        with suppress(IndexError):
            resume_exports(at=asked.order_by("-asked_at")[0].asked_at + timedelta(hours=1))
        made = {str(one.id): one for one in asked}
        half = {number_in(one.words) for one in made.values() if not _stands(one)}
        handed = [json.loads(one.detail)["export"] for one in entries(first, KIND, "disclosed")]
        numbers = [number_in(made[one].words) for one in handed if one in made]
        strangers = [one for one in handed if one not in made]
        return compare(
            set(numbers),
            numbers,
            half=half,
            faults=[f"{one} was handed out and is no export" for one in strangers],
            first=first,
        )


def _stands(export: Export) -> bool:
    """Whether an export is ready and its file is the one that it says."""
    path = settings.EXPORTS_ROOT / f"{export.id}.{export.form}"
    return (
        export.state == ExportState.READY
        and path.is_file()
        and sha256(path.read_bytes()).hexdigest() == export.sha256
    )

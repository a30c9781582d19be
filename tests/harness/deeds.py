"""Deeds of the product for the kill harness, and two that are broken on purpose."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import ClassVar

from django.db import transaction

from engines.comparisons.comparison_samples import held
from engines.measures.measure_samples import count
from harness.database import OwnDatabase
from harness.kills import BEFORE_REPLY, CrashPoint, Found
from harness.numbered import BEGINNING, faults_of_the_chain
from peelian.access.actors import service_account
from peelian.engines.comparisons.models import Rebase
from peelian.engines.comparisons.rebase import rebase
from peelian.records.load.run import load
from peelian.records.months import ordinal, shift
from peelian.records.schema import type_key
from peelian.records.store.reader import open_reader
from peelian.sources.police_uk.source import POLICE_UK
from peelian.spine.crime import Crime
from peelian.trail.append import append
from peelian.trail.models import Entry
from peelian.trail.verbs import Verb
from records.street_files import CRIME, csv_text

FIRST_MONTH = "2010-12"
ROWS = 20


class Covered:
    """Tables of which only one thing is asked: that Kent has a file of June 2020."""

    snapshot = held([("kent", "2020-06")])


def number_in(reason: str) -> int:
    """The number of a deed, from the reason that it was given."""
    return int(reason.rsplit(maxsplit=1)[1])


class Rebases:
    """Limits made anew: a record and its trail entry."""

    name = "rebases"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("before-record", "peelian.engines.comparisons.models:Rebase.save", "before"),
        CrashPoint("after-record", "peelian.engines.comparisons.models:Rebase.save", "after"),
        CrashPoint("after-trail", "peelian.engines.comparisons.rebase:append", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        service_account("command-line")

    def do(self, number: int, place: OwnDatabase) -> None:
        rebase(
            measure=count(),
            force="kent",
            month="2020-06",
            by="R. Clerk, Registrar",
            reason=f"Reason {number}",
            actor=service_account("command-line"),
            at=BEGINNING + timedelta(seconds=number),
            tables=Covered(),
        )

    def find(self, first: int, place: OwnDatabase) -> Found:
        since = BEGINNING + timedelta(seconds=first)
        made = Rebase.objects.filter(made_at__gte=since)
        records = {one.record_id: number_in(one.reason) for one in made}
        entries = Entry.objects.filter(at__gte=since, record_type=type_key(Rebase))
        entered = {one.record_ref: round((one.at - BEGINNING).total_seconds()) for one in entries}
        both = records.keys() & entered.keys()
        apart = {address: (records | entered)[address] for address in records.keys() ^ entered}
        return Found(
            whole=frozenset(records[address] for address in both),
            half=frozenset(apart.values()),
            faults=faults_of_the_chain() if first == 1 else (),
        )


class TrailEntries:
    """Entries of the trail alone."""

    name = "trail-entries"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("after-entry", "peelian.trail.models:Entry.save", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        """Nothing: the trail of a migrated database is ready."""

    def do(self, number: int, place: OwnDatabase) -> None:
        with transaction.atomic():
            append(
                actor="service:tests",
                verb=Verb.ALTERED,
                ref=("crime", str(number)),
                detail={},
                at=BEGINNING + timedelta(seconds=number),
            )

    def find(self, first: int, place: OwnDatabase) -> Found:
        entries = Entry.objects.filter(at__gte=BEGINNING + timedelta(seconds=first))
        numbers = [int(entry.record_ref) for entry in entries]
        twice = [one for one, other in pairwise(sorted(numbers)) if one == other]
        return Found(
            whole=frozenset(numbers),
            faults=(
                *(f"entry {number} stands twice" for number in twice),
                *(faults_of_the_chain() if first == 1 else ()),
            ),
        )


class Loads:
    """Files of one month each, loaded into the store."""

    name = "loads"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("mid-import", "peelian.records.load.run:publish", "before"),
        # What is written whole is first the manifest, then the pointer.
        CrashPoint("mid-publish", "peelian.records.store.layout:write_whole", "after"),
        CrashPoint("after-publish", "peelian.records.load.run:publish", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        (place.home / "files").mkdir()

    def do(self, number: int, place: OwnDatabase) -> None:
        month = shift(FIRST_MONTH, number)
        path = place.home / "files" / f"{month}-kent-street.csv"
        rows = [CRIME | {"Month": month, "Location": f"Street {row}"} for row in range(ROWS)]
        path.write_text(csv_text(*rows), encoding="utf-8", newline="")
        load(
            root=place.home / "store",
            files=POLICE_UK.find([path], force=None),
            by="service:tests",
            at=BEGINNING,
        )

    def find(self, first: int, place: OwnDatabase) -> Found:
        reader = open_reader(place.home / "store")
        crimes = reader.table(Crime)
        since = crimes.filter(crimes.month >= shift(FIRST_MONTH, first))
        counted = reader.to_arrow(since.group_by("month").agg(rows=since.count())).to_pylist()
        rows = {ordinal(one["month"]) - ordinal(FIRST_MONTH): one["rows"] for one in counted}
        return Found(
            whole=frozenset(number for number, held in rows.items() if held == ROWS),
            half=frozenset(number for number, held in rows.items() if held != ROWS),
        )


@dataclass
class ToldTooEarly(Rebases):
    """Broken on purpose: a deed is acknowledged at once and done together with the next."""

    waiting: int = 0

    def do(self, number: int, place: OwnDatabase) -> None:
        if self.waiting:
            super().do(self.waiting, place)
        self.waiting = number


class InTwoTransactions(Rebases):
    """Broken on purpose: the record stands before its trail entry is begun."""

    POINTS = (CrashPoint("between", "peelian.engines.comparisons.models:Rebase.save", "after"),)

    def do(self, number: int, place: OwnDatabase) -> None:
        at = BEGINNING + timedelta(seconds=number)
        made = Rebase(
            record_id=str(number),
            source="typed",
            force_id="kent",
            measure="sample.drugs",
            conditions="",
            month="2020-06",
            by="R. Clerk, Registrar",
            reason=f"Reason {number}",
            made_at=at,
        )
        made.save(force_insert=True)
        with transaction.atomic():
            append(
                actor="service:tests",
                verb=Verb.COLLECTED,
                ref=(type_key(Rebase), made.record_id),
                detail={},
                at=at,
            )

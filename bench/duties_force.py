"""A force with duties for `bench.duties`: officers, searches, and what happened to them."""

from datetime import UTC, date, datetime, timedelta

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from peelian.access.actors import service_account
from peelian.access.tie import Tie, TieKind
from peelian.access.user import User
from peelian.areas.stop_and_search.duties import RULES, read_feedback
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.duties.due_list import due_of
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.settle import settle
from peelian.engines.duties.tick import tick
from peelian.engines.duties.words import OPEN
from peelian.records.happenings import Happened, Happening, happen
from peelian.records.openness import TYPED
from peelian.records.schema import schema_of, type_key
from peelian.records.store import layout
from peelian.records.store.publish import publish
from peelian.records.store.reader import open_reader
from peelian.records.store.snapshot import Part
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.unit import Unit

FORCE, UNIT = "staffordshire", "T1"
OFFICERS, SEARCHES, LISTED = 40, 300, 500
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
SINCE = date(2020, 1, 1)
OWN = {"source": TYPED, "force_id": FORCE}


class Bench:
    """What is measured, on an installation of its own."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.engine = connection.vendor

    def prepare(self) -> None:
        """A unit, its officers, searches of which every second is loaded, and what happened."""
        call_command("migrate", verbosity=0)
        Unit.objects.create(
            record_id="unit", unit_ref=UNIT, name="Team", kind="team", starts_on=SINCE, **OWN
        )
        for one in range(OFFICERS):
            role = "patrol-officer" if one else "supervisor"
            ref = f"officer-{one}"
            Officer.objects.create(record_id=ref, officer_ref=ref, name=f"Demo {one}", **OWN)
            Post.objects.create(
                record_id=f"post-{one}",
                post_ref=f"post-{one}",
                title=role,
                unit_ref=UNIT,
                roles=role,
                starts_on=SINCE,
                **OWN,
            )
            Holding.objects.create(
                record_id=f"holding-{one}",
                post_ref=f"post-{one}",
                officer_ref=ref,
                starts_on=SINCE,
                **OWN,
            )
            user = User.objects.create_person(email=f"{ref}@force.example", name=ref)
            user.force_id, user.officer_ref = FORCE, ref
            user.save()
        self.actor = User.objects.get(officer_ref="officer-1")
        self._put_searches()
        with transaction.atomic():
            for one in range(self.number):
                self._tell(one, "S")

    def _put_searches(self) -> None:
        rows = [
            {
                "record_id": f"search-{one}",
                "search_ref": f"R-{one}",
                "month": "2026-02",
                "search_type": "Person search",
                "unit_ref": UNIT,
                "officer_ref": self._officer(one),
            }
            for one in range(SEARCHES)
        ]
        StopSearch.objects.bulk_create(StopSearch(**row, **OWN) for row in rows[::2])
        schema = schema_of(StopSearch)
        loaded = [
            dict.fromkeys(schema.names) | row | {"source": "extracts", "force_id": FORCE}
            for row in rows[1::2]
        ]
        root, key = settings.STORE_ROOT, type_key(StopSearch)
        made = root / "made.parquet"
        root.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(loaded, schema=schema.to_pyarrow()), made)
        digest = layout.digest_of(made)
        path = layout.relative_path("files", key, FORCE, "2026-02", digest)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        made.replace(root / path)
        part = Part(
            type_key=key,
            source="extracts",
            force_id=FORCE,
            month="2026-02",
            path=path,
            rows=len(loaded),
            read=len(loaded),
            rejected=0,
            rejects_path="",
            origin="bench",
            origin_sha256=digest,
            loaded_at=NOW.isoformat(),
        )
        publish(root, parts=[part], by="service:bench", at=NOW)

    def _officer(self, search: int) -> str:
        # Every fifth is of the officer whose day is read.
        return "officer-1" if search % 5 == 0 else f"officer-{2 + search % (OFFICERS - 2)}"

    def _tell(self, one: int, called: str) -> Happening | None:
        search = one % SEARCHES
        return happen(
            Happened(
                name=str(read_feedback.starts[0]),
                ref=(type_key(StopSearch), f"search-{search}"),
                force_id=FORCE,
                at=NOW - timedelta(hours=1 + one % 200),
                keys={"search_ref": f"{called}-{one}"},
                facts={name: values[0] for name, values in read_feedback.starts_facts.items()}
                | {"officer_ref": self._officer(search), "unit_ref": UNIT},
                once=f"{called}-{one}",
            ),
            by="service:bench",
            noted_at=NOW,
        )

    def write_bare(self) -> None:
        """The rows of as many duties, written and taken back."""
        user = self.actor
        with transaction.atomic():
            for one in range(self.number):
                duty = Duty.objects.create(
                    record_id=f"bare-{one}", duty_ref=f"B-{one}", rule="bare", title="bare",
                    matter=f"B-{one}", month="2026-03", started_at=NOW, state="Running", **OWN,
                )  # fmt: skip
                DutyNote.objects.create(duty=duty, what="begun", at=NOW, by="service:bench")
                for record_id in ("a", "b"):
                    Tie.objects.create(
                        user=user, record_type="bare", record_id=record_id, kind=TieKind.TASK,
                        starts_at=NOW, given_by="service:bench",
                    )  # fmt: skip
            transaction.set_rollback(True)

    def settle(self) -> None:
        settle(RULES, by=service_account("duties"), at=NOW, most=2 * self.number)

    def tell_again(self) -> int:
        """A fifth of what happened waits anew, as after a file that was delivered again."""
        first = Happening.objects.order_by("pk").values_list("pk", flat=True)[: self.number // 5]
        return Happening.objects.filter(pk__in=list(first)).update(settled_at=None)

    def tick(self) -> int:
        """A fifth of the duties are looked at on the day after their time is over."""
        at = NOW + timedelta(days=15)
        return tick(RULES, by=service_account("duties"), at=at, most=self.number // 5)

    def read_bare(self) -> int:
        """The rows of one officer's list, read alone; how many open duties they have."""
        mine = Duty.objects.filter(officer_ref="officer-1", state__in=sorted(OPEN))
        rows = list(mine.order_by("due_at", "pk")[:LISTED])
        list(DutyNote.objects.filter(duty__in=[row.record_id for row in rows]))
        return mine.count()

    def list_duties(self) -> int:
        tables = open_reader(settings.STORE_ROOT)
        return len(due_of(self.actor, RULES, tables, at=NOW + timedelta(days=15), most=LISTED))

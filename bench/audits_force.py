"""A force with searches to audit for `bench.audits`: two auditors, and what they do."""

from datetime import UTC, date, datetime, timedelta

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from peelian.access.look import one_look
from peelian.access.user import User
from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT as AUDIT
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.agreement import agreement_of
from peelian.engines.audits.digests import digest_of
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.forms import form_of
from peelian.engines.audits.framing import framed_rows, freeze
from peelian.engines.audits.marking import finish, save
from peelian.engines.audits.models import Finding, FrameRow, Item, Marking, Run, Turn
from peelian.engines.audits.planning import plan
from peelian.engines.audits.reading import settled_of, waiting_for
from peelian.engines.audits.results import results_of
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.sheet import sheet_of
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import decide_next, take_next
from peelian.engines.procedures.questions import NO, YES
from peelian.numbers import drawing
from peelian.records.openness import TYPED
from peelian.records.schema import schema_of, type_key
from peelian.records.store import layout
from peelian.records.store.publish import publish
from peelian.records.store.reader import open_reader
from peelian.records.store.snapshot import Part
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.unit import Unit

FORCE, UNIT, MONTH = "staffordshire", "T1", "2026-02"
NOW = datetime(2026, 12, 2, 10, tzinfo=UTC)
SINCE = date(2020, 1, 1)
OWN = {"source": TYPED, "force_id": FORCE}
AUDITORS = ("auditor-1", "auditor-2", "auditor-3")
SECOND_SHARE = 20


class Bench:
    """What is measured, on an installation of its own."""

    def __init__(self, frame: int, drawn: int) -> None:
        self.frame, self.drawn = frame, drawn
        self.engine = connection.vendor

    def prepare(self) -> None:
        """A unit, its auditors, and a month of searches that another unit made."""
        call_command("migrate", verbosity=0)
        Unit.objects.create(
            record_id="unit", unit_ref=UNIT, name="Audit", kind="team", starts_on=SINCE, **OWN
        )
        self.people = {ref: self._employ(ref, "auditor") for ref in AUDITORS}
        self.people["analyst"] = self._employ("analyst", "analyst")
        self._put_searches()
        self.tables = open_reader(settings.STORE_ROOT)

    def _employ(self, ref: str, role: str) -> User:
        held = {"starts_on": SINCE, **OWN}
        Officer.objects.create(record_id=ref, officer_ref=ref, name=f"Demo {ref}", **OWN)
        Post.objects.create(
            record_id=f"post-{ref}", post_ref=f"post-{ref}", title=role, unit_ref=UNIT, roles=role,
            **held,
        )  # fmt: skip
        Holding.objects.create(
            record_id=f"holding-{ref}", post_ref=f"post-{ref}", officer_ref=ref, **held
        )
        user = User.objects.create_person(email=f"{ref}@force.example", name=ref)
        user.force_id, user.officer_ref = FORCE, ref
        user.save()
        return user

    def _put_searches(self) -> None:
        schema = schema_of(StopSearch)
        made_at = datetime(2026, 2, 1, 9, tzinfo=UTC)
        rows = [
            dict.fromkeys(schema.names)
            | {
                "record_id": f"search-{one}",
                "search_ref": f"R-{one}",
                "month": MONTH,
                "searched_at": made_at + timedelta(minutes=one),
                "search_type": "Person search",
                "legislation": "Misuse of Drugs Act 1971 (section 23)",
                "object_of_search": "Controlled drugs",
                "grounds": f"Seen to hand over a packet for money near number {one}. Smelt of it.",
                "ethnic_group": ("White", "Black", "Asian", "Mixed")[one % 4],
                "unit_ref": f"T{2 + one % 9}",
                "officer_ref": f"officer-{one % 90}",
                "source": "extracts",
                "force_id": FORCE,
            }
            for one in range(self.frame)
        ]
        root, key = settings.STORE_ROOT, type_key(StopSearch)
        made = root / "made.parquet"
        root.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows, schema=schema.to_pyarrow()), made)
        digest = layout.digest_of(made)
        path = layout.relative_path("files", key, FORCE, MONTH, digest)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        made.replace(root / path)
        part = Part(
            type_key=key,
            source="extracts",
            force_id=FORCE,
            month=MONTH,
            path=path,
            rows=len(rows),
            read=len(rows),
            rejected=0,
            rejects_path="",
            origin="bench",
            origin_sha256=digest,
            loaded_at=NOW.isoformat(),
        )
        publish(root, parts=[part], by="service:bench", at=NOW)

    def plan(self) -> None:
        self.run = plan(
            AUDIT, force_id=FORCE, title="Bench", first=MONTH, last=MONTH,
            divided_by="ethnic_group", size=Size(total=self.drawn), second_share=SECOND_SHARE,
            actor=self.people["auditor-1"], at=NOW, tables=self.tables,
        )  # fmt: skip

    def freeze_bare(self) -> None:
        """The columns that are shown, hashed, and as many rows written and taken back."""
        table = self.tables.table(StopSearch, forces={FORCE})
        wanted = self.tables.to_arrow(table.select("record_id", *AUDIT.shows)).to_pylist()
        with transaction.atomic():
            FrameRow.objects.bulk_create(
                (
                    FrameRow(
                        run=self.run,
                        of_id=row["record_id"],
                        stratum="",
                        digest=digest_of(AUDIT, row),
                    )
                    for row in wanted
                ),
                batch_size=2000,
            )
            transaction.set_rollback(True)

    def freeze(self) -> None:
        actor = self.people["auditor-1"]
        self.run = freeze(self.run, AUDIT, actor=actor, at=NOW, tables=self.tables)
        self.run = publish_seed(self.run, actor=actor, at=NOW)

    def draw_bare(self) -> None:
        """The rows of the frame read, sorted by chance, and as many drawn as are wanted."""
        rows = framed_rows(self.run)
        drawn = drawing.draw(rows, self.run.frame_hash, self.run.seed, self.run.wanted)
        with transaction.atomic():
            Item.objects.bulk_create(
                Item(run=self.run, position=one.position, of_id=one.record_id) for one in drawn
            )
            transaction.set_rollback(True)

    def draw(self) -> None:
        self.items = draw(self.run, actor=self.people["auditor-1"], at=NOW)
        self.run = Run.objects.get(pk=self.run.pk)

    def take_bare(self, number: int) -> None:
        """As often: the open files read with their reviews, and a review written."""
        with transaction.atomic():
            for item in self.items[:number]:
                list(Item.objects.filter(run=self.run).prefetch_related("markings"))
                Marking.objects.create(
                    item=item, turn=Turn.FIRST, user=self.people["auditor-1"],
                    officer_ref="auditor-1", taken_at=NOW,
                )  # fmt: skip
            transaction.set_rollback(True)

    def take(self, who: str) -> Marking | None:
        return take_next(self.run, AUDIT, actor=self.people[who], at=NOW, tables=self.tables)

    def decide(self, who: str) -> Marking | None:
        return decide_next(self.run, AUDIT, actor=self.people[who], at=NOW, tables=self.tables)

    def show_bare(self, marking: Marking) -> None:
        """One row of the store, by its address."""
        table = self.tables.table(StopSearch, forces={FORCE})
        self.tables.to_arrow(table.filter(table.record_id == marking.item.of_id)).to_pylist()

    def show(self, marking: Marking) -> None:
        actor = marking.user
        with one_look():
            sheet_of(marking, AUDIT, actor=actor, at=NOW, tables=self.tables)
            form_of(marking, AUDIT, tables=self.tables)
            settled_of(self.run)

    def save_bare(self, marking: Marking) -> None:
        """The review read and written back."""
        with transaction.atomic():
            held = Marking.objects.select_for_update().get(pk=marking.pk)
            held.save()

    def save(self, marking: Marking) -> None:
        save(
            marking.pk, AUDIT, answers=self.answers(marking), words={}, saved=1,
            actor=marking.user, at=NOW,
        )  # fmt: skip

    def finish_bare(self, marking: Marking) -> None:
        """The review and its file read and written back."""
        self.save_bare(marking)
        with transaction.atomic():
            item = Item.objects.select_for_update().get(pk=marking.item_id)
            item.save()

    def finish(self, marking: Marking) -> None:
        finish(
            marking.pk, AUDIT, answers=self.answers(marking), words={}, saved=2,
            actor=marking.user, at=NOW, tables=self.tables,
        )  # fmt: skip

    def answers(self, marking: Marking) -> dict[str, str]:
        """Yes to all; the second reviewer says no to every fifth file."""
        no = marking.turn == Turn.SECOND and marking.item.position % 5 == 0
        keys = [one.key for one in AUDIT.version(self.run.asked_version).questions if not one.only]
        return dict.fromkeys(keys, YES) | ({keys[-1]: NO} if no else {})

    def waiting(self) -> int:
        with one_look():
            held = waiting_for((AUDIT,), actor=self.people["auditor-3"], at=NOW, tables=self.tables)
        return sum(one.reviews + one.decisions for one in held)

    def results_bare(self) -> None:
        """The findings and the reviews, read."""
        list(Finding.objects.filter(sample_ref=self.run.ref))
        list(Marking.objects.filter(item__run=self.run).select_related("item"))

    def results(self) -> None:
        results_of(self.run, AUDIT)
        agreement_of(self.run, AUDIT)

"""C-AUD: the frame is written down and hashed before anybody can know the seed."""

import time
from hashlib import sha256

import pytest

from engines.audits.grounds import AT, GROUNDS, MONTH, planned, put, search
from peelian.access.decide import NotAllowed
from peelian.engines.audits.checking import check_frame
from peelian.engines.audits.downloads import draw_csv, frame_csv
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.ending import abandon
from peelian.engines.audits.errors import AuditRefused, WrongPlan, WrongState
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.models import FrameRow, Item
from peelian.engines.audits.reading import left_out_of
from peelian.engines.audits.seeding import commitment_of, publish_seed
from peelian.engines.audits.sizing import Size, preview
from peelian.records.drawn import CHOSEN, RANDOM, WHOLE
from peelian.records.store.pins import pinned
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import FORCE


class TestPlanning:
    def test_says_what_a_plan_would_come_to(self, force, tables):
        seen = preview(
            GROUNDS,
            force_id=FORCE,
            first=MONTH,
            last=MONTH,
            narrowed={},
            divided_by="ethnicity",
            size=Size(total=9),
            actor=force["auditor"],
            at=AT,
            tables=tables,
        )
        # 7, 17 and 27 were in custody: one in each group.
        assert seen.strata == {"Asian": 9, "Black": 9, "White": 9}
        assert seen.left_out == {"custody": 3}
        assert seen.wanted == {"Asian": 3, "Black": 3, "White": 3}

    def test_only_who_runs_audits_plans(self, force, tables):
        with pytest.raises(NotAllowed):
            planned(tables, force["supervisor"])

    def test_every_fault_is_said_by_field(self, force, tables):
        with pytest.raises(WrongPlan) as raised:
            planned(
                tables,
                force["auditor"],
                title=" ",
                first="March",
                narrowed={"colour": ["red"]},
                divided_by="colour",
                size=Size(total=4, quotas={"White": 2}),
                second_share=120,
                method="guess",
            )
        assert set(raised.value.errors) == {
            "title",
            "first",
            "narrowed",
            "divided_by",
            "size",
            "second_share",
            "method",
        }

    def test_a_list_of_named_records_is_no_random_sample(self, force, tables):
        with pytest.raises(WrongPlan, match="no random sample"):
            planned(tables, force["auditor"], size=Size(chosen=("SS-1",)), design=RANDOM)

    def test_named_records_are_not_drawn_every_month(self, force, tables):
        named = {"size": Size(chosen=("SS-1",)), "design": CHOSEN, "rhythm": "month"}
        with pytest.raises(WrongPlan, match="once"):
            planned(tables, force["auditor"], **named)

    def test_the_seed_of_peelians_own_is_bound_and_hidden(self, force, tables):
        run = planned(tables, force["auditor"])
        bound = commitment_of(run)
        run = freeze(run, GROUNDS, actor=force["auditor"], at=AT, tables=tables)
        run = publish_seed(run, actor=force["auditor"], at=AT)
        assert sha256(run.seed.encode()).hexdigest() == bound
        assert run.seed not in run.sealed_seed


class TestFreezing:
    def test_the_frame_stands_with_its_hash_and_those_left_out(self, force, tables):
        actor = force["auditor"]
        run = planned(tables, actor, divided_by="ethnicity", size=Size(total=9))
        run = freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)
        assert (run.state, run.frame_size, run.wanted) == (
            "frozen",
            27,
            {"Asian": 3, "Black": 3, "White": 3},
        )
        assert left_out_of(run) == {"custody": 3}
        content = frame_csv(run, actor=actor, at=AT)
        assert sha256(content).hexdigest() == run.frame_hash
        first, second = content.decode().splitlines()[:2]
        assert first == "record_id,stratum,digest"
        assert second.startswith("search-00000,White,")
        told = Entry.objects.filter(record_type="auditrun").order_by("sequence")
        assert run.frame_hash in told[1].detail
        assert run.frame_hash not in told[0].detail

    def test_the_snapshot_stays_as_long_as_the_run(self, force, tables, root):
        actor = force["auditor"]
        freeze(planned(tables, actor), GROUNDS, actor=actor, at=AT, tables=tables)
        assert pinned(root) == {tables.snapshot.id}

    def test_nothing_meets_the_conditions(self, force, tables):
        actor = force["auditor"]
        run = planned(tables, actor, narrowed={"outcome": ["Summons"]})
        with pytest.raises(AuditRefused, match="No record meets"):
            freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)

    def test_a_frame_is_frozen_once(self, force, tables):
        actor = force["auditor"]
        run = freeze(planned(tables, actor), GROUNDS, actor=actor, at=AT, tables=tables)
        with pytest.raises(WrongState):
            freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)
        assert FrameRow.objects.count() == 30

    def test_named_records_must_be_in_the_frame(self, force, tables):
        actor = force["auditor"]
        size = Size(chosen=("SS-1", "SS-7"))
        run = planned(tables, actor, size=size, design=CHOSEN)
        with pytest.raises(AuditRefused, match="Not in the frame: SS-7"):
            freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)

    def test_no_stratum_is_a_formula(self, force, root):
        """T07: the frame is a file that people open in a spreadsheet."""
        put(root, [search(n, ethnic_group="=1+cmd") for n in range(3)])
        tables, actor = open_reader(root), force["auditor"]
        run = planned(tables, actor, divided_by="ethnicity", size=Size(quotas={"'=1+cmd": 2}))
        run = freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)
        assert run.wanted == {"'=1+cmd": 2}
        assert b",'=1+cmd," in frame_csv(run, actor=actor, at=AT)

    def test_a_frame_that_cannot_be_written_down_is_refused(self, force, root):
        actor = force["auditor"]
        for group, said in (("a\x07b", "control character"), ("x" * 121, "more than 120")):
            put(root, [search(n, ethnic_group=group) for n in range(3)])
            tables = open_reader(root)
            run = planned(tables, actor, divided_by="ethnicity")
            with pytest.raises(AuditRefused, match=said):
                freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)

    def test_ten_thousand_records_freeze_in_seconds(self, force, root):
        put(root, [search(n) for n in range(10_000)])
        tables, actor = open_reader(root), force["auditor"]
        run = planned(
            tables, actor, divided_by="ethnicity", size=Size(half_width=0.05, expected=0.8)
        )
        began = time.perf_counter()
        run = freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)
        assert time.perf_counter() - began < 20
        assert (run.frame_size, sum(run.wanted.values())) == (10_000, 240)


class TestSeedAndDraw:
    def test_no_seed_before_the_frame(self, force, tables):
        run = planned(tables, force["auditor"], seed_source="the lottery of Saturday")
        with pytest.raises(WrongState, match="Freeze the frame"):
            publish_seed(run, "1 2 3", actor=force["auditor"], at=AT)

    def test_a_seed_stands(self, force, tables):
        actor = force["auditor"]
        run = planned(tables, actor, seed_source="the lottery of Saturday")
        run = freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)
        run = publish_seed(run, " 4 8 15 16 23 42 ", actor=actor, at=AT)
        assert run.seed == "4 8 15 16 23 42"
        with pytest.raises(WrongState, match="would be another draw"):
            publish_seed(run, "another", actor=actor, at=AT)

    def test_a_sealed_seed_cannot_be_another(self, force, tables):
        actor = force["auditor"]
        run = freeze(planned(tables, actor), GROUNDS, actor=actor, at=AT, tables=tables)
        with pytest.raises(AuditRefused):
            publish_seed(run, "mine", actor=actor, at=AT)

    def test_the_same_frame_and_seed_give_the_same_sample(self, drawn):
        one, other = drawn(seed="42"), drawn(seed="42")
        assert one.frame_hash == other.frame_hash
        drawn_of = [
            list(Item.objects.filter(run=run).order_by("position").values_list("of_id", flat=True))
            for run in (one, other)
        ]
        assert drawn_of[0] == drawn_of[1]
        assert len(drawn_of[0]) == 4

    def test_no_draw_without_a_seed(self, force, tables):
        actor = force["auditor"]
        run = freeze(planned(tables, actor), GROUNDS, actor=actor, at=AT, tables=tables)
        with pytest.raises(WrongState, match="no seed"):
            draw(run, actor=actor, at=AT)

    def test_no_draw_from_a_frame_that_was_changed(self, force, tables):
        actor = force["auditor"]
        run = freeze(planned(tables, actor), GROUNDS, actor=actor, at=AT, tables=tables)
        run = publish_seed(run, actor=actor, at=AT)
        FrameRow.objects.filter(run=run, of_id="search-00001").delete()
        with pytest.raises(AuditRefused, match="somebody has changed it"):
            draw(run, actor=actor, at=AT)

    def test_everything_and_named_records(self, drawn):
        whole = drawn(design=WHOLE, size=Size())
        named = drawn(design=CHOSEN, size=Size(chosen=("SS-3", "SS-9")))
        assert Item.objects.filter(run=whole).count() == 27
        found = Item.objects.filter(run=named).values_list("of_id", flat=True)
        assert set(found) == {"search-00003", "search-00009"}

    def test_quotas_are_drawn_by_lot_in_each_stratum(self, drawn):
        run = drawn(divided_by="ethnicity", size=Size(quotas={"Black": 5, "Asian": 2}))
        found = Item.objects.filter(run=run).values_list("stratum", flat=True)
        assert sorted(found) == ["Asian"] * 2 + ["Black"] * 5

    def test_an_abandoned_draw_stays_in_the_list(self, force, drawn):
        run = abandon(drawn(), why="The wrong month.", actor=force["auditor"], at=AT)
        assert (run.state, run.ended_because) == ("abandoned", "The wrong month.")
        assert Item.objects.filter(run=run).count() == 4


class TestChecking:
    def check(self, run, force, tables):
        return check_frame(run, GROUNDS, actor=force["auditor"], at=AT, tables=tables)

    def test_nothing_has_changed(self, force, tables, drawn):
        found = self.check(drawn(), force, tables)
        assert found.holds
        assert (found.snapshot, found.draw) == (True, True)
        assert (found.changed, found.gone, found.new) == (0, 0, 0)

    def test_what_changed_since_is_counted_and_the_frame_holds(self, force, root, tables, drawn):
        run = drawn()
        rows = [search(n, custody_ref="C" if n in (7, 17, 27) else None) for n in range(32)]
        rows[1]["grounds"] = "Better grounds, written later."
        rows[2]["outcome"] = "Arrest"  # not shown to a reviewer
        put(root, [row for row in rows if row["record_id"] != "search-00003"])
        found = self.check(run, force, open_reader(root))
        assert found.holds
        assert (found.changed, found.gone, found.new) == (1, 1, 2)

    def test_a_changed_frame_is_noticed(self, force, tables, drawn):
        run = drawn()
        FrameRow.objects.filter(run=run, of_id="search-00001").update(stratum="Other")
        found = self.check(run, force, tables)
        assert (found.holds, found.stored_rows, found.snapshot) == (False, False, True)

    def test_a_swapped_file_is_noticed(self, force, tables, drawn):
        run = drawn()
        Item.objects.filter(run=run, position=1).update(of_id="search-00777")
        found = self.check(run, force, tables)
        assert (found.holds, found.draw) == (False, False)

    def test_the_draw_is_a_file_with_its_entry(self, force, drawn):
        run = drawn(second_share=100)
        lines = draw_csv(run, actor=force["auditor"], at=AT).decode().splitlines()
        assert lines[0] == "position,record_id,stratum,second"
        assert [line[-3:] for line in lines[1:]] == ["yes"] * 4
        assert Entry.objects.filter(verb="disclosed", record_ref=run.ref).exists()

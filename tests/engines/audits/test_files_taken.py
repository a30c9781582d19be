"""Each turn of a file goes to one person, and only to somebody who may have it."""

import pytest

from engines.audits.grounds import AT, GROUNDS, YES_TO_ALL, put, search
from peelian.access.conflict import Conflict, ConflictKind
from peelian.access.decide import NotAllowed
from peelian.access.seal import Seal
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.ending import abandon
from peelian.engines.audits.errors import (
    NoSuchMarking,
    WrongState,
)
from peelian.engines.audits.models import Item, Turn
from peelian.engines.audits.reviewers import open_to
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import give_back
from peelian.records.schema import type_key
from peelian.records.store.reader import open_reader
from people import FORCE


class TestTaking:
    def test_each_turn_goes_to_one_person(self, bench):
        bench.draw(second_share=0)
        first, second = bench.take("auditor"), bench.take("auditor-2")
        assert (first.item.position, second.item.position) == (1, 2)
        assert bench.take("auditor").pk == first.pk

    def test_a_second_reviewer_is_somebody_else(self, bench):
        bench.draw(size=Size(total=1), second_share=100)
        assert bench.take("auditor").turn == Turn.FIRST
        bench.finish(bench.take("auditor"), YES_TO_ALL)
        assert bench.take("auditor") is None
        assert bench.take("auditor-2").turn == Turn.SECOND
        assert bench.take("auditor-3") is None

    def test_nobody_reviews_files_of_their_team_or_their_own(self, bench, root):
        rows = {
            "of-n1": search(1, unit="N1"),
            "of-f": search(2, unit="F"),
            "own": search(4, officer_ref="no-auditor"),
            "there": search(5, present_refs="no-x, no-auditor"),
            "other": search(6),
        }
        put(root, rows.values())
        tables = open_reader(root)
        run = bench.draw(size=Size(total=5), tables=tables)

        def open_for(who):
            addresses = [row["record_id"] for row in rows.values()]
            judge = open_to(run, GROUNDS, addresses, actor=bench.force[who], at=AT, tables=tables)
            return {name for name, row in rows.items() if judge(row["record_id"])}

        # The auditor's post is in F; the supervisor's is in N, over N1.
        assert open_for("auditor") == {"of-n1", "other"}
        assert open_for("supervisor") == {"of-f", "own", "there", "other"}
        assert open_for("inspector") == set(rows)
        # Moved to another team since, a file is still of the team that it was of, and of the new.
        put(root, [{**rows["of-n1"], "unit_ref": "F"}, rows["other"]])
        tables = open_reader(root)
        assert open_for("auditor") == {"other"}
        assert open_for("supervisor") == {"other"}

    def test_a_seal_or_a_conflict_shuts_a_file(self, bench):
        force = bench.force
        bench.draw(size=Size(total=2), second_share=0)
        one, other = Item.objects.filter(run=bench.run).order_by("position")
        key = type_key(StopSearch)
        Seal.objects.create(
            record_type=key, record_id=one.of_id, starts_at=AT, **_seal_words(force)
        )
        Conflict.objects.create(
            user=force["auditor"],
            kind=ConflictKind.FRIEND,
            force_id=FORCE,
            record_type=key,
            record_id=other.of_id,
            declared_by="service:tests",
            starts_at=AT,
        )
        assert bench.take("auditor") is None
        assert bench.take("auditor-2").item_id == other.pk

    def test_a_role_that_does_not_review_is_told_so(self, bench):
        bench.draw()
        with pytest.raises(NotAllowed):
            bench.take("analyst")

    def test_nothing_is_reviewed_before_the_draw_or_after_the_end(self, bench):
        bench.draw()
        abandon(bench.run, why="Wrong month.", actor=bench.force["auditor"], at=AT)
        with pytest.raises(WrongState):
            bench.take("auditor-2")

    def test_what_is_given_back_goes_to_somebody_else(self, bench):
        bench.draw(second_share=0, size=Size(total=1))
        marking = bench.take("auditor")
        with pytest.raises(NoSuchMarking):
            give_back(marking.pk, why="Mine now.", actor=bench.force["supervisor"], at=AT)
        give_back(marking.pk, why="I know them.", actor=bench.force["auditor"], at=AT)
        assert bench.take("auditor-2").item.position == 1

    def test_an_inspector_reviews_in_every_force(self, bench):
        bench.draw(second_share=0)
        assert bench.take("inspector") is not None


def _seal_words(force):
    known = {field.name for field in Seal._meta.concrete_fields}
    told = {"force_id": FORCE, "reason": "A test", "sealed_by": "service:tests"}
    return {name: value for name, value in told.items() if name in known}

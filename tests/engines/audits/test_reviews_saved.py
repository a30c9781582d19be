"""Reviews save themselves, are finished once, and are as blind as the trail says."""

import pytest

from engines.audits.grounds import AT, GROUNDS, NO_GROUNDS, YES_TO_ALL, put, search
from peelian.access.conflict import Conflict, ConflictKind
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.agreement import agreement_of
from peelian.engines.audits.errors import (
    MayNotReview,
    NoSuchMarking,
    NotComplete,
    Stale,
)
from peelian.engines.audits.forms import form_of
from peelian.engines.audits.marking import open_marking
from peelian.engines.audits.models import Finding
from peelian.engines.audits.results import results_of
from peelian.engines.audits.sizing import Size
from peelian.engines.procedures.questions import NO, YES
from peelian.records.schema import type_key
from peelian.records.store.reader import open_reader
from peelian.trail.append import append
from peelian.trail.models import Entry
from people import FORCE


class TestSaving:
    def test_a_late_saving_cannot_overwrite_a_newer_one(self, bench):
        bench.draw(second_share=0)
        marking = bench.take("auditor")
        bench.save(marking, {"reasonable": YES}, saved=2)
        with pytest.raises(Stale) as raised:
            bench.save(marking, {"reasonable": NO}, saved=1)
        assert raised.value.marking.answers == {"reasonable": YES}
        with pytest.raises(Stale):
            bench.save(marking, {"reasonable": NO}, saved=2)
        # The same again, as after a lost answer, is no fault.
        assert bench.save(marking, {"reasonable": YES}, saved=2).saved == 2
        assert bench.save(marking, {"reasonable": NO}, saved=3).answers == {"reasonable": NO}

    def test_somebody_elses_review_does_not_exist(self, bench):
        bench.draw(second_share=0)
        marking = bench.take("auditor")
        with pytest.raises(NoSuchMarking):
            bench.save(marking, {}, saved=1, actor=bench.force["auditor-2"])
        with pytest.raises(NoSuchMarking):
            open_marking(marking.pk, actor=bench.force["auditor-2"], at=AT)

    def test_only_answers_that_there_are(self, bench):
        bench.draw(second_share=0)
        marking = bench.take("auditor")
        with pytest.raises(NotComplete) as raised:
            bench.save(marking, {"reasonable": "maybe", "colour": "red"}, saved=1)
        assert set(raised.value.errors) == {"reasonable", "colour"}

    def test_a_finished_review_comes_back_as_it_was(self, bench):
        bench.draw(second_share=0)
        marking = bench.take("auditor")
        bench.finish(marking, YES_TO_ALL)
        assert bench.finish(marking, NO_GROUNDS).answers == YES_TO_ALL
        with pytest.raises(NoSuchMarking):
            bench.save(marking, NO_GROUNDS, saved=9)

    def test_the_trail_holds_no_answer(self, bench):
        bench.draw(second_share=0)
        marking = bench.take("auditor")
        bench.finish(marking, YES_TO_ALL, {"reasonable": "canary-remark"})
        details = Entry.objects.filter(record_type="marking").values_list("detail", flat=True)
        assert len(details) == 2
        assert not any("canary" in one or "reasonable" in one for one in details)


class TestFinishing:
    def test_every_open_question_must_be_answered(self, bench):
        bench.draw(second_share=0)
        marking = bench.take("auditor")
        with pytest.raises(NotComplete) as raised:
            bench.finish(marking, {"reasonable": YES})
        assert set(raised.value.errors) == {"how", "copy"}
        # What a closed branch held is no part of the review.
        done = bench.finish(marking, {**NO_GROUNDS, "how": YES})
        assert done.answers == NO_GROUNDS

    def test_what_is_not_written_down_is_no(self, bench, root):
        put(root, [search(1, grounds="  ")])
        bench.tables = open_reader(root)
        bench.draw(size=Size(total=1), second_share=100, tables=bench.tables)
        marking = bench.take("auditor")
        form = form_of(marking, GROUNDS, tables=bench.tables)
        assert form.by_itself == {"reasonable": NO}
        assert [one.key for one in form.open] == ["copy"]
        done = bench.finish(marking, {"copy": YES, "reasonable": YES, "how": YES})
        assert (done.answers, done.passed) == ({"reasonable": NO, "copy": YES}, NO)
        # A machine that agrees with itself is no evidence of agreement.
        bench.review("auditor-2", {"copy": YES})
        assert Finding.objects.get(question="reasonable").agreed is None
        assert Finding.objects.get(question="copy").agreed is True
        of = {one.question: one.agreement.n for one in agreement_of(bench.run, GROUNDS)}
        assert of == {"reasonable": 0, "how": 0, "copy": 1, "passed": 1}

    def test_the_file_is_as_it_was_frozen(self, bench, root):
        put(root, [search(1, grounds="")])
        bench.tables = open_reader(root)
        bench.draw(size=Size(total=1), second_share=0, tables=bench.tables)
        put(root, [search(1, grounds="Written after the draw.")])
        bench.tables = open_reader(root)
        form = form_of(bench.take("auditor"), GROUNDS, tables=bench.tables)
        assert form.by_itself == {"reasonable": NO}

    def test_the_trail_says_who_had_read_the_record(self, bench, db):
        bench.draw(second_share=0, size=Size(total=2))
        for who, reads in (("auditor", False), ("auditor-2", True)):
            marking = bench.take(who)
            ref = (type_key(StopSearch), marking.item.of_id)
            detail = {"shown": []} if reads else {"marking": str(marking.pk)}
            told = {"actor": marking.user.trail_name, "verb": "consulted", "ref": ref}
            append(**told, detail=detail, at=AT)
            assert bench.finish(marking, YES_TO_ALL).blind is not reads
        found = results_of(bench.run, GROUNDS)
        assert (found.reviews, found.not_blind) == (2, 1)

    def test_a_conflict_that_was_found_since_shuts_the_file(self, bench):
        bench.draw(second_share=0)
        marking = bench.take("auditor")
        Conflict.objects.create(
            user=marking.user,
            kind=ConflictKind.FRIEND,
            force_id=FORCE,
            record_type=type_key(StopSearch),
            record_id=marking.item.of_id,
            declared_by="service:tests",
            starts_at=AT,
        )
        with pytest.raises(MayNotReview):
            bench.finish(marking, YES_TO_ALL)

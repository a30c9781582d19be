"""What stands of a file when its reviewers are done, and who reads it when."""

import pytest

from engines.audits.grounds import AT, GROUNDS, NO_GROUNDS, YES_TO_ALL
from peelian.access.actors import service_account
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.agreement import agreement_of
from peelian.engines.audits.checking import check_frame
from peelian.engines.audits.ending import abandon, close
from peelian.engines.audits.errors import (
    AuditRefused,
    NoSuchMarking,
    NoSuchRun,
    WrongState,
)
from peelian.engines.audits.forgetting import forget_erased
from peelian.engines.audits.models import Finding, Item, Marking
from peelian.engines.audits.reading import (
    answers_between,
    progress_of,
    results_open,
    run_of,
    runs_of,
    waiting_for,
)
from peelian.engines.audits.results import results_of
from peelian.engines.audits.setting_aside import set_aside
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import decide_next
from peelian.engines.procedures.questions import NO, YES
from peelian.records.erased import keep_out
from peelian.records.schema import type_key
from people import employ


class TestSettling:
    def test_nothing_can_be_learnt_from_figures_while_files_are_open(self, bench):
        bench.draw(second_share=0, size=Size(total=2))
        bench.review("auditor", YES_TO_ALL)
        assert Item.objects.exclude(settled_at=None).count() == 1
        assert not Finding.objects.exists()
        bench.review("auditor-2", NO_GROUNDS)
        assert Finding.objects.filter(question="passed").count() == 2

    def test_what_is_set_aside_last_opens_the_results(self, bench):
        bench.draw(second_share=0, size=Size(total=2))
        bench.review("auditor", YES_TO_ALL)
        marking = bench.take("auditor")
        set_aside(marking.item_id, why="Two files in one.", actor=marking.user, at=AT)
        # One of the two drawn has answered, and stands for the whole frame.
        assert set(Finding.objects.values_list("stratum_size", "stratum_drawn")) == {(27, 1)}

    def test_one_reviewer_settles_a_file_alone(self, bench):
        bench.draw(size=Size(quotas={"Black": 1}), second_share=0, divided_by="ethnicity")
        bench.review("auditor", YES_TO_ALL)
        found = Finding.objects.filter(question="passed").get()
        assert (found.answer, found.agreed, found.decided) == (YES, None, False)
        assert (found.design, found.method, found.stratum_size) == ("Random", "default", 9)
        assert (found.month, found.unit_ref, found.officer_ref) == ("2026-03", "S1", "no-somebody")
        assert found.sample_ref == bench.run.ref
        assert Finding.objects.count() == 4

    def test_two_who_agree_settle_it(self, bench):
        bench.draw(second_share=100, size=Size(total=1))
        bench.review("auditor", YES_TO_ALL)
        assert not Finding.objects.exists()
        bench.review("auditor-2", YES_TO_ALL)
        assert set(Finding.objects.values_list("agreed", "decided")) == {(True, False)}

    def test_a_third_decides_between_two(self, bench):
        force = bench.force
        bench.draw(second_share=100, size=Size(total=1))
        bench.review("auditor", YES_TO_ALL)
        bench.review("auditor-2", {**YES_TO_ALL, "how": NO})
        assert not Finding.objects.exists()
        assert bench.take("auditor", decide_next) is None
        marking = bench.take("auditor-3", decide_next)
        assert marking.answers == {"reasonable": YES, "copy": YES}
        first, second = answers_between(marking, actor=force["auditor-3"])
        assert (first.answers["how"], second.answers["how"]) == (YES, NO)
        with pytest.raises(NoSuchMarking):
            answers_between(marking, actor=force["auditor-2"])
        bench.finish(marking, {**YES_TO_ALL, "how": NO})
        found = {one.question: one for one in Finding.objects.all()}
        assert (found["how"].answer, found["how"].agreed, found["how"].decided) == (NO, False, True)
        assert (found["copy"].agreed, found["copy"].decided) == (True, False)
        assert (found["passed"].answer, found["passed"].decided) == (NO, True)

    def test_a_file_that_cannot_be_reviewed_is_set_aside_and_not_replaced(self, bench):
        bench.draw(second_share=0, size=Size(total=2))
        marking = bench.take("auditor")
        set_aside(marking.item_id, why="Two files in one.", actor=marking.user, at=AT)
        assert bench.take("auditor").item.position == 2
        with pytest.raises(AuditRefused):
            set_aside(marking.item_id, why="Again.", actor=marking.user, at=AT)
        assert Item.objects.filter(run=bench.run).count() == 2

    def test_closing_needs_every_file_or_a_reason(self, bench):
        actor = bench.force["auditor"]
        bench.draw(second_share=0, size=Size(total=3))
        bench.review("auditor", YES_TO_ALL)
        bench.take("auditor")
        with pytest.raises(WrongState, match="2 of the drawn files"):
            close(bench.run, actor=actor, at=AT)
        run = close(bench.run, why="The team is needed elsewhere.", actor=actor, at=AT)
        assert run.state == "closed"
        # The one that was settled stands for all of its stratum.
        assert set(Finding.objects.values_list("stratum_drawn", flat=True)) == {1}
        assert not Marking.objects.filter(done_at=None).exists()

    def test_a_result_that_does_not_please_cannot_be_given_up(self, bench):
        """Else somebody abandons audits until one comes out well, and figures show that one."""
        bench.draw(second_share=0, size=Size(total=1))
        bench.review("auditor", NO_GROUNDS)
        with pytest.raises(WrongState, match="stands"):
            abandon(bench.run, why="Wrong month.", actor=bench.force["auditor"], at=AT)
        assert Finding.objects.exists()
        close(bench.run, actor=bench.force["auditor"], at=AT)

    def test_a_run_under_review_can_be_given_up_and_counts_nowhere(self, bench):
        bench.draw(second_share=0, size=Size(total=2))
        bench.review("auditor", YES_TO_ALL)
        abandon(bench.run, why="Wrong month.", actor=bench.force["auditor"], at=AT)
        assert not Finding.objects.exists()


class TestReading:
    def test_nobody_reads_results_before_all_is_settled(self, bench):
        actor = bench.force["auditor"]
        bench.draw(second_share=0, size=Size(total=2))
        bench.review("auditor", YES_TO_ALL)
        assert not results_open(bench.run, actor=actor, at=AT)
        bench.review("auditor", NO_GROUNDS)
        assert results_open(bench.run, actor=actor, at=AT)
        assert not results_open(bench.run, actor=bench.force["investigator"], at=AT)

    def test_results_count_and_estimate(self, bench):
        bench.draw(second_share=0, size=Size(total=4))
        for answers in (YES_TO_ALL, YES_TO_ALL, YES_TO_ALL, NO_GROUNDS):
            bench.review("auditor", answers)
        found = results_of(bench.run, GROUNDS)
        assert found.describes == "Estimates the 27 records of the frame from 4 drawn by lot."
        by_key = {one.key: one for one in found.questions}
        assert (by_key["reasonable"].yes, by_key["reasonable"].among) == (3, 4)
        assert (by_key["how"].yes, by_key["how"].among) == (3, 3)
        assert (by_key["copy"].among, by_key["copy"].not_applicable) == (3, 1)
        estimate = by_key["reasonable"].estimate
        assert estimate.value == 0.75
        assert estimate.method == "Clopper-Pearson exact, 95%"

    def test_chosen_files_have_a_fraction_and_no_interval(self, bench):
        bench.draw(second_share=0, size=Size(total=2), design="Chosen")
        bench.review("auditor", YES_TO_ALL)
        bench.review("auditor", YES_TO_ALL)
        found = results_of(bench.run, GROUNDS)
        assert found.describes == (
            "Describes these 2 files; it is no estimate for the 27 records of the frame."
        )
        assert (found.questions[0].estimate.value, found.questions[0].estimate.lower) == (1, None)

    def test_agreement_is_of_those_that_two_have_marked(self, bench):
        bench.draw(second_share=100, size=Size(total=3))
        for answers in (YES_TO_ALL, YES_TO_ALL, NO_GROUNDS):
            bench.review("auditor", answers)
        for answers in (YES_TO_ALL, NO_GROUNDS, NO_GROUNDS):
            bench.review("auditor-2", answers)
        found = {one.question: one for one in agreement_of(bench.run, GROUNDS)}
        assert found["reasonable"].agreement.n == 3
        assert found["reasonable"].agreement.agreed == 2
        assert found["reasonable"].table == (
            (("no", "no"), 1),
            (("yes", "no"), 1),
            (("yes", "yes"), 1),
        )
        progress = progress_of(bench.run)
        assert (progress.settled, progress.open_deciding, progress.reviews) == (2, 1, 6)

    def test_what_waits_for_whom(self, bench):
        force = bench.force
        bench.draw(second_share=100, size=Size(total=2))
        bench.review("auditor", YES_TO_ALL)
        mine = bench.take("auditor")
        asked = {"at": AT, "tables": bench.tables}
        (one,) = waiting_for([GROUNDS], actor=force["auditor"], **asked)
        assert (one.reviews, one.decisions, one.mine.pk) == (0, 0, mine.pk)
        (one,) = waiting_for([GROUNDS], actor=force["auditor-2"], **asked)
        assert (one.reviews, one.mine) == (2, None)
        assert waiting_for([GROUNDS], actor=force["analyst"], **asked) == ()

    def test_a_run_of_another_force_does_not_exist(self, bench):
        force = bench.force
        bench.draw()
        assert runs_of([GROUNDS], actor=force["auditor"], at=AT) == (bench.standing(),)
        assert runs_of([GROUNDS], actor=force["analyst"], at=AT) == ()
        with pytest.raises(NoSuchRun):
            run_of(bench.run.ref, [GROUNDS], actor=force["analyst"], at=AT)
        stranger = employ("auditor", "F", name="stranger")
        type(stranger).objects.filter(pk=stranger.pk).update(force_id="kent")
        stranger.refresh_from_db()
        with pytest.raises(NoSuchRun):
            run_of(bench.run.ref, [GROUNDS], actor=stranger, at=AT)


class TestForgetting:
    def test_what_was_written_of_an_erased_record_goes_with_it(self, bench, root):
        bench.draw(second_share=0, size=Size(total=2))
        done = bench.take("auditor")
        bench.finish(done, YES_TO_ALL, {"reasonable": "canary-remark"})
        bench.take("auditor-2")
        keep_out(root, type_key(StopSearch), [one.of_id for one in bench.run.items.all()])
        by = service_account("audit-rhythm")
        assert forget_erased([GROUNDS], root=root, by=by, at=AT) == 2
        assert forget_erased([GROUNDS], root=root, by=by, at=AT) == 0
        (left,) = Marking.objects.all()
        assert (left.answers, left.words, left.passed) == ({}, {}, "")
        progress = progress_of(bench.run)
        assert (progress.set_aside, progress.settled, progress.open) == (2, 0, 0)
        # The frame keeps its hash, so that the draw can still be checked.
        check = {"actor": bench.force["auditor"], "at": AT, "tables": bench.tables}
        assert check_frame(bench.run, GROUNDS, **check).holds

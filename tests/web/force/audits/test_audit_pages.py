"""An audit from its plan to its result, page by page, as a browser without scripts has it."""

import pytest

from peelian.engines.audits.models import Finding, FrameRow, Marking, Run, State
from peelian.engines.audits.sizing import Size
from web.force.audits.searches import KEY, MONTH, put, search
from web.force.signed_in import raw_text_of, text_of

PLAN = {
    "title": "Grounds in October",
    "first": MONTH,
    "last": MONTH,
    "design": "Random",
    "divided_by": "",
    "size_by": "number",
    "number": "3",
    "shared": "proportional",
    "second_share": "100",
    "method": "default",
    "seed_by": "named",
    "seed_source": "The main lottery numbers of 5 December 2026",
    "rhythm": "",
}
YES = {f"answer-{key}": "yes" for key in ("reasonable", "person", "item", "fact")}
NO = YES | {
    "answer-reasonable": "no",
    "answer-nothing-else": "yes",
    "answer-cannabis-alone": "no",
}


def marking_of(sent):
    """The address to which the next file led."""
    assert "/audits/files/" in sent["Location"], sent["Location"]
    return sent["Location"]


def test_a_plan_says_what_it_comes_to_before_it_is_made(bench):
    browser = bench.browser()
    page = text_of(browser, f"/force/audits/plan/{KEY}/")
    assert "28 of 30 files will be reviewed." in page
    asked = browser.post(f"/force/audits/plan/{KEY}/size/", {**PLAN, "divided_by": "ethnic_group"})
    assert "3 of 30 files will be reviewed." in asked.content.decode()
    assert not Run.objects.exists()


def test_from_plan_to_draw(bench):
    browser = bench.browser()
    sent = browser.post(f"/force/audits/plan/{KEY}/", PLAN)
    run = Run.objects.get()
    here = f"/force/audits/runs/{run.ref}/"
    assert sent["Location"] == here
    assert "nobody knows the seed" in text_of(browser, here)
    browser.post(f"{here}freeze/")
    page = text_of(browser, here)
    assert "30 files are listed" in page
    run.refresh_from_db()
    assert run.frame_hash in page
    browser.post(f"{here}seed/", {"seed": "3 14 15 9 26 5"})
    browser.post(f"{here}draw/")
    page = text_of(browser, here)
    assert "0 of 3 files are settled." in page
    assert "3 14 15 9 26 5" in page
    frame = browser.get(f"{here}frame.csv").content
    assert frame.startswith(b"record_id,stratum,digest\n")
    assert "Yes. Frame, hash and draw fit together" in text_of(browser, f"{here}check/")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Write what this audit is for."),
        ({"number": ""}, "Write how many files are to be drawn."),
        ({"seed_source": ""}, "Write which number decides"),
        ({"size_by": "precision", "precision": "x", "expected": "50"}, "such as 5 or 2.5"),
        ({"size_by": "parts"}, "Choose into which parts the files are divided."),
        ({"size_by": "files"}, "Write the references of the files"),
        ({"size_by": "files", "chosen": "SS-00001"}, "no random sample: call them chosen"),
    ],
)
def test_a_plan_that_cannot_stand_says_why(bench, wrong, said):
    sent = bench.browser().post(f"/force/audits/plan/{KEY}/", PLAN | wrong)
    assert sent.status_code == 400
    assert said in sent.content.decode()
    assert not Run.objects.exists()


def test_numbers_of_parts_are_set_beside_them(bench):
    browser, parts = bench.browser(), {"divided_by": "ethnic_group", "size_by": "parts"}
    page = browser.post(f"/force/audits/plan/{KEY}/size/", PLAN | parts).content.decode()
    assert 'name="part:Black"' in page
    quotas = {"part:White": "5", "part:Black": "4", "part:Asian": "3"}
    browser.post(f"/force/audits/plan/{KEY}/", PLAN | parts | quotas | {"design": "Chosen"})
    assert Run.objects.get().wanted == {"White": 5, "Black": 4, "Asian": 3}


def test_a_number_too_long_to_be_one_is_none(bench):
    told = {"divided_by": "ethnic_group", "size_by": "parts", "design": "Chosen"}
    sent = bench.browser().post(
        f"/force/audits/plan/{KEY}/", PLAN | told | {"part:White": "9" * 5000}
    )
    assert sent.status_code == 400


def test_an_inspector_plans_for_a_force_that_is_inspected(bench):
    browser = bench.browser("inspector")
    sent = browser.post(f"/inspectorate/audits/plan/{KEY}/", PLAN)
    run = Run.objects.get()
    assert sent["Location"] == f"/inspectorate/audits/runs/{run.ref}/"
    assert run.force_id == "staffordshire"


def test_what_is_drawn_every_month_goes_on_until_somebody_ends_it(bench):
    browser = bench.browser()
    browser.post(f"/force/audits/plan/{KEY}/", PLAN | {"rhythm": "month", "seed_by": "sealed"})
    run = Run.objects.get()
    here = f"/force/audits/runs/{run.ref}/"
    assert "Draws files of each month by itself, from October 2026 on" in text_of(browser, here)
    browser.post(f"{here}close/", {"why": ""})
    run.refresh_from_db()
    assert run.state == State.CLOSED


def test_a_frame_that_somebody_changed_is_noticed(bench):
    run = bench.drawn()
    FrameRow.objects.filter(run=run, of_id="search-00003").update(digest="0" * 64)
    page = text_of(bench.browser(), f"/force/audits/runs/{run.ref}/check/")
    assert "No. Something was changed after the hash was published" in page
    assert "No: this is not what was published" in page


class TestMarking:
    def test_without_scripts_it_is_a_plain_form_that_leads_to_the_next_file(self, bench):
        run = bench.drawn(second_share=0)
        browser, here = bench.browser(), f"/force/audits/runs/{run.ref}/"
        file = marking_of(browser.post(f"{here}next/"))
        page = text_of(browser, file)
        assert "Do the recorded grounds give reasonable suspicion" in page
        assert "Only if question 1 is answered “No”." in page
        for done in range(3):
            sent = browser.post(file, YES | {"saved": "1"})
            if done < 2:
                file = marking_of(sent)
        assert sent["Location"] == here
        assert "3 of 3 files are settled." in text_of(browser, here)

    def test_what_is_not_answered_is_named_and_what_is_stays(self, bench):
        run = bench.drawn(second_share=0)
        browser = bench.browser()
        file = marking_of(browser.post(f"/force/audits/runs/{run.ref}/next/"))
        sent = browser.post(
            file, {"answer-reasonable": "no", "words-reasonable": "Why him?", "saved": "1"}
        )
        assert sent.status_code == 400
        page = sent.content.decode()
        assert 'href="#answer-person"' in page
        assert 'value="no" checked' in page
        assert "Why him?" in page

    def test_what_is_not_written_down_is_no_without_asking(self, bench):
        put(bench.root, [search(1, grounds_seen="")])
        run = bench.drawn(second_share=0, size=Size(total=1))
        browser = bench.browser()
        file = marking_of(browser.post(f"/force/audits/runs/{run.ref}/next/"))
        page = text_of(browser, file)
        assert "Nothing is written to judge, so the answer is “No” without asking:" in page
        assert 'name="answer-reasonable"' not in page
        browser.post(file, {"saved": "1"})
        assert Finding.objects.get(question="passed").answer == "no"

    def test_it_saves_itself_and_a_late_saving_changes_nothing(self, bench):
        run = bench.drawn(second_share=0)
        browser = bench.browser()
        file = marking_of(browser.post(f"/force/audits/runs/{run.ref}/next/"))
        assert browser.post(f"{file}save/", {"answer-reasonable": "no", "saved": "5"}).json() == {
            "saved": 5
        }
        late = browser.post(f"{file}save/", {"answer-reasonable": "yes", "saved": "4"})
        assert late.status_code == 409
        held = Marking.objects.get()
        assert held.answers == {"reasonable": "no"}
        assert held.saved == 5

    def test_a_retried_finish_leads_on_and_counts_once(self, bench):
        run = bench.drawn(second_share=0, size=Size(total=1))
        browser = bench.browser()
        file = marking_of(browser.post(f"/force/audits/runs/{run.ref}/next/"))
        asked = {"headers": {"accept": "application/json"}}
        first = browser.post(file, YES | {"saved": "1"}, **asked).json()
        again = browser.post(file, YES | {"saved": "2"}, **asked).json()
        assert first == again
        assert Finding.objects.filter(question="passed").count() == 1

    def test_a_file_is_given_back_or_set_aside(self, bench):
        run = bench.drawn(second_share=0)
        browser, here = bench.browser(), f"/force/audits/runs/{run.ref}/"
        file = marking_of(browser.post(f"{here}next/"))
        browser.post(f"{file}aside/", {"how": "nobody", "why": "It is empty."})
        assert "0 of 3 files are settled, 1 is set aside." in text_of(browser, here)
        file = marking_of(browser.post(f"{here}next/"))
        browser.post(f"{file}aside/", {"how": "not-me", "why": "I know the place too well."})
        assert browser.get(file).status_code == 404

    def test_a_review_is_its_reviewers_alone(self, bench):
        run = bench.drawn(second_share=100)
        file = marking_of(bench.browser().post(f"/force/audits/runs/{run.ref}/next/"))
        other = bench.browser("auditor-2")
        for asked in (other.get(file), other.post(file, YES), other.post(f"{file}save/", YES)):
            assert asked.status_code == 404

    def test_signs_that_no_database_holds_are_taken_out_of_remarks(self, bench):
        run = bench.drawn(second_share=0)
        file = marking_of(bench.browser().post(f"/force/audits/runs/{run.ref}/next/"))
        sent = {"saved": "1", "words-reasonable": "Seen\0 to run.\u202e"}
        assert bench.browser().post(f"{file}save/", sent).json() == {"saved": 1}
        assert Marking.objects.get().words == {"reasonable": "Seen to run.\u202e"}


class TestResults:
    def test_nobody_reads_results_before_all_is_settled(self, bench):
        run = bench.drawn(second_share=0)
        bench.finish(run)
        browser, here = bench.browser(), f"/force/audits/runs/{run.ref}/"
        text_of(browser, f"{here}results/", status=404)
        assert "Does not pass" not in text_of(browser, f"{here}files/")

    def test_whoever_runs_it_learns_no_part_of_a_file_before_its_review(self, bench):
        """T01: they review as well, and the sheet hides the ethnic group by which it is divided."""
        run = bench.drawn(second_share=0, divided_by="ethnic_group", size=Size(total=6))
        browser, here = bench.browser(), f"/force/audits/runs/{run.ref}/"
        for page in (text_of(browser, f"{here}files/"), text_of(browser, f"{here}files/1/")):
            assert not {"White", "Black", "Asian"} & set(page.split())
        assert bench.finish(run).blind
        # The file of the draw tells the part of each record, and the trail tells of the file.
        assert b"Black" in browser.get(f"{here}draw.csv").content
        assert not bench.finish(run).blind

    def test_the_inspected_read_how_the_inspectorate_draws_and_steer_nothing(self, bench):
        auditor, bench.auditor = bench.auditor, bench.force["inspector"]
        run = bench.drawn()
        browser, here = bench.browser(), f"/force/audits/runs/{run.ref}/"
        page = raw_text_of(browser, here)
        assert "frame.csv" in page
        for shut in ("abandon/", "close/", "seed/"):
            assert f"{here}{shut}" not in page
            assert browser.post(f"{here}{shut}", {"why": "It looks bad."}).status_code == 404
        sent = browser.post(f"{here}files/1/aside/", {"why": "It looks bad."})
        assert sent.status_code == 404
        run.refresh_from_db()
        assert (auditor, run.state) == (bench.force["auditor"], State.DRAWN)

    def test_two_answers_are_decided_by_a_third_who_sees_both_and_no_names(self, bench):
        run = bench.drawn(second_share=100)
        for answer in ("yes", "yes", "no"):
            bench.finish(run, "auditor", answer)
        for _file in range(3):
            bench.finish(run, "auditor-2", "yes")
        third, here = bench.browser("auditor-3"), f"/force/audits/runs/{run.ref}/"
        file = marking_of(third.post(f"{here}decide/"))
        page = text_of(third, file)
        assert "Reviewer 1: No" in page
        assert "Reviewer 2: Yes" in page
        assert "Demo auditor" not in page.replace("Demo auditor-3", "")
        third.post(file, NO | {"saved": "1"})
        page = text_of(third, f"{here}results/")
        assert "67% had reasonable grounds recorded: 2 of 3 files" in page
        assert "they agreed on 2 (67%)" in page

    def test_a_file_that_does_not_pass_becomes_work_and_feedback(self, bench):
        run = bench.drawn(second_share=0)
        for answer in ("no", "yes", "yes"):
            bench.finish(run, "auditor", answer)
        browser, here = bench.browser(), f"/force/audits/runs/{run.ref}/"
        page = text_of(browser, f"{here}files/?question=passed&answer=no")
        assert "1 of 3 files." in page
        page = text_of(browser, f"{here}files/1/")
        assert "Settled" in page
        browser.post(f"{here}files/1/feedback/", {"words": "Say what you saw him do."})
        assert "Say what you saw him do." in text_of(browser, f"{here}files/1/")

    def test_a_review_by_somebody_who_had_read_the_record_is_told(self, bench):
        run = bench.drawn(second_share=0, size=Size(total=1))
        bench.finish(run)
        Marking.objects.update(blind=False)
        page = text_of(bench.browser(), f"/force/audits/runs/{run.ref}/results/")
        assert "1 of 1 reviews was not blind" in page

    def test_whoever_only_reviews_reads_the_result_without_ways_that_are_shut(self, bench):
        run = bench.drawn(second_share=0, size=Size(total=1))
        bench.finish(run)
        page = raw_text_of(bench.browser("supervisor"), f"/force/audits/runs/{run.ref}/results/")
        assert "1 of 1 files" in page
        for shut in ("/force/figures/", "/quality/", "/files/"):
            assert shut not in page


class TestEnding:
    def test_a_draw_that_is_left_lying_is_listed_beside_the_one_that_goes_on(self, bench):
        """Whoever draws twice and reviews the sample that pleases is seen to have done so."""
        lying, run = bench.drawn(title="First try"), bench.drawn(title="Second try")
        page = text_of(bench.browser(), f"/force/audits/runs/{run.ref}/")
        assert "Other draws of this audit" in page
        assert lying.title in page.partition("Other draws of this audit")[2]

    def test_an_abandoned_draw_stays_in_the_list(self, bench):
        run = bench.drawn()
        browser = bench.browser()
        browser.post(f"/force/audits/runs/{run.ref}/abandon/", {"why": "The months were wrong."})
        other = bench.planned(title="Again")
        page = text_of(browser, f"/force/audits/runs/{other.ref}/")
        assert "The months were wrong." in page

    def test_it_is_closed_early_only_with_a_reason(self, bench):
        run = bench.drawn(second_share=0)
        bench.finish(run)
        browser, here = bench.browser(), f"/force/audits/runs/{run.ref}/"
        assert browser.post(f"{here}close/", {"why": ""}).status_code == 400
        browser.post(f"{here}close/", {"why": "The team was needed elsewhere."})
        run.refresh_from_db()
        assert run.state == State.CLOSED
        assert "1 of 3 drawn files" not in text_of(browser, f"{here}results/")


@pytest.mark.parametrize("name", ["patrol-officer", "analyst", "chief-officer"])
def test_whoever_has_no_part_in_audits_meets_no_page_of_them(bench, name):
    run = bench.drawn()
    browser = bench.browser(name)
    for page in ("/force/audits/", f"/force/audits/plan/{KEY}/", f"/force/audits/runs/{run.ref}/"):
        text_of(browser, page, status=404)


def test_quality_by_team_is_a_figure_like_any_other(bench):
    run = bench.drawn(second_share=0)
    for answer in ("no", "yes", "yes"):
        bench.finish(run, "auditor", answer)
    bench.mirror()
    page = text_of(bench.browser(), f"/force/audits/quality/{KEY}/")
    assert "Files of 1 team of Staffordshire Police were reviewed." in page

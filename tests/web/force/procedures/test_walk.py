"""From the record to what happens next, by its pages: every answer kept, every error told."""

import pytest

from peelian.engines.procedures.models import Answer, Assessment, Draft
from peelian.records.happenings import Happening
from peelian.trail.models import Entry
from people import investigation
from web.force.procedures.walking import begin, fill, on
from web.force.signed_in import browser_of, raw_text_of, text_of

pytestmark = pytest.mark.django_db
RECORD = "/force/records/investigation/investigation-A/"
RISK = "/force/procedures/of/investigation-A/sample.risk/"
CHECK = "/force/procedures/of/investigation-A/sample.check/"
NEW = "/force/procedures/new/sample.record/"


@pytest.fixture
def browser(force, case):
    return browser_of(force["supervisor"])


def test_the_record_offers_it_and_the_start_page_says_why(browser):
    assert f'href="{RISK}"' in raw_text_of(browser, RECORD)

    page = text_of(browser, RISK)
    for said in (
        "What is known of the danger decides what is done today.",
        "About five minutes",
        "At most 4 questions",
        "An example; no force goes by it (Peelian's default)",
        "Investigator",
        "Investigation A",
    ):
        assert said in page
    assert not Draft.objects.exists()


def test_a_whole_assessment_without_javascript(browser):
    at = begin(browser, RISK)
    assert "Part 1 of 5" in text_of(browser, at)
    at = on(browser, at, offered="will")
    assert "Threats often come before violence." in text_of(browser, at)
    again = on(browser, at, answer_threats="yes")
    assert again == at
    assert "Was a weapon spoken of?" in text_of(browser, again)
    at = on(browser, again, answer_weapon="refused")
    assert "No match in these sources: investigations." in text_of(browser, at)
    at = on(browser, at, words_said="He said so.")
    page = text_of(browser, at)
    assert "Nothing is suggested" in page
    assert "Ticks never become a grade." in page
    at = on(browser, at, grade="high", reasons="What I saw.")
    page = text_of(browser, at)
    for said in ("They would rather not say", "He said so.", "Professional judgement", "High"):
        assert said in page
    at = on(browser, at)
    page = text_of(browser, at)
    assert "The hub reads it today." in page
    made = Assessment.objects.get()
    assert made.assessment_ref in page
    page = text_of(browser, f"/force/procedures/made/{made.record_id}/")
    for said in ("What I saw.", "Professional judgement", "They would rather not say"):
        assert said in page
    assert Answer.objects.get(question="weapon").status == "Refused"
    assert not Draft.objects.exists()
    assert "Risk to the victim" in text_of(browser, RECORD)


def test_what_is_wrong_is_said_first_and_beside(browser):
    at = on(browser, begin(browser, RISK), offered="will")

    answer = fill(browser, at)

    page = answer.content.decode()
    assert answer.status_code == 400
    assert page.index("There is a problem") < page.index("<h1")
    assert 'href="#answer-threats_0"' in page
    assert "<title>Error:" in page
    assert "or say that they would rather not say or that it was not asked, and why" in page


def test_not_asked_needs_its_reason_and_keeps_it(browser):
    at = on(browser, begin(browser, RISK), offered="will")

    assert fill(browser, at, answer_threats="not-asked").status_code == 400
    on(browser, at, answer_threats="not-asked", why_threats="They were asleep.")

    assert "They were asleep." in raw_text_of(browser, at)


def test_declining_the_whole_needs_a_reason_and_asks_the_rest_of_what_is_known(browser):
    at = begin(browser, RISK)
    answer = fill(browser, at, offered="will-not")
    assert answer.status_code == 400
    assert "Choose why it was declined." in answer.content.decode()

    at = on(browser, at, offered="will-not", refusal="afraid", refusal_words="She shook her head.")
    for _page in range(2):
        at = on(browser, at)
    at = on(browser, at, grade="medium", reasons="From what is known.")
    on(browser, at)

    made = Assessment.objects.get()
    assert (made.outcome, made.refusal, made.refusal_words) == (
        "Refused",
        "afraid",
        "She shook her head.",
    )
    assert Answer.objects.get(question="threats").status == "Refused"
    assert Happening.objects.filter(name="risk-refused").count() == 1


def test_going_back_keeps_answers_and_a_change_from_the_check_page_returns_there(browser):
    at = on(browser, begin(browser, RISK), offered="will")
    first = at
    on(browser, at, answer_threats="yes")
    at = on(browser, first, answer_weapon="yes")
    at = on(browser, at)
    check = on(browser, at, grade="high", reasons="Seen.")
    assert f'href="{first}?from=check"' in raw_text_of(browser, check)
    assert "Visible high risk" in text_of(browser, check)

    assert on(browser, f"{first}?from=check", answer_threats="no") == check

    page = text_of(browser, check)
    assert "One answer is left out" in page
    assert "Was a weapon spoken of?" not in page
    assert "Visible high risk" not in page
    assert on(browser, f"{first}?from=check", answer_threats="yes") == f"{first}?from=check"
    assert on(browser, f"{first}?from=check") == check
    assert "Visible high risk" in text_of(browser, check)


def test_a_page_is_not_reached_before_those_that_it_follows(browser):
    at = begin(browser, RISK)
    number = at.split("/")[4]

    assert browser.get(f"/force/procedures/drafts/{number}/check/")["Location"] == at
    assert browser.get(f"/force/procedures/drafts/{number}/decide/")["Location"] == at


def test_advice_is_shown_before_saving_and_never_blocks(force):
    browser = browser_of(force["investigator"])
    at = begin(browser, NEW)
    answers = {
        "answer_offence": "Fraud",
        "answer_state": "Open",
        "answer-opened_0": "3",
        "answer-opened_1": "6",
        "answer-opened_2": "2026",
        "answer-opened_3": "14:30",
        "words_summary": "Fraud.",
    }
    sent = {name.replace("answer_", "answer-").replace("words_", "words-"): value
            for name, value in answers.items()}  # fmt: skip

    answer = browser.post(at, sent)

    assert answer["Location"] == at
    page = text_of(browser, at)
    assert "Before you go on" in page
    assert "This is short: say what was seen, told and known" in page
    at = browser.post(at, sent)["Location"]
    page = text_of(browser, at)
    assert "3 June 2026, 14:30" in page
    assert "This is short" in page
    assert "/done/" in on(browser, at)
    shown = Answer.objects.get(question="summary.shown")
    assert (shown.answer, shown.words) == (
        "kept",
        "This is short: say what was seen, told and known, so that others can judge it.",
    )
    made = Assessment.objects.get()
    page = text_of(browser, f"/force/procedures/made/{made.record_id}/")
    assert "Shown before saving, and left as it was: This is short" in page


def test_pressing_finish_twice_makes_one_and_tells_of_it_twice(browser):
    at = begin(browser, CHECK)
    at = on(
        browser, at, **{"answer_open-lines": "2", "answer_missing": "none"},
        **{"round_seen-on": "dont-know"},
    )  # fmt: skip
    at = on(browser, at, grade="meets")
    draft = Draft.objects.get()
    sent = {"assessment": draft.assessment_id}

    first, second = browser.post(at, sent), browser.post(at, sent)

    assert first["Location"] == second["Location"]
    assert browser.get(second["Location"]).status_code == 200
    assert Assessment.objects.count() == 1


def test_answering_and_passing_over_at_once_is_told(browser):
    at = begin(browser, CHECK)

    answer = fill(
        browser, at, **{"answer_open-lines": "2", "answer_missing": "none"},
        **{"round_seen-on": "dont-know", "answer-seen-on_0": "1", "answer-seen-on_1": "3",
           "answer-seen-on_2": "2026"},
    )  # fmt: skip

    assert "You have answered, and chosen “Not known”" in answer.content.decode()


def test_drafts_are_listed_for_their_writer_and_thrown_away_by_them(force, browser):
    begin(browser, RISK)
    draft = Draft.objects.get()

    page = text_of(browser, "/force/procedures/")
    assert "Investigation A" in page
    assert "New investigation" in page
    other = browser_of(force["investigator"])
    assert "Investigation A" not in text_of(other, "/force/procedures/")
    assert other.get(f"/force/procedures/drafts/{draft.pk}/offer/").status_code == 404
    assert other.post(f"/force/procedures/drafts/{draft.pk}/discard/").status_code == 404
    assert "Go on with your draft" in text_of(browser, RISK)
    browser.post(f"/force/procedures/drafts/{draft.pk}/discard/")
    assert not Draft.objects.exists()


def test_whoever_may_not_is_told_why_and_hidden_records_stay_hidden(force, case):
    officer = browser_of(force["patrol-officer"])
    assert officer.get(RISK).status_code == 404
    assert "sample.risk" not in raw_text_of(officer, RECORD)
    case.officer_ref = "no-supervisor"
    case.save()
    there = browser_of(force["supervisor"])
    assert "somebody else must answer" in text_of(there, CHECK, status=403)
    other = browser_of(force["other-team"])
    assert other.get(RISK).status_code == 404
    assert other.get(RISK.replace("investigation-A", "investigation-none")).status_code == 404
    assert other.get("/force/procedures/of/investigation-A/no.such/").status_code == 404


def test_a_right_taken_away_shuts_the_draft(force, browser, case):
    at = begin(browser, RISK)
    case.unit_ref = "S1"
    case.save()

    assert browser.get(at).status_code == 404
    page = text_of(browser, "/force/procedures/")
    assert "A record that is not open to you" in page
    assert "Investigation A" not in page


def test_a_correction_is_filled_in_and_needs_its_reason(browser):
    at = begin(browser, CHECK)
    at = on(
        browser, at, **{"answer_open-lines": "2", "answer_missing": "none"},
        **{"round_seen-on": "dont-know"},
    )  # fmt: skip
    on(browser, on(browser, at, grade="meets"))
    first = Assessment.objects.get()
    at = begin(browser, f"/force/procedures/made/{first.record_id}/correct/")
    assert 'value="2"' in raw_text_of(browser, at)
    looked = Entry.objects.filter(record_type="assessment", record_ref=first.record_id)
    assert looked.filter(verb="consulted").count() == 1
    at = on(browser, at, **{"answer_open-lines": "5"})
    at = on(browser, at, grade="meets")
    answer = fill(browser, at)
    assert answer.status_code == 400
    assert "Say why the earlier assessment is corrected." in answer.content.decode()

    on(browser, at, correction="I had counted wrongly.")

    page = text_of(browser, f"/force/procedures/made/{first.record_id}/")
    assert "This assessment was corrected." in page
    assert "I had counted wrongly." not in page
    new = Assessment.objects.get(replaces=first.record_id)
    assert "I had counted wrongly." in text_of(browser, f"/force/procedures/made/{new.record_id}/")


def test_a_second_look_is_offered_and_shows_nothing_of_the_first(force, browser):
    at = begin(browser, CHECK)
    at = on(
        browser, at, **{"answer_open-lines": "2", "answer_missing": "plan"},
        **{"round_seen-on": "dont-know"},
    )  # fmt: skip
    on(browser, on(browser, at, grade="meets", reasons="canary reason"))
    first = Assessment.objects.get()
    again = f"/force/procedures/made/{first.record_id}/again/"
    assert browser.get(again).status_code == 403
    other = browser_of(force["investigator"])
    assert again in raw_text_of(other, "/force/procedures/")

    at = begin(other, again)

    for url in (again, at, RECORD, "/force/procedures/"):
        page = raw_text_of(other, url)
        assert "canary" not in page
        assert "Meets the standard" not in page
        assert "no-supervisor" not in page
    shut = text_of(other, f"/force/procedures/made/{first.record_id}/", status=403)
    assert "when yours is finished" in shut
    at = on(
        other, at, **{"answer_open-lines": "1", "answer_missing": "plan"},
        **{"round_seen-on": "dont-know"},
    )  # fmt: skip
    on(other, on(other, at, grade="short"))
    second = Assessment.objects.get(second_of=first.record_id)
    assert second.agrees is False
    assert "Differs from the first" in text_of(other, f"/force/procedures/made/{second.record_id}/")


def test_another_record_has_a_draft_of_its_own(browser):
    investigation("B")
    begin(browser, RISK)
    begin(browser, RISK.replace("investigation-A", "investigation-B"))

    assert Draft.objects.count() == 2

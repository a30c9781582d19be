"""Texts get themes, printed counts are recomputed, ideas are answered, complaints are read."""

import html
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from peelian.engines.surveys.approach import Approach
from peelian.engines.surveys.approaching import answer_approach, forget_answered
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.coded import Coding, Comment
from peelian.engines.surveys.models import Idea, Round
from peelian.trail.models import Entry
from web.force.signed_in import browser_of, text_of
from web.surveys.rounds import BY_KEY, TREATMENT, WORKFORCE, a_round, replied

CONSULTATION = next(one for one in BY_KEY.values() if one.ideas)


def page(held, *more):
    return f"/force/surveys/rounds/{held.ref}/" + "".join(f"{one}/" for one in more)


def themes(held):
    return page(held, "themes", "one_change")


@pytest.fixture
def closed(staff):
    held = a_round(WORKFORCE, staff)
    replied(held, 2, answers={"balance": "agree"}, words={"one_change": "More cars."})
    replied(held, 10, answers={"balance": "disagree"})
    close_round(held, WORKFORCE, actor=staff, at=timezone.now())
    return held


def code(browser, held, *found, way="code"):
    """Take the next text and give it these themes."""
    url = f"{themes(held)}{way}/"
    shown = browser.get(url).content.decode()
    number = shown.partition('name="text" value="')[2].partition('"')[0]
    return browser.post(url, {"text": number, "themes": list(found)})


def test_a_text_stands_alone_and_the_next_comes_by_itself(browser, closed):
    text = text_of(browser, f"{themes(closed)}code/")
    assert "More cars." in text
    for word in ("agree", "officer", "Reply"):
        assert f"{word} " not in text.partition("More cars.")[2].partition("Save, and")[0]

    assert code(browser, closed, "kit")["Location"] == f"{themes(closed)}code/"
    code(browser, closed)
    assert browser.get(f"{themes(closed)}code/")["Location"] == themes(closed)
    assert [one.themes for one in Coding.objects.order_by("pk")] == [["kit"], []]


def test_two_coders_work_blind_and_a_third_decides(browser, closed, force):
    second, third = browser_of(force["analyst"]), browser_of(force["commissioner-staff"])
    code(browser, closed, "kit")
    code(browser, closed, "kit")
    shown = second.get(f"{themes(closed)}code/").content.decode()
    assert "checked" not in shown
    assert "The two coders found" not in shown
    code(second, closed, "kit")
    code(second, closed, "workload")
    text = text_of(browser, themes(closed))
    assert "1 of 2 texts have their themes." in text
    assert "On 1 the two coders differ." in text
    assert "1 of 2" in text.partition("Systems, vehicles")[2]
    assert browser.get(f"{themes(closed)}decide/").status_code == 302
    url = themes(closed).replace("/force/", "/commissioner/")
    shown = third.get(f"{url}decide/").content.decode()
    assert "The two coders found" in shown
    number = shown.partition('name="text" value="')[2].partition('"')[0]
    third.post(f"{url}decide/", {"text": number, "themes": ["kit"]})

    assert "2 of 2 texts have their themes." in text_of(browser, themes(closed))


def test_a_text_that_names_somebody_is_taken_away(browser, closed):
    found = Comment.objects.first()
    url = f"{themes(closed)}{found.pk}/away/"
    assert browser.post(url, {"why": ""}).status_code == 400
    assert browser.post(url, {"why": "It names a colleague."}).status_code == 302
    found.refresh_from_db()

    assert (found.text, found.withheld) == ("", True)
    assert browser.get(url).status_code == 404


def test_a_text_of_another_round_is_not_coded_from_here(browser, closed, staff):
    other = a_round(WORKFORCE, staff)
    number = Comment.objects.first().pk
    answer = browser.post(f"{themes(other)}code/", {"text": str(number), "themes": ["kit"]})

    assert answer.status_code == 404
    assert not Coding.objects.exists()
    assert browser.post(f"{themes(closed)}code/", {"text": "x"}).status_code == 404


def printed(**more):
    return {
        "survey": WORKFORCE.key,
        "title": "Inspection 2022",
        "month": "2022-06",
        "source": "An inspection report, page 42",
        "rows": "balance 542 748 72.5\ntraining 587 748 78.4\n",
        **more,
    }


def test_printed_shares_are_recomputed_and_those_that_do_not_follow_are_marked(browser):
    answer = browser.post("/force/surveys/printed/", printed())
    held = Round.objects.get()
    assert answer["Location"] == page(held, "printed")
    text = text_of(browser, page(held, "printed"))

    assert "1 of 2 printed percentages does not follow from its counts." in text
    assert "542 of 748" in text
    assert "Printed 78.4, the counts give 78.5" in text
    assert "Does not follow" in text.partition("Enough training")[2]
    assert "An inspection report, page 42" in text
    results = text_of(browser, page(held, "results"))
    assert "72.5%" in results
    assert "Not known" in results
    assert "Not printed" in results
    assert "Not told" not in results


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"rows": "balance 542 748"}, "is not read"),
        ({"rows": "balance 749 748 99.9"}, "cannot be"),
        ({"rows": "nothing 1 2 50.0"}, "has no result"),
        ({"rows": "balance 12 20 half"}, "is no percentage as printed"),
        ({"month": "June"}, "June"),
        ({"source": ""}, "Write where they are printed."),
    ],
)
def test_what_is_no_count_is_said(browser, more, said):
    answer = browser.post("/force/surveys/printed/", printed(**more))

    assert answer.status_code == 400
    told = html.unescape(answer.content.decode())
    assert said in told, told.partition("There is a problem")[2][:600]


@pytest.mark.ledger("WRK-50")
def test_every_idea_gets_a_decision_and_a_reply(browser, staff):
    held = a_round(CONSULTATION, staff)
    replied(held, 12, answers={}, words={CONSULTATION.ideas[0]: "Shift swaps by phone."})
    close_round(held, CONSULTATION, actor=staff, at=timezone.now())
    assert "0 of 12 ideas have an answer." in text_of(browser, page(held, "ideas"))
    url = page(held, "ideas", Idea.objects.first().record_id)
    assert browser.post(url, {}).status_code == 400
    said = {"told": "Swaps by phone", "decision": "Taken up", "reply": "From May, on every team."}
    assert browser.post(url, said).status_code == 302
    text = text_of(browser, page(held, "ideas"))

    assert "1 of 12 ideas have an answer." in text
    assert "From May, on every team." in text


@pytest.mark.ledger("WRK-50")
def test_everybody_of_the_force_reads_the_answer_and_nobody_the_text(browser, staff, force):
    held = a_round(CONSULTATION, staff)
    replied(held, 12, answers={}, words={CONSULTATION.ideas[0]: "Canary way of writing."})
    close_round(held, CONSULTATION, actor=staff, at=timezone.now())
    reader = browser_of(force["patrol-officer"])
    assert "What became of ideas" not in text_of(reader, "/force/")
    said = {"told": "Swaps by phone", "decision": "Taken up", "reply": "From May, on every team."}
    browser.post(page(held, "ideas", Idea.objects.first().record_id), said)
    text = text_of(reader, "/force/surveys/answered/")

    assert "/force/surveys/answered/" in reader.get("/force/").content.decode()
    assert "Swaps by phone" in text
    assert "From May, on every team." in text
    assert "Canary" not in text
    partner = browser_of(force["partner"])
    assert partner.get("/partner/surveys/answered/").status_code == 404


@pytest.fixture
def complaint(staff):
    held = a_round(TREATMENT, staff)
    sent = {"words": "They laughed at me.", "reach_by": "0700 900 000"}
    assert Client().post(f"/surveys/{held.open_token}/complaint/", sent).status_code == 200
    return Approach.objects.get()


@pytest.mark.ledger("PUB-08")
def test_a_complaint_is_read_by_the_commissioners_staff_alone(browser, complaint, force):
    """P49: it goes to the commissioner, who is independent."""
    for door in ("/force/surveys/approaches/", f"/force/surveys/approaches/{complaint.ref}/"):
        assert browser.get(door).status_code == 404
    assert "Complaints and wishes" not in text_of(browser, "/force/surveys/")
    reader = browser_of(force["commissioner-staff"])
    assert "1 waits for an answer." in text_of(reader, "/commissioner/surveys/")
    assert "laughed" not in text_of(reader, "/commissioner/surveys/approaches/")
    url = f"/commissioner/surveys/approaches/{complaint.ref}/"

    assert "They laughed at me." in text_of(reader, url)
    entry = Entry.objects.filter(record_ref=complaint.ref, verb="consulted").get()
    assert "laughed" not in entry.detail
    assert reader.post(url, {"why": "Called back on Monday."}).status_code == 302
    assert "Called back on Monday." in text_of(reader, url)
    assert browser.post(url.replace("commissioner", "force"), {"why": "x"}).status_code == 404


def test_a_complaint_is_erased_ninety_days_after_it_was_answered(complaint, force):
    """What its writer was told on the page (C-RET-1)."""
    staff, at = force["commissioner-staff"], timezone.now()
    assert forget_answered(by=staff, at=at + timedelta(days=400)) == 0
    answer_approach(complaint.ref, answer="Called back.", actor=staff, at=at)
    assert forget_answered(by=staff, at=at + timedelta(days=90)) == 0

    assert forget_answered(by=staff, at=at + timedelta(days=91)) == 1
    assert not Approach.objects.exists()
    assert Entry.objects.filter(record_ref=complaint.ref, verb="erased").count() == 1

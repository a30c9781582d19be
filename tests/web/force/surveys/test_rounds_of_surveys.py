"""Staff open a round, invite, close it and read what came of it; nobody else finds a page."""

import csv
import io
import re
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.inviting import invite
from peelian.engines.surveys.models import Invitation, Round
from web.force.signed_in import browser_of, text_of
from web.surveys.rounds import PERCEPTION, SURVEYS, TREATMENT, WORKFORCE, a_round, replied

ROUNDS = "/force/surveys/"
OPEN = f"/force/surveys/open/{WORKFORCE.key}/"


def page(held, *more):
    return f"/force/surveys/rounds/{held.ref}/" + "".join(f"{one}/" for one in more)


def asked_to_open(**more):
    return {
        "title": "Workforce survey, spring",
        "design": "Voluntary",
        "strata": "",
        "first_day_0": "1",
        "first_day_1": "1",
        "first_day_2": "2026",
        "last_day_0": "1",
        "last_day_1": "3",
        "last_day_2": "2099",
        **more,
    }


def test_a_round_is_opened_and_its_page_says_how_it_stands(browser):
    answer = browser.post(OPEN, asked_to_open(open_link="on"))
    held = Round.objects.get()

    assert answer["Location"] == page(held)
    text = text_of(browser, page(held))
    assert "Open. 0 replies came by the link for anybody" in text
    assert f"/surveys/{held.open_token}/" in text
    assert "Nobody can read a reply before the round is closed" in text
    assert "Results" not in text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": ""}, "Write what this round is called."),
        ({"design": ""}, "Choose how replies are come by."),
        ({"last_day_2": "2020"}, "Choose an end that is later"),
        ({"strata": "North"}, "ends with no number"),
        ({"design": "Random", "strata": "900", "open_link": "on"}, "was not drawn by lot"),
        ({"design": "Random"}, "Say how long the list is"),
        ({"design": "Random", "strata": "9" * 5000}, "ends with no number"),
        ({"design": "Random", "strata": "North 999999999"}, "at most 100,000,000 people"),
        ({"design": "Random", "strata": f"{'N' * 121} 9"}, "at most 120 characters"),
        ({"last_day_2": "9" * 30}, "Write a real day"),
        ({"last_day_2": "9999"}, "with its four digits"),
        ({"last_day_2": "99"}, "with its four digits"),
    ],
)
def test_what_cannot_be_opened_says_what_would_be_right(browser, more, said):
    answer = browser.post(OPEN, asked_to_open(**more))

    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Round.objects.exists()


def test_parts_of_a_list_are_read_line_by_line(browser):
    browser.post(OPEN, asked_to_open(design="Random", strata="North 1,200\nSouth: 800\n"))

    assert Round.objects.get().strata == {"North": 1200, "South": 800}


def test_invitations_come_in_one_file_and_are_never_shown_again(browser, staff):
    held = a_round(WORKFORCE, staff, open_link=False)
    answer = browser.post(page(held, "invite"), {"wanted": "25"})
    rows = list(csv.reader(io.StringIO(answer.content.decode())))

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[0] == ["link"]
    assert len({row[0] for row in rows[1:]}) == 25
    assert Client().get(rows[1][0].removeprefix("http://testserver")).status_code == 200
    assert rows[1][0].rpartition("/surveys/")[2].strip("/") not in text_of(
        browser, page(held, "invite")
    )
    assert not any(row[0].split("/")[-2] in repr(one) for row in rows[1:] for one in
                   Invitation.objects.values_list("token_hash"))  # fmt: skip


def test_closing_counts_and_the_results_say_base_rate_and_caveat(browser, staff):
    held = a_round(WORKFORCE, staff)
    replied(held, 12, answers={"balance": "agree", "role": "officer"})
    replied(held, 12, answers={"balance": "disagree", "role": "staff"})
    assert browser.post(page(held, "close"), {}).status_code == 302
    text = text_of(browser, page(held, "results"))

    assert "24 replies came by the link for anybody" in text
    assert "no estimate for others" in text
    assert "None: not drawn by lot" in text
    assert "12 of 24" in text
    assert "50%" in text


def test_small_groups_are_hidden_and_the_page_says_so(browser, staff):
    held = a_round(WORKFORCE, staff)
    replied(held, 30, answers={"balance": "agree", "role": "officer"})
    replied(held, 10, answers={"balance": "disagree", "role": "officer"})
    replied(held, 3, answers={"balance": "disagree", "role": "pcso"})
    browser.post(page(held, "close"), {})
    text = text_of(browser, page(held, "results"), by="role")

    assert "can be told by itself here without telling of a few people" in text
    assert "of 3" not in text


def test_too_few_replies_keep_nothing_and_the_page_says_why(browser, staff):
    held = a_round(TREATMENT, staff)
    replied(held, 4, answers={"respect": "no"}, words={"words": "Canary."})
    browser.post(page(held, "close"), {})
    text = text_of(browser, page(held, "results"))

    assert "Fewer than 10 people replied" in text
    assert "Canary" not in text


def test_an_open_round_has_no_results(browser, staff):
    held = a_round(TREATMENT, staff)

    assert browser.get(page(held, "results")).status_code == 404


def test_an_abandoned_round_says_why_and_takes_no_answer(browser, staff):
    held = a_round(TREATMENT, staff)
    assert browser.post(page(held, "abandon"), {"why": ""}).status_code == 400
    browser.post(page(held, "abandon"), {"why": "Asked the wrong people."})

    assert "Asked the wrong people." in text_of(browser, page(held))
    assert Client().get(f"/surveys/{held.open_token}/").status_code == 410


def test_more_time_is_given_and_less_is_not(browser, staff):
    held = a_round(TREATMENT, staff)
    day = {"last_day_0": "1", "last_day_1": "1"}

    assert browser.post(page(held, "longer"), {**day, "last_day_2": "2026"}).status_code == 400
    assert browser.post(page(held, "longer"), {**day, "last_day_2": "2099"}).status_code == 302


@pytest.mark.parametrize(
    "role", ["patrol-officer", "supervisor", "investigator", "records-manager"]
)
def test_for_whoever_runs_no_surveys_there_is_no_such_page(force, staff, role):
    held = a_round(WORKFORCE, staff)
    browser = browser_of(force[role])
    tried = (ROUNDS, OPEN, page(held), page(held, "invite"), page(held, "close"))

    assert {browser.get(one).status_code for one in tried} == {404}
    assert browser.post(page(held, "close"), {}).status_code == 404
    assert "Surveys" not in text_of(browser, "/force/")


def test_the_menu_leads_to_them(browser):
    assert 'href="/force/surveys/"' in browser.get("/force/").content.decode()


@pytest.mark.ledger("NEI-31")
def test_a_random_sample_has_a_range_and_results_by_part_of_the_list(browser, staff):
    held = a_round(
        PERCEPTION, staff, open_link=False, design="Random", strata={"North": 400, "South": 600}
    )
    for part, counts in (("North", (18, 12)), ("South", (14, 26))):
        tokens = iter(invite(held, wanted=60, stratum=part, actor=staff, at=timezone.now()))
        for said, number in zip(("very-safe", "very-unsafe"), counts, strict=True):
            for _one in range(number):
                answer(
                    next(tokens),
                    surveys=SURVEYS,
                    answers={"safe": said},
                    words={},
                    once=uuid4(),
                    at=timezone.now(),
                )
    browser.post(page(held, "close"), {})
    text = text_of(browser, page(held, "results"))
    parts = text_of(browser, page(held, "results"), by="part-of-the-list")

    assert "70 of 120 invitations were answered (58.3%)" in text
    assert "those who were drawn and did not answer may think otherwise" in text
    assert "32 of 70" in text
    assert "% to " in text
    assert "None: not drawn by lot" not in text
    assert "North 60% 18 of 30" in " ".join(re.sub(r"<[^>]+>", " ", parts).split())

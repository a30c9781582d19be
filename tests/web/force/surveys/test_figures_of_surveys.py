"""From a result to its figure card, with the same counts, for whoever runs surveys."""

import re

import pytest
from django.conf import settings
from django.utils import timezone

from peelian.engines.surveys.closing import close_round
from peelian.records.mirror import mirror
from peelian.web.answers import forget
from web.force.signed_in import browser_of, text_of
from web.surveys.rounds import WORKFORCE, a_round, replied


@pytest.fixture
def held(staff):
    made = a_round(WORKFORCE, staff)
    replied(made, 20, answers={"balance": "agree", "role": "officer"})
    replied(made, 20, answers={"balance": "disagree", "role": "staff"})
    close_round(made, WORKFORCE, actor=staff, at=timezone.now())
    mirror(settings.STORE_ROOT, at=timezone.now())
    forget()
    return made


@pytest.mark.ledger("INS-10", "WRK-08")
@pytest.mark.parametrize("role", ["analyst", "commissioner-staff"])
def test_a_result_opens_to_its_figure_card(held, force, role):
    browser = browser_of(force[role])
    door = "commissioner" if role == "commissioner-staff" else "force"
    page = browser.get(f"/{door}/surveys/rounds/{held.ref}/results/").content.decode()
    (card, *_others) = re.findall(r'href="(/force/figures/[^"]+balance[^"]+)"', page)
    text = text_of(browser, card)

    assert "20 of 40" in text
    assert "Good balance of work and private life" in text
    assert "no range" in text.lower() or "no likely range" in text.lower()


def test_whoever_may_not_open_the_card_gets_no_link_to_it(held, browser):
    page = browser.get(f"/force/surveys/rounds/{held.ref}/results/").content.decode()

    assert "20 of 40" in page
    assert "/figures/" not in page

"""What is done with a victim becomes what clocks go by: needs, contact, statement, withdrawal."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from peelian.access.actors import service_account
from peelian.areas.victims.duties import RULES as OWN_RULES
from peelian.areas.victims.procedures import (
    CONTACT_AGREED,
    NEEDS_ASSESSMENT,
    PERSONAL_STATEMENT,
    WITHDRAWN,
)
from peelian.engines.duties.models import Duty
from peelian.engines.duties.settle import settle
from peelian.engines.procedures.making import make
from peelian.frameworks.victims_code.duties import RULES as CODE_RULES
from peelian.records.happenings import Happened, Happening, happen
from peelian.records.happens import moments_of
from peelian.records.store.reader import open_reader
from peelian.spine.happenings import What
from peelian.spine.victim import Victim
from people import FORCE, small_force

RECORDED = datetime(2026, 3, 2, 9, tzinfo=UTC)
RULES = (*OWN_RULES, *CODE_RULES)
KEYS = {"victim_ref": "V1", "investigation_ref": "C1"}


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def tables(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return open_reader(tmp_path / "store")


@pytest.fixture
def victim(force):
    made = Victim.objects.create(
        record_id="victim-1",
        source="extracts",
        force_id=FORCE,
        recorded_at=RECORDED,
        month="2026-03",
        person_key="key-1",
        unit_ref="N1",
        officer_ref="no-investigator",
        **KEYS,
    )
    tell(What.VICTIM_RECORDED, RECORDED)
    return made


def tell(name, at, **facts):
    whose = {"unit_ref": "N1", "officer_ref": "no-investigator"}
    happen(
        Happened(name, ("victim", "victim-1"), FORCE, at, keys=KEYS, facts={**whose, **facts}),
        by="service:tests",
        noted_at=at,
    )


@pytest.fixture
def work(force, tables, victim):
    """Make a procedure about the victim as the investigator."""

    def one(procedure, *, at, answers, words, **decision):
        return make(
            procedure,
            record=victim,
            answers=answers,
            words=words,
            actor=force["investigator"],
            at=at,
            tables=tables,
            **decision,
        )

    return one


def duties(at):
    settle(RULES, by=service_account("tests"), at=at)
    return {one.rule.split(".")[1]: one for one in Duty.objects.order_by("started_at")}


@pytest.mark.ledger("INV-20", "INV-25")
def test_a_needs_assessment_meets_two_duties_and_shortens_those_that_are_open(work):
    tell(What.SUSPECT_ARRESTED, RECORDED + timedelta(hours=1))
    before = duties(RECORDED + timedelta(hours=2))
    assert before["told_of_arrest"].due_at == datetime(2026, 3, 10, tzinfo=UTC)

    at = RECORDED + timedelta(hours=3)
    work(
        NEEDS_ASSESSMENT,
        at=at,
        answers={
            "enhanced_rights": "yes",
            "enhanced": "intimidated",
            "measures": "yes",
            "referral": "declined",
        },
        words={"understood": "Plain words.", "safety": "Not at home."},
    )

    after = duties(at)
    assert (after["needs_assessed"].state, after["support_referral"].state) == ("Met", "Met")
    assert after["told_of_arrest"].due_at == datetime(2026, 3, 4, tzinfo=UTC)


@pytest.mark.ledger("INV-21", "INV-25")
def test_updates_run_by_what_this_victim_agreed_to(work):
    at = RECORDED + timedelta(days=1)
    work(
        CONTACT_AGREED,
        at=at,
        answers={"routes": "text", "update_every_days": "10", "told-rights": "yes"},
        words={"safe-route": "Own mobile after 18:00.", "language": "English."},
    )
    agreed = duties(at)
    assert agreed["contact_agreed"].state == "Met"
    assert agreed["updated"].due_at == datetime(2026, 3, 14, tzinfo=UTC)

    told = at + timedelta(days=9)
    tell(What.VICTIM_UPDATED, told, about="Progress", by_safe_route=True)

    assert duties(told)["updated"].due_at == datetime(2026, 3, 23, tzinfo=UTC)
    assert sorted(Duty.objects.filter(rule="victims_code.updated").values_list("state")) == [
        ("Met",),
        ("Running",),
    ]


@pytest.mark.ledger("INV-22")
def test_that_a_statement_was_offered_counts_and_not_that_it_was_made(work):
    at = RECORDED + timedelta(days=2)
    work(
        PERSONAL_STATEMENT, at=at, answers={"offered": "no"}, words={"not-offered-why": "In shock."}
    )
    assert duties(at)["statement_offered"].state == "Running"

    at += timedelta(days=1)
    work(PERSONAL_STATEMENT, at=at, answers={"offered": "yes", "choice": "declined"}, words={})
    assert duties(at)["statement_offered"].state == "Met"


@pytest.mark.ledger("INV-23", "INV-24", "VUL-31")
def test_a_withdrawal_is_written_down_with_orders_and_whether_the_case_goes_on(work):
    tell(What.SUPPORT_WITHDRAWN, RECORDED + timedelta(days=3))
    at = RECORDED + timedelta(days=4)
    made = work(
        WITHDRAWN,
        at=at,
        answers={
            "still-true": "yes",
            "pressure": "yes",
            "effect": "yes",
            "proof": "signed",
            "orders": "dvpn,non-molestation",
        },
        words={
            "own-words": "I want peace.",
            "pressure-found": "Messages from a relative.",
            "safe-now": "She stays with her sister.",
            "orders-why": "A notice is asked for today.",
            "evidence": "Video and the 999 recording.",
            "supervisor": "The north's supervisor: go on.",
        },
        grade="go-on",
        reasons="The video shows the assault.",
    )

    assert made.decided == "go-on"
    assert duties(at)["withdrawal_recorded"].state == "Met"
    told = set(Happening.objects.values_list("name", flat=True))
    assert {"withdrawal-recorded", "orders-considered"} <= told


def test_rights_known_today_say_nothing_of_the_day_before_they_were_recognised():
    """Only the happening of the recognition carries them, and one of two moments holds of a row."""
    carrying = [one for one in moments_of(Victim) if "enhanced_rights" in one.facts]
    row = {name: None for one in carrying for name in one.fields}

    assert {one.name for one in carrying} == {What.ENHANCED_RIGHTS}
    for since in (None, RECORDED):
        said = row | {
            "victim_ref": "V1",
            "recorded_at": RECORDED,
            "enhanced_rights": True,
            "enhanced_from": since,
        }
        holding = [one.at for one in carrying if one.holds(said) and said[one.at]]
        assert holding == (["enhanced_from"] if since else ["recorded_at"])

"""From the door to the referral: attended, declined, referred by escalation, each step a duty."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from peelian.access.actors import service_account
from peelian.areas.vulnerability.dash import DASH
from peelian.areas.vulnerability.dash_questions import FACTORS
from peelian.areas.vulnerability.known_before import REPORTS
from peelian.areas.vulnerability.orders import ORDERS
from peelian.areas.vulnerability.referral import REFERRAL
from peelian.engines.duties.models import Duty
from peelian.engines.duties.settle import settle
from peelian.engines.procedures.errors import WrongDecision
from peelian.engines.procedures.making import make
from peelian.engines.procedures.models import Answer, Assessment
from peelian.frameworks.domestic_abuse.duties import RULES
from peelian.records.happenings import Happened, Happening, happen
from peelian.records.store.reader import open_reader
from peelian.spine.happenings import What
from peelian.spine.incident import Incident
from peelian.spine.suspect import Suspect
from people import FORCE, small_force

ARRIVED = datetime(2026, 3, 2, 8, tzinfo=UTC)
AT = ARRIVED + timedelta(hours=1)
SEEN = {"orders-why": "None: no name of a suspect is known.", "seen": "A broken door."}
DECLINED = {"refusal": "afraid", "refusal_words": "She said that he would know."}
DECISION = {"grade": "standard", "reasons": "Nothing else is known."}


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def tables(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return open_reader(tmp_path / "store")


def incident(ref, opened, *, abuse=True):
    return Incident.objects.create(
        record_id=f"incident-{ref}",
        source="extracts",
        force_id=FORCE,
        incident_ref=ref,
        opened_at=opened,
        arrived_at=opened + timedelta(minutes=30),
        month=f"{opened:%Y-%m}",
        domestic_abuse=abuse,
        unit_ref="N1",
        officer_ref="no-patrol-officer",
        person_key="key-1",
    )


@pytest.fixture
def attended(force):
    """The third report in a year about one person, and a theft; officers have just arrived."""
    incident("I1", ARRIVED - timedelta(days=200))
    incident("I2", ARRIVED - timedelta(days=30))
    incident("I3", ARRIVED - timedelta(days=10), abuse=False)
    here = incident("I4", ARRIVED - timedelta(minutes=30))
    happen(
        Happened(
            What.DOMESTIC_ABUSE_ATTENDED,
            ("incident", here.record_id),
            FORCE,
            ARRIVED,
            keys={"incident_ref": "I4"},
            facts={"unit_ref": "N1", "officer_ref": "no-patrol-officer"},
        ),
        by="service:tests",
        noted_at=ARRIVED,
    )
    return here


@pytest.fixture
def answer(force, tables):
    """Make an assessment of a record as somebody with this role."""

    def one(procedure, record, actor="patrol-officer", at=AT, **parts):
        given = {"answers": {}, "words": {}} | parts
        return make(procedure, record=record, actor=force[actor], at=at, tables=tables, **given)

    return one


def duties(at):
    settle(RULES, by=service_account("tests"), at=at)
    return {one.rule: one.state for one in Duty.objects.all()}


@pytest.mark.ledger("VUL-01", "VUL-02", "VUL-27")
def test_declined_at_the_door_and_referred_by_escalation(attended, answer):
    assert duties(ARRIVED) == {"domestic_abuse.risk_assessed": "Running"}

    made = answer(
        DASH,
        attended,
        answers={REPORTS: "match", "orders-considered": "no"},
        words=SEEN,
        **DECLINED,
        **DECISION,
    )

    assert (made.outcome, made.refusal, made.decided) == ("Refused", "afraid", "standard")
    assert made.criteria == "escalation"
    assert not made.suggested
    assert Answer.objects.get(question=REPORTS).answer == "match"
    assert Answer.objects.filter(question__in=FACTORS, answer="no").count() == 0
    assert duties(AT) == {
        "domestic_abuse.risk_assessed": "Met",
        "domestic_abuse.referral_decided": "Running",
    }

    later = AT + timedelta(days=2)
    answer(
        REFERRAL,
        attended,
        actor="supervisor",
        at=later,
        answers={"referred": "yes", "urgent": "can-wait"},
        words={"until-then": "A marker on the address."},
    )

    assert duties(later)["domestic_abuse.referral_decided"] == "Met late"


@pytest.mark.ledger("VUL-01")
def test_to_decline_without_words_is_refused_and_keeps_nothing(attended, answer):
    with pytest.raises(WrongDecision):
        answer(DASH, attended, refusal="afraid", words=SEEN, **DECISION)

    assert not Assessment.objects.exists()
    assert not Happening.objects.exclude(name=What.DOMESTIC_ABUSE_ATTENDED).exists()


def test_that_children_are_in_the_home_is_told_to_their_school(attended, answer):
    said = dict.fromkeys(FACTORS, "no") | {"children": "yes"}
    answer(
        DASH,
        attended,
        answers=said | {REPORTS: "match", "orders-considered": "no", "heard-before": "no"},
        words=SEEN,
        **DECISION,
    )

    assert duties(AT)["domestic_abuse.school_told"] == "Running"
    told = Happening.objects.get(name=What.RISK_ASSESSED)
    assert set(told.facts) == {"incident_ref", "unit_ref", "officer_ref", "children"}


def ended(suspect, state):
    """The case against a suspect ends, in an investigation of domestic abuse."""
    happen(
        Happened(
            What.SUSPECT_SETTLED,
            ("suspect", suspect.record_id),
            FORCE,
            ARRIVED,
            keys={"suspect_ref": suspect.suspect_ref, "investigation_ref": "C1"},
            facts={
                "domestic_abuse": True,
                "state": state,
                "unit_ref": "N1",
                "officer_ref": "no-investigator",
            },
        ),
        by="service:tests",
        noted_at=ARRIVED,
    )


@pytest.fixture
def suspect(force):
    return Suspect.objects.create(
        record_id="suspect-1",
        source="extracts",
        force_id=FORCE,
        suspect_ref="S1",
        investigation_ref="C1",
        named_at=ARRIVED - timedelta(days=20),
        month="2026-02",
        state="No further action",
        domestic_abuse=True,
        unit_ref="N1",
        officer_ref="no-investigator",
    )


@pytest.mark.ledger("VUL-31", "INV-24")
def test_orders_are_weighed_when_a_case_ends_without_charge(suspect, answer):
    ended(suspect, "No further action")
    assert duties(ARRIVED) == {"domestic_abuse.orders_considered": "Running"}

    answer(
        ORDERS,
        suspect,
        actor="investigator",
        answers={"orders": "dapn,stalking", "sought": "no"},
        words={"orders-why": "She is safe elsewhere and asks for none."},
    )

    assert duties(AT) == {"domestic_abuse.orders_considered": "Met"}


def test_a_charge_calls_for_no_such_record(suspect):
    ended(suspect, "Charged")

    assert duties(ARRIVED) == {}

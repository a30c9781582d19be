"""THRIVE: looked up before anybody is asked, each element about this call, a grade by a person."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from peelian.areas.contact.known_before import known_before
from peelian.areas.contact.models import Call
from peelian.areas.contact.procedures import PROCEDURES
from peelian.areas.contact.thrive_questions import ELEMENTS, says_nothing
from peelian.engines.procedures.declared import MATCH, NO_MATCH, NOT_LOOKED_UP, Asked, LookedInto
from peelian.engines.procedures.errors import WrongDecision
from peelian.engines.procedures.making import make
from peelian.engines.procedures.suggesting import suggest
from peelian.records.happenings import Happening
from peelian.records.store.reader import open_reader
from peelian.spine.incident import Incident
from people import FORCE, small_force

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
CALL, OF_INCIDENT = PROCEDURES
TEXTS = {key: f"About {name.lower()}: nothing is known yet." for key, name, _, _ in ELEMENTS}


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def tables(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return open_reader(tmp_path / "store")


def incident(ref, opened, **said):
    return Incident.objects.create(
        record_id=f"incident-{ref}",
        source="extracts",
        force_id=FORCE,
        incident_ref=ref,
        opened_at=opened,
        month=f"{opened:%Y-%m}",
        unit_ref="N1",
        **said,
    )


def call(caller=None):
    return Call.objects.create(
        record_id="call-1",
        source="extracts",
        force_id=FORCE,
        call_ref="C1",
        received_at=AT,
        month="2026-03",
        line="999",
        caller_key=caller,
    )


@pytest.fixture
def looked(force, tables):
    def one(record):
        return known_before(LookedInto(record, force["call-handler"], tables, AT))

    return one


@pytest.mark.ledger("CON-15", "CON-16")
def test_the_caller_and_others_at_the_place_are_looked_up_first(looked):
    """The same caller a month ago, and abuse at the same address against somebody else."""
    incident("I1", AT - timedelta(days=30), person_key="key-1", place_key="place-1")
    incident(
        "I2",
        AT - timedelta(days=90),
        person_key="key-2",
        place_key="place-1",
        domestic_abuse=True,
    )
    here = incident("I3", AT, person_key="key-1", place_key="place-1")

    found = looked(here)

    assert (found["repeat"].match, found["repeat"].fact) == (MATCH, 2)
    assert (found["vulnerable"].match, found["vulnerable"].fact) == (MATCH, 1)
    assert found["vulnerable"].says.startswith(
        "Incident I2 is flagged domestic abuse (same place key). "
    )


@pytest.mark.ledger("CON-15")
def test_no_match_names_the_sources_and_is_never_a_no(looked):
    found = looked(call(caller="key-9"))

    assert found["repeat"].match == NO_MATCH
    assert "No match in these sources" in found["repeat"].says
    assert "Sources:" in found["vulnerable"].says


def test_a_call_without_a_key_is_not_looked_up(looked):
    found = looked(call())

    assert found["repeat"].match == found["vulnerable"].match == NOT_LOOKED_UP


@pytest.mark.parametrize("text", ["none", "N/A", " n/a. ", "", "-"])
def test_an_element_that_says_nothing_is_told_so_and_does_not_block(text):
    (said,) = says_nothing("threat", "Threat").found(Asked({}, {"threat": text}))

    assert said.startswith("Threat: ")
    assert "say what you asked" in said


def test_an_element_about_this_call_is_let_be():
    asked = Asked({}, {"threat": "None now: he left by car, and she has locked the door."})

    assert says_nothing("threat", "Threat").found(asked) == ()


@pytest.mark.ledger("CON-11")
def test_there_is_no_formula_and_the_person_says_why(force, tables):
    suggested = suggest(CALL, Asked({"repeat": MATCH, "vulnerable-said": "yes"}, {}))
    assert suggested.grade == ""
    assert len(suggested.reasons) == 3
    here = incident("I3", AT, person_key="key-1")
    given = {
        "record": here,
        "answers": {
            "repeat": NO_MATCH,
            "repeat-said": "dont-know",
            "vulnerable": NO_MATCH,
            "vulnerable-said": "no",
            "evidence-advice": "no",
            "prevention-advice": "no",
        },
        "words": TEXTS,
        "grade": "priority",
        "actor": force["call-handler"],
        "tables": tables,
    }
    with pytest.raises(WrongDecision):
        make(OF_INCIDENT, **given, at=AT)

    made = make(OF_INCIDENT, **given, reasons="The harm may grow.", at=AT)
    again = make(
        OF_INCIDENT,
        **(given | {"answers": given["answers"] | {"again-why": "delay"}}),
        reasons="Nobody has come.",
        at=AT + timedelta(hours=4),
    )

    assert made.record_id != again.record_id
    assert made.decided == "priority"
    told = Happening.objects.filter(name="contact-assessed")
    assert [one.facts["incident_ref"] for one in told] == ["I3", "I3"]


@pytest.mark.ledger("CON-17")
def test_advice_on_evidence_and_on_repeats_is_asked_for_apart():
    keys = [question.key for question in CALL.version(1).questions]

    assert "evidence-advice" in keys
    assert "prevention-advice" in keys

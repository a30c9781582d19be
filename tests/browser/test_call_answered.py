"""A call handler judges two calls by THRIVE: records are looked into before anybody is asked."""

from datetime import timedelta

import pytest

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, go_on, leave, look, words_of
from journeys.world import local
from peelian.engines.procedures.models import Assessment

TONIGHT = "2026-12-01 20:00"
HEARD = {
    "answer-repeat-said": "dont-know",
    "answer-vulnerable-said": "yes",
    "words-harm": "A cut on her hand, no ambulance wanted.",
    "words-risk": "He knows where she sleeps, and it happens at night.",
    "words-investigation": "Threats by message, which she has kept.",
    "words-vulnerability": "She has two small children with her.",
    "words-engagement": "She wants him kept away; ring her work number only.",
}
ADVISED = {
    "answer-evidence-advice": "yes",
    "answer-prevention-advice": "yes",
    "words-advice": "Keep the messages; lock the back door; ring 999 if he comes.",
}
DECIDED = {"grade": "priority", "reasons": "He may come back tonight, and children are there."}
LEFT = {"words-threat": "He left by car ten minutes ago; she has locked the door."}
CHECKED = {"answer-repeat": "match", "answer-vulnerable": "match"}


@pytest.fixture
def calls(world):
    """Tonight somebody rings who rang a month ago, and somebody of whom nothing is held."""
    month_ago = local("2026-11-01 21:00")
    incident(world, "I-0", month_ago, "P-1", domestic_abuse=True, arrived_at=month_ago)
    incident(world, "I-1", local("2026-12-01 19:40"), "P-1")
    incident(world, "I-2", local("2026-12-01 19:45"), "P-9")
    world.now = local(TONIGHT)
    world.deliver("incidents")
    return world


def incident(world, ref, opened, person, **more):
    world.record(
        "incidents",
        ref,
        incident_ref=ref,
        opened_at=opened,
        line="999",
        category="Domestic",
        person_key=person,
        needs_attendance=True,
        unit_ref="N1",
        **more,
    )


def begin_with(visitor, hand, ref):
    """From the register to the call with this reference, and to its assessment."""
    page = visitor.open(f"/force/records/incident/?q={ref}")
    hand.follow(page, ref)
    visitor.settled()
    look(visitor, "thrive-why-do-you-look")
    hand.send(page, {}, "A caller or somebody in front of me asks about it")
    visitor.settled()
    hand.follow(page, "THRIVE assessment of an incident")
    visitor.settled()


@pytest.mark.ledger("CON-11", "CON-15", "CON-16", "CON-17")
def test_somebody_who_rang_before_is_found_before_she_is_asked(calls, reader):
    """By keyboard alone; what says nothing is named, and a draft outlives the sign-out."""
    come_in(reader, calls, calls.force["call-handler"])
    begin_with(reader, KEYBOARD, "I-1")
    look(reader, "thrive-start")
    KEYBOARD.send(reader.page, {}, "Begin")
    reader.settled()

    known = words_of(reader)
    assert "1 earlier record with the same person in the 12 months before" in known
    assert "Incident I-0 is flagged domestic abuse" in known
    look(reader, "thrive-known")
    vague = HEARD | CHECKED | {"words-threat": "n/a"}
    assert "says nothing of this call" in go_on(reader, vague, hand=KEYBOARD, parts=2)

    leave(reader)
    come_in(reader, calls, calls.force["call-handler"])
    page = reader.open("/force/")
    KEYBOARD.follow(page, "Go on with 1 that you have begun")
    reader.settled()
    look(reader, "thrive-draft")
    KEYBOARD.follow(page, "THRIVE assessment of an incident")
    reader.settled()
    KEYBOARD.follow(page, "Back")
    reader.settled()
    assert page.locator('[name="words-harm"]').input_value() == HEARD["words-harm"]
    go_on(reader, LEFT | ADVISED | DECIDED, hand=KEYBOARD)

    made = Assessment.objects.get()
    assert (made.decided, made.reasons) == ("priority", DECIDED["reasons"])
    calls.work()
    assert calls.figure("contact.thrive_incident.made")[0] == 1
    (again,) = calls.duties("contact.assessed_again", "I-1")[1:]
    assert again.due_at == local(TONIGHT) + timedelta(hours=4)


@pytest.mark.ledger("CON-15", "CON-16")
def test_nobody_found_is_no_match_in_these_sources_and_never_a_no(calls, plain_reader):
    """Without scripts."""
    come_in(plain_reader, calls, calls.force["call-handler"])
    begin_with(plain_reader, POINTER, "I-2")
    page = plain_reader.page
    POINTER.send(page, {}, "Begin")
    known = words_of(plain_reader)
    assert "No match in these sources for this person in the 12 months before" in known
    assert "Sources: calls by person (nothing is loaded); incidents by person (delivered" in known
    assert page.locator('[name="answer-repeat"]:checked').input_value() == "no-match"
    go_on(plain_reader, HEARD | LEFT | ADVISED | DECIDED)

    POINTER.follow(page, "Read the assessment")
    assert words_of(plain_reader).count("No match in these sources") == 2

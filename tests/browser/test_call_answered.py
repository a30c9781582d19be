"""A call handler judges two calls by THRIVE: records are looked into before anybody is asked."""

from datetime import timedelta

import pytest

from journeys.hands import KEYBOARD
from journeys.walking import come_in, go_on, leave, look, walk, words_of
from journeys.world import local
from peelian.engines.procedures.models import Assessment

TONIGHT = "2026-12-01 20:00"
NO_MATCH = "No match in these sources"
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


def open_call(visitor, ref):
    """From the register to the call with this reference, with the reason that is asked for."""
    visitor.open(f"/force/records/incident/?q={ref}")
    page = visitor.page
    with page.expect_navigation():
        page.get_by_role("link", name=ref, exact=True).click()
    visitor.settled()
    if page.get_by_label("Why", exact=False).count():
        page.get_by_label("Why", exact=False).first.fill("I take this call")
        with page.expect_navigation():
            page.locator("main form button").first.click()
        visitor.settled()
    with page.expect_navigation():
        page.get_by_role("link", name="THRIVE assessment of an incident").click()
    visitor.settled()


@pytest.mark.ledger("CON-11", "CON-15", "CON-16", "CON-17")
def test_somebody_who_rang_before_is_found_before_she_is_asked(calls, reader):
    """By keyboard alone; what says nothing is named, and a draft outlives the sign-out."""
    come_in(reader, calls, calls.force["call-handler"])
    open_call(reader, "I-1")
    look(reader, "thrive-start")
    KEYBOARD.send(reader.page, {}, "Begin")
    reader.settled()

    known = words_of(reader)
    assert "1 earlier record with the same person key" in known
    assert "Incident I-0 is flagged domestic abuse" in known
    look(reader, "thrive-known")
    vague = HEARD | CHECKED | {"words-threat": "n/a"}
    assert "says nothing of this call" in go_on(reader, vague, hand=KEYBOARD, parts=2)

    leave(reader)
    come_in(reader, calls, calls.force["call-handler"])
    page = reader.open("/force/procedures/")
    look(reader, "thrive-draft")
    KEYBOARD.follow(page, "THRIVE assessment of an incident")
    reader.settled()
    assert HEARD["words-harm"] in page.content()
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
    open_call(plain_reader, "I-2")
    walk(plain_reader, HEARD | LEFT | ADVISED | DECIDED)

    with plain_reader.page.expect_navigation():
        plain_reader.page.get_by_role("link", name="Read the assessment").click()
    said = words_of(plain_reader)
    assert said.count(NO_MATCH) >= 2
    assert "Sources:" in said

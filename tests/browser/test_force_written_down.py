"""A use of force from the form to its review: what was done, in order, and why."""

import pytest

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, look, walk, words_of
from journeys.world import local
from peelian.areas.use_of_force.models import UseOfForce

FORM = {
    "answer-at": "2026-12-02 22:10",
    "answer-location": "Street or highway",
    "words-incident": "I-77",
    "answer-tactic_1": "Tactical communication",
    "answer-tactic_2": "Compliant handcuffing",
    "answer-reason": "Protect other officers",
    "answer-impacts": "Alcohol,Size or build",
    "words-account": "He raised a bottle at my colleague. I told him twice to put it down.",
    "answer-seen-age": "18-34",
    "answer-seen-gender": "Male",
    "answer-seen-ethnicity": "White",
    "answer-seen-disability": "None",
    "answer-person-injury": "None",
    "answer-officer-injury": "Minor",
    "answer-medical": "Offered and refused",
    "answer-outcome": "Arrested",
    "answer-video": "no",
    "words-no-video": "The camera was charging.",
}
REVIEW = {
    "answer-alike": "yes",
    "answer-video": "no-video",
    "answer-feedback": "none-needed",
    "grade": "justified",
    "reasons": "“He raised a bottle at my colleague”, and words were tried first.",
}


@pytest.mark.ledger("POW-21")
def test_force_is_written_down_and_looked_at_from_above(world, reader, plain_reader):
    """The form by keyboard alone, the review without scripts."""
    world.now = local("2026-12-02 23:00")
    come_in(reader, world, world.force["patrol-officer"])
    reader.open("/force/")
    KEYBOARD.follow(reader.page, "Use of force form")
    reader.settled()
    look(reader, "force-start")
    walk(reader, FORM, hand=KEYBOARD)
    look(reader, "force-done")
    row = UseOfForce.objects.get()
    assert (row.tactic_1, row.tactic_2) == ("Tactical communication", "Compliant handcuffing")
    assert (row.person_injury, row.officer_injury) == ("None", "Minor")

    world.work()
    (duty,) = world.duties("use_of_force.form_review", row.force_ref)
    assert (duty.officer_ref, str(duty.state)) == ("no-supervisor", "Running")
    come_in(plain_reader, world, world.force["supervisor"])
    plain_reader.open("/force/work/team/")
    POINTER.follow(plain_reader.page, "Review a use of force")
    assert "a supervisor who was not there" in words_of(plain_reader)
    POINTER.follow(plain_reader.page, "Supervisor's review of a use of force")
    walk(plain_reader, REVIEW)
    world.work()
    (duty,) = world.duties("use_of_force.form_review", row.force_ref)
    assert str(duty.state) == "Met"
    assert {"duty begun", "duty met"} <= world.told(duty)
    assert world.figure("use_of_force.form_review.in_time") == (1, 1)

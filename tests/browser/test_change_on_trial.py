"""A change from its registration to its verdict, in a browser, at a desk and on a phone."""

import pytest

from journeys.hands import KEYBOARD
from journeys.walking import come_in, look, words_of
from journeys.world import local
from peelian.engines.duties.models import Duty
from peelian.engines.evaluations.models import Evaluation
from web.force.evaluations.rows import BEFORE, FORM, MEASURE, put_searches


def send(visitor, answers, button, hand):
    """Fill the page in and send it; every answer found its box."""
    used = hand.send(visitor.page, answers, button)
    visitor.settled()
    assert used == set(answers)


@pytest.mark.ledger("INV-29", "WRK-24", "NEI-16")
def test_a_change_is_registered_before_and_judged_on_its_day(world, reader):
    """By keyboard alone: the test is named first, the figures tell, a person says what follows."""
    put_searches(world.root, months=BEFORE)
    come_in(reader, world, world.force["analyst"])
    reader.open("/force/evaluations/")
    look(reader, "changes-none")
    reader.open("/force/evaluations/new/")
    look(reader, "changes-choose")
    reader.open(f"/force/evaluations/new/{MEASURE}/")
    look(reader, "changes-register")
    send(reader, FORM, "Go on", KEYBOARD)
    look(reader, "changes-caveats")
    send(reader, {"accepted": "on"}, "Register the change", KEYBOARD)
    assert "No verdict yet: it can be given from 3 August 2026 on." in words_of(reader)
    look(reader, "changes-registered")
    one = Evaluation.objects.get()

    world.work()
    (duty,) = Duty.objects.filter(rule="evaluations.verdict")
    assert duty.state == "Running"

    put_searches(world.root)
    world.now = local("2026-08-03 09:00")
    come_in(reader, world, world.force["analyst"])
    reader.open("/force/evaluations/")
    assert "1 change waits for its verdict." in words_of(reader)
    look(reader, "changes-due")
    reader.open(f"/force/evaluations/{one.ref}/verdict/")
    assert "Improved: up by 25.0 percentage points" in words_of(reader)
    look(reader, "changes-verdict")
    said = {
        "note": "It was read aloud on most shifts.",
        "checked_by": "Forty people who were searched were asked.",
        "checked_ref": "SV-12",
        "then": "keep",
    }
    send(reader, said, "Give the verdict", KEYBOARD)
    assert "SV-12" in words_of(reader)
    look(reader, "changes-judged")

    world.work()
    duty.refresh_from_db()
    assert duty.state == "Met"

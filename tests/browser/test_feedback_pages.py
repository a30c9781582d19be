"""Feedback of an audit: on the officer's day, answered by the officer, read by the supervisor."""

import pytest

from journeys.walking import come_in, look, refused, words_of
from journeys.world import local
from peelian.engines.audits.feedback import give
from peelian.engines.audits.feedback_models import FROM_AUDIT
from people import investigation

RECORD = "/force/records/investigation/investigation-A/"
SAID = "The grounds say what was seen.\n\nThey do not say by whom, and when."


@pytest.mark.ledger("POW-16", "VUL-33")
def test_feedback_is_read_and_answered(reader, world):
    world.now = local("2026-11-06 10:00")
    given = give(
        investigation("A", officer="no-investigator"),
        from_kind=FROM_AUDIT,
        from_ref="A-1",
        words=SAID,
        actor=world.force["auditor"],
        at=world.now,
    )
    world.work()
    world.now = local("2026-11-18 09:00")
    come_in(reader, world, world.force["investigator"])
    page = reader.open("/force/")
    assert "Answer feedback on a file of yours" in words_of(reader)
    page.get_by_role("link", name="Feedback to you on files of yours").click()
    reader.settled()
    look(reader, "feedback-mine")
    assert "Feedback on 1 file waits for your answer." in words_of(reader)
    reader.open(RECORD)
    look(reader, "feedback-record")
    assert "An audit said" in words_of(reader)
    reader.open("/force/")
    page.get_by_role("link", name="Read it and answer").click()
    reader.settled()
    look(reader, "feedback-one")
    page.get_by_role("button", name="Answer").click()
    assert "Write what you think of it, or what you will do." in refused(reader)
    look(reader, "feedback-refused")
    page.get_by_label("Your answer").fill("I will write down who told me.")
    page.get_by_role("button", name="Answer").click()
    reader.settled()
    assert "You have answered everything that was said to you." in words_of(reader)
    world.work()
    (duty,) = world.duties("audits.feedback_reply", given.feedback_ref)
    assert duty.state == "Met"

    come_in(reader, world, world.force["supervisor"])
    reader.open(RECORD)
    assert "I will write down who told me." in words_of(reader)
    come_in(reader, world, world.force["patrol-officer"])
    reader.open(RECORD)
    assert "They do not say by whom" not in words_of(reader)

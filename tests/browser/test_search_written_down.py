"""A search from form to feedback: weak grounds are shown, kept, reviewed and talked about."""

import pytest

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, look, walk, words_of
from journeys.world import local
from peelian.areas.stop_and_search.models import StopSearch
from people import employ

WEAK = "He was acting suspiciously in a high crime area and is known to police."
WHERE_AND_WHY = {
    "answer-at": "2026-12-02 14:30",
    "answer-type": "Person search",
    "words-place": "High Street, by the bus station",
    "words-present": "no-investigator",
    "answer-power": "Misuse of Drugs Act 1971 (section 23)",
    "answer-object": "Controlled drugs",
    "words-seen": WEAK,
}
TOLD = {
    f"answer-{key}": "yes"
    for key in (
        "told-grounds",
        "told-object",
        "told-identity",
        "told-entitlement",
        "told-power",
        "told-detained",
    )
} | {"answer-told-station": "no"}
PERSON = {
    "answer-self-defined": "Other ethnic group - Not stated",
    "answer-not-stated": "The person declined to say",
    "answer-seen-ethnicity": "White",
    "answer-age": "18-24",
    "answer-gender": "Male",
}
RESULT = {
    "answer-outcome": "A no further action disposal",
    "answer-linked": "no",
    "answer-clothing": "no",
    "answer-copy": "yes",
    "answer-video": "yes",
    "words-video-ref": "V-77",
}
REVIEW = {
    "answer-video": "watched",
    "answer-told": "no",
    "answer-feedback": "given",
    "words-feedback-words": "Write what he did with his hands; the video shows it well.",
    "grade": "weak",
    "reasons": "“Acting suspiciously” is a conclusion: no behaviour is written down.",
}


@pytest.mark.ledger("POW-01", "POW-02", "POW-04")
def test_weak_grounds_are_shown_before_saving_and_read_by_another(world, reader, plain_reader):
    """The record by keyboard alone, the review without scripts; nothing weak is ever refused."""
    world.now = local("2026-12-02 15:00")
    come_in(reader, world, world.force["patrol-officer"])
    reader.open("/force/")
    look(reader, "search-begin")
    KEYBOARD.follow(reader.page, "Record of a stop and search")
    reader.settled()
    advice = walk(reader, WHERE_AND_WHY | TOLD | PERSON | RESULT, hand=KEYBOARD)
    assert "'high crime' is true of everybody who is there. (PACE Code A, paragraph 2)" in advice

    row = StopSearch.objects.get()
    assert row.grounds_seen == WEAK
    assert (row.self_defined_ethnicity, row.officer_defined_ethnicity, row.ethnic_group) == (
        "Other ethnic group - Not stated",
        "White",
        None,
    )
    world.work()
    assert world.figure("stop_and_search.record.made")[0] == 1

    come_in(plain_reader, world, world.force["supervisor"])
    plain_reader.open("/force/")
    POINTER.follow(plain_reader.page, "Supervisor's review of a search")
    walk(plain_reader, REVIEW)
    world.work()
    states = [
        str(world.duties(f"stop_and_search.{rule}", row.search_ref)[0].state)
        for rule in ("search_review", "feedback")
    ]
    assert states == ["Met", "Running"]

    come_in(reader, world, world.force["patrol-officer"])
    page = reader.open("/force/?all")
    look(reader, "search-feedback-waits")
    POINTER.follow(page, "Read the feedback on your search")
    reader.settled()
    look(reader, "search-feedback-duty")
    POINTER.follow(page, "Supervisor's review of a search")
    reader.settled()
    assert REVIEW["words-feedback-words"] in words_of(reader)
    look(reader, "search-review-read")
    page.go_back()
    reader.settled()
    POINTER.follow(page, "It is done")
    reader.settled()
    POINTER.send(page, {"proof": "I write what hands do, from now on."}, "It is done")
    world.work()
    assert str(world.duties("stop_and_search.feedback", row.search_ref)[0].state) == "Met"


@pytest.mark.ledger("POW-04")
def test_whoever_was_there_cannot_review_it(world, reader):
    """The supervisor who stood by is told so; the duty is another one's."""
    world.now = local("2026-12-02 15:00")
    employ("supervisor", "N1", name="second")
    world.record(
        "searches",
        "Q-1",
        search_ref="Q-1",
        searched_at=local("2026-12-02 14:30"),
        search_type="Person search",
        unit_ref="N1",
        officer_ref="no-patrol-officer",
        present_refs="no-supervisor",
        legislation="Misuse of Drugs Act 1971 (section 23)",
        grounds_seen="He handed a small wrap to a man for a note.",
        outcome="Arrest",
    )
    world.deliver()
    (duty,) = world.duties("stop_and_search.search_review", "Q-1")
    assert duty.officer_ref == "no-second"
    come_in(reader, world, world.force["supervisor"])
    reader.open(f"/force/procedures/of/{duty.of_id}/stop_and_search.review/", status=403)
    assert "somebody else must answer" in words_of(reader)

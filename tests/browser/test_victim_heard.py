"""Work with a victim: needs, contact, statement, and a withdrawal that ends no protection."""

import pytest

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, look, walk, words_of
from journeys.world import local
from peelian.engines.procedures.models import Assessment
from peelian.records.happenings import Happening

WHERE = {"unit_ref": "N1", "officer_ref": "no-investigator"}
NEEDS = {
    "answer-enhanced_rights": "yes",
    "answer-enhanced": "serious,intimidated",
    "words-understood": "Plain words, and her sister beside her.",
    "answer-measures": "yes",
    "words-safety": "Letters home are opened.",
    "answer-referral": "referred",
}
CONTRACT = {
    "answer-routes": "text",
    "words-safe-route": "Her own telephone, weekdays until five.",
    "answer-update_every_days": "10",
    "words-language": "English",
    "answer-told-rights": "yes",
}
STATEMENT = {"answer-offered": "yes", "answer-choice": "later"}
WITHDRAWN = {
    "words-own-words": "I cannot bear to see him in court.",
    "answer-still-true": "yes",
    "answer-pressure": "yes",
    "words-pressure-found": "His brother rings her every evening.",
    "answer-effect": "yes",
    "answer-proof": "signed",
    "words-safe-now": "She stays with her sister; the locks are changed.",
    "answer-orders": "dvpn,non-molestation",
    "words-orders-why": "A notice is asked for today.",
    "words-evidence": "Video of that night and the 999 recording.",
    "words-supervisor": "The supervisor of the north: go on.",
    "grade": "go-on",
    "reasons": "The video shows the assault.",
}


@pytest.fixture
def victim(world):
    """A victim of domestic abuse was recorded this morning."""
    world.now = local("2026-12-01 10:00")
    world.record(
        "investigations",
        "C-1",
        investigation_ref="C-1",
        opened_at=local("2026-12-01 08:30"),
        offence="Assault",
        state="Open",
        **WHERE,
    )
    world.record(
        "victims",
        "V-1",
        victim_ref="V-1",
        investigation_ref="C-1",
        person_key="P-1",
        recorded_at=local("2026-12-01 09:00"),
        **WHERE,
    )
    world.deliver()
    return world


def states(world, *rules):
    """How the duty of each rule stands."""
    return {one: ", ".join(world.states(one, "V-1")) for one in rules}


CODE = (
    "victims_code.needs_assessed",
    "victims_code.support_referral",
    "victims_code.contact_agreed",
    "victims_code.statement_offered",
)


@pytest.mark.ledger("INV-20", "INV-21", "INV-22")
def test_needs_contact_and_statement_are_asked_and_the_clocks_hear_of_it(
    victim, reader, plain_reader
):
    """Needs by keyboard alone from the first page, the rest without scripts."""
    assert states(victim, *CODE) == dict.fromkeys(CODE, "Running")
    come_in(reader, victim, victim.force["investigator"])
    page = reader.open("/force/")
    look(reader, "victim-my-day")
    KEYBOARD.follow(page, "Needs assessment of a victim")
    reader.settled()
    look(reader, "victim-needs-start")
    walk(reader, NEEDS, hand=KEYBOARD)
    look(reader, "victim-needs-done")

    come_in(plain_reader, victim, victim.force["investigator"])
    for title, answers in (
        ("What is agreed with a victim about contact", CONTRACT),
        ("Offer of a personal statement", STATEMENT),
    ):
        plain_reader.open("/force/?all")
        POINTER.follow(plain_reader.page, title)
        walk(plain_reader, answers)
    victim.work()
    assert states(victim, *CODE) == dict.fromkeys(CODE, "Met")
    (update,) = victim.duties("victims_code.updated", "V-1")
    assert update.due_at == local("2026-12-12 00:00")
    for figure in ("needs_assessed", "contact_agreed", "statement_offered"):
        assert victim.figure(f"victims.{figure}") == (1, 1), figure


@pytest.mark.ledger("INV-23", "INV-24", "VUL-31")
def test_a_withdrawal_is_written_down_with_orders_and_a_decision_to_go_on(victim, reader):
    """By keyboard alone; the reasons stand in the record, and an order was weighed."""
    withdrawn = {"support_withdrawn_at": local("2026-12-02 09:00")}
    victim.record("victims", "V-1", **withdrawn)
    victim.turn_to("2026-12-02 10:00")
    victim.deliver()
    rule = "victims.withdrawal_recorded"
    assert states(victim, rule) == {rule: "Running"}
    come_in(reader, victim, victim.force["investigator"])
    page = reader.open("/force/")
    KEYBOARD.follow(page, "A victim withdraws support")
    reader.settled()
    look(reader, "withdrawal-start")
    walk(reader, WITHDRAWN, hand=KEYBOARD)
    look(reader, "withdrawal-done")
    KEYBOARD.follow(page, "Read the assessment")
    reader.settled()
    assert "Go on without the victim" in words_of(reader)
    assert "I cannot bear to see him in court." in words_of(reader)
    look(reader, "withdrawal-read")

    victim.work()
    assert states(victim, rule) == {rule: "Met"}
    assert Assessment.objects.get().decided == "go-on"
    assert Happening.objects.filter(name="orders-considered").count() == 1

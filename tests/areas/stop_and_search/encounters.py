"""Complete answers about a search and its review, and the clocks that follow from them."""

from peelian.access.actors import service_account
from peelian.areas.stop_and_search.duties import RULES
from peelian.areas.stop_and_search.procedures import record, review
from peelian.engines.duties.settle import settle
from peelian.engines.procedures.making import make
from peelian.records.noting import note_loaded
from peelian.records.openness import OPENLY_PUBLISHED
from people import NOW

WORDS = {
    "place": "Mill Street, by the bridge",
    "seen": "He handed a clear bag to the driver of a silver car and took folded notes for it.",
    "no-video": "Battery was empty",
}
ANSWERS = {
    "at": "2026-03-02T09:30",
    "type": "Person search",
    "power": "Misuse of Drugs Act 1971 (section 23)",
    "object": "Controlled drugs",
    "told-grounds": "yes",
    "told-object": "yes",
    "told-identity": "yes",
    "told-station": "no",
    "told-entitlement": "yes",
    "told-power": "yes",
    "told-detained": "yes",
    "self-defined": "Other ethnic group - Not stated",
    "not-stated": "The person declined to say",
    "seen-ethnicity": "White",
    "age": "18-24",
    "gender": "dont-know",
    "outcome": "A no further action disposal",
    "linked": "no",
    "clothing": "no",
    "copy": "yes",
    "video": "no",
}
REVIEW = {"video": "no-video", "told": "no", "feedback": "given"}
REVIEW_WORDS = {"feedback-words": "Your grounds are good. Give the station next time."}


def write_search(force, tables, *, actor="patrol-officer", at=NOW, answers=(), words=()):
    """The assessment by which an officer records a search."""
    return make(
        record,
        record=None,
        answers={**ANSWERS, **dict(answers)},
        words={**WORDS, **dict(words)},
        actor=force[actor],
        at=at,
        tables=tables,
    )


def review_search(search, force, tables, *, actor="supervisor", at=NOW, **parts):
    """A supervisor's review of it."""
    given = {
        "answers": REVIEW,
        "words": REVIEW_WORDS,
        "grade": "adequate",
        "reasons": "'Handed a clear bag' and 'took folded notes' were seen.",
    }
    return make(review, record=search, actor=force[actor], at=at, tables=tables, **(given | parts))


def clocks(tables, at):
    """Bring duties up to what has happened."""
    note_loaded(tables, besides=OPENLY_PUBLISHED, by="service:tests", at=at)
    return settle(RULES, by=service_account("duties"), at=at)

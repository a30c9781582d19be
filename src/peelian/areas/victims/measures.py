"""Measures of victims: whose needs are known, with whom contact is agreed, who was offered what."""

from datetime import date

from ibis import _

from peelian.areas.victims import examples as worked
from peelian.areas.victims.models import VictimContact
from peelian.areas.victims.views import VICTIMS_AND_WORK
from peelian.engines.measures.declared import Comparable, Dimension, Version
from peelian.engines.measures.kinds import Profile, Share

OWNER = "Head of criminal justice"
REVIEW_BY = date(2027, 11, 1)
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)
PEOPLE: Profile = "person"
OWN_PRACTICE = Comparable(
    allowed=False, reason="Forces record victims and what they are offered in different systems."
)
FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit of the case", field="unit_ref", unknown="no unit recorded")
EVERYBODY = _.victim_ref.notnull()


def offered(
    key: str, title: str, short: str, asks: str, words: str, why: str, done: object, row: str
) -> Share:
    """The share of victims, by the month in which they were recorded, with whom it was done."""
    return Share(
        key=f"victims.{key}",
        title=title,
        short=short,
        asks=asks,
        among_words="victims recorded in the period",
        words=words,
        definition=(
            f"Of the victims recorded in the period, those who {words}, on whatever day, by the "
            "force's system or by an assessment made here."
        ),
        why=why,
        of=VICTIMS_AND_WORK,
        dated_by="month",
        among=EVERYBODY,
        counting=done,
        by=(UNIT, FORCE),
        better="higher",
        counts="person",
        profile=PEOPLE,
        comparable=OWN_PRACTICE,
        cautions=("Victims of the last weeks may still be within their time.",),
        owner=OWNER,
        review_by=REVIEW_BY,
        ledger=(row, "INV-25"),
        versions=FIRST,
        examples=worked.OFFERED[key],
    )


needs_assessed = offered(
    "needs_assessed",
    "Victims whose needs were assessed",
    "Needs assessed",
    "How many victims have had their needs assessed?",
    "have a needs assessment",
    "Help that is asked for late does not help.",
    _.needs_known,
    "INV-20",
)
contact_agreed = offered(
    "contact_agreed",
    "Victims with whom contact was agreed",
    "Contact agreed",
    "With how many victims was contact agreed?",
    "have agreed how and how often they are told",
    "A promise can only be kept where it was made.",
    _.contact_agreed,
    "INV-21",
)
statement_offered = offered(
    "statement_offered",
    "Victims who were offered a personal statement",
    "Statement offered",
    "How many victims were offered a personal statement?",
    "were offered a personal statement",
    "It is the one place in which the court hears what the crime did to them.",
    _.statement_offered,
    "INV-22",
)

by_safe_route = Share(
    key="victims.by_safe_route",
    title="Contacts with victims by the route recorded as safe",
    short="By the safe route",
    asks="How many contacts with victims go by the route recorded as safe?",
    among_words="contacts with victims of which it is known",
    words="went by the route recorded as safe",
    definition=(
        "Of the contacts with victims, those by the route that the victim's record names as safe. "
        "Contacts of which it is not known are shown beside the share and stand in neither number."
    ),
    why="A message that somebody else reads can put a victim in danger.",
    of=VictimContact,
    dated_by="month",
    among=_.victim_ref.notnull(),
    counting=_.by_safe_route.fill_null(False),
    known=_.by_safe_route.notnull(),
    of_known=True,
    by=(UNIT, FORCE),
    better="higher",
    counts="event",
    profile=PEOPLE,
    comparable=OWN_PRACTICE,
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-21",),
    versions=FIRST,
    examples=worked.SAFELY,
)

MEASURES = (needs_assessed, contact_agreed, statement_offered, by_safe_route)

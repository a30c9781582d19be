"""Placing a suspect in a band of danger: a suggestion with its reasons, and a person's decision."""

from collections.abc import Mapping
from datetime import date

from peelian.areas.offenders.band import HIGH, MEDIUM, SETTINGS, STANDARD, SuspectFacts, band_of
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.words import OWNER, REVIEW_BY, default
from peelian.engines.procedures.declared import (
    MATCH,
    NO,
    NO_MATCH,
    NOT_LOOKED_UP,
    YES,
    Asked,
    Found,
    Grades,
    LookedInto,
    Option,
    Page,
    Procedure,
    Question,
    Suggestion,
    Version,
)
from peelian.engines.registers.listing import list_rows
from peelian.spine.suspect import Suspect

SAID = {YES: True, NO: False, MATCH: True}
ABUSE, RECALLED, FAILED, DAYS, MANAGED = "abuse", "recalled", "failed", "days", "managed"


def _asks(key: str, text: str, why: str) -> Question:
    return Question(key, text, why, "yes-no", unknown=True)


PAGES = (
    Page(
        "danger",
        "What is known of the danger",
        (
            _asks("threat", "Does the suspect threaten somebody now?", "Nothing weighs more."),
            _asks("child", "Is a child at risk?", "A child cannot keep away."),
            _asks("weapon", "Is a weapon thought to be at hand?", "Whoever goes must know."),
            Question(
                MANAGED,
                "Is the suspect managed as an offender?",
                "A plan of management changes what is dangerous.",
                "look-up",
            ),
        ),
        says="The rest is taken from the record of the suspect.",
    ),
)


def _found(looked: LookedInto) -> Mapping[str, Found]:
    """What the record says, and whether the same person is managed, as far as one may see."""
    suspect = looked.record
    if not isinstance(suspect, Suspect):
        return {}
    days = (looked.at - suspect.named_at).days if suspect.named_at else None
    state = suspect.state
    return {
        ABUSE: Found("From the record of the suspect.", fact=suspect.domestic_abuse),
        RECALLED: Found("From the state of the suspect.", fact=state == "Recalled to prison"),
        FAILED: Found("From the state of the suspect.", fact=state == "Failed to answer bail"),
        DAYS: Found("Days since the suspect was named.", fact=days),
        MANAGED: _managed(suspect.person_key, looked),
    }


def _managed(person_key: str | None, looked: LookedInto) -> Found:
    if not person_key:
        return Found("Not looked up: the record does not say who the person is.", NOT_LOOKED_UP)
    filters = {"person_key": person_key}
    rows = list_rows(looked.actor, ManagedPerson, looked.tables, filters=filters, at=looked.at).rows
    if any(row.cells.get("ended_at") is None for row in rows):
        return Found("A plan of management names the same person.", MATCH, True)
    return Found("No match among the managed people whom you may see.", NO_MATCH)


def _suggest(asked: Asked) -> Suggestion:
    said = {key: SAID.get(answer) for key, answer in asked.answers.items()}
    facts = asked.facts
    abuse, recalled, failed = facts.get(ABUSE), facts.get(RECALLED), facts.get(FAILED)
    days = facts.get(DAYS)
    banded = band_of(
        SuspectFacts(
            domestic_abuse=abuse if isinstance(abuse, bool) else None,
            threat=said.get("threat"),
            weapon=said.get("weapon"),
            child=said.get("child"),
            managed=said.get(MANAGED),
            recalled=recalled if isinstance(recalled, bool) else None,
            failed_bail=failed if isinstance(failed, bool) else None,
            days_outstanding=days if isinstance(days, int) else None,
        ),
        asked.settings,
    )
    return Suggestion(banded.band, banded.reasons)


band = Procedure(
    key="offenders.band",
    title="Band of danger of a suspect",
    why="Who is looked for first must not depend on who happens to look.",
    about=Suspect,
    versions=(Version(1, date(2020, 1, 1), "First questions.", PAGES),),
    authority=default("factors, points and bands"),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-02",),
    roles=("investigator", "offender-manager", "supervisor"),
    grades=Grades(
        options=(
            Option(STANDARD, "Standard"),
            Option(MEDIUM, "Medium"),
            Option(HIGH, "High"),
        ),
        suggest=_suggest,
        asks="Which band do you place the suspect in?",
        lower=("supervisor",),
    ),
    settings=SETTINGS,
    facts=_found,
    takes="About one minute",
    then="Put the band on the suspect in the record system: the time to reach them depends on it.",
)

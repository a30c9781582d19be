"""Consultation: staff give ideas, leaders answer each with a decision and a reason (WRK-50)."""

from typing import Final

from peelian.areas.workforce.survey_words import (
    BY_ROLE,
    DEFAULT,
    ROLE,
    SINCE,
    agreed,
    statement,
    text,
)
from peelian.areas.workforce.words import OWNER, REVIEW_BY
from peelian.engines.surveys.declared import Page, Survey, Theme, Version

CONSULTATION: Final = Survey(
    key="workforce.consultation",
    title="Consultation and ideas",
    why="Staff who are asked and never answered stop speaking. Each idea gets a decision here.",
    says=(
        "Tell your idea. Every one is answered: whether it is taken up, and why. All the answers "
        "are read by everybody, so nobody has to know whose idea it was."
    ),
    asked="the workforce",
    versions=(
        Version(
            1,
            SINCE,
            "First version.",
            (
                Page(
                    "idea",
                    "Your idea",
                    (
                        text(
                            "idea",
                            "What should be done otherwise, and how?",
                            "Those who do the work know it best.",
                            most=2000,
                        ),
                    ),
                ),
                Page(
                    "heard",
                    "Being heard",
                    (
                        statement(
                            "decided_before",
                            "Things are decided before we are asked.",
                            "A consultation on what is decided already is none.",
                        ),
                        statement(
                            "told_back",
                            "I hear what became of what we said.",
                            "Trust comes of answers.",
                        ),
                        ROLE,
                    ),
                ),
            ),
        ),
    ),
    results=(
        agreed(
            "decided_before",
            "Decided before asking",
            "said that things are decided before they are asked",
            better="lower",
            ledger="WRK-50",
        ),
        agreed(
            "told_back",
            "Told what became of it",
            "hear what became of what they said",
            ledger="WRK-50",
        ),
    ),
    groups=(BY_ROLE,),
    ideas=("idea",),
    themes=(
        Theme("idea", "process", "How work is done"),
        Theme("idea", "people", "People, shifts and support"),
        Theme("idea", "kit", "Systems and equipment"),
        Theme("idea", "public", "Service to the public"),
    ),
    authority=DEFAULT,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("WRK-50",),
    rhythm="In rounds of a month; ideas are answered when a round is closed.",
    takes="4 minutes",
)

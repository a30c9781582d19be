"""Questions, themes and numbers that panels on encounters with the public share."""

from datetime import date
from typing import Final

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.panels.declared import OVERALL, Result, Theme
from peelian.engines.procedures.questions import NO, YES, Option, Question

SINCE: Final = date(2026, 12, 1)
PARTLY, CANNOT_TELL = "partly", "cannot-tell"
GOOD, ACCEPTABLE, LEARNING, CONCERN = "good", "acceptable", "learning", "concern"
INSPECTED: Final = Authority(
    Weight.GUIDANCE,
    "Inspectors found panels of independent members of the public who meet four times a year and "
    "watch ten recordings each",
)
HOW_FAR: Final = (
    Option(YES, "Yes"),
    Option(PARTLY, "Partly"),
    Option(NO, "No"),
    Option(CANNOT_TELL, "Cannot tell from what we saw"),
)


def how_far(key: str, text: str, why: str) -> Question:
    """A question to the recording: yes, partly, no, or cannot tell."""
    return Question(key, text, why, "choice", HOW_FAR, personal=False)


COURTEOUS: Final = how_far(
    "courteous",
    "Was the officer polite and respectful throughout?",
    "How people are spoken to decides whether they call it fair.",
)
LISTENED: Final = how_far(
    "listened",
    "Did the officer let the person speak, and answer them?",
    "Being heard is half of being treated fairly.",
)
OVERALL_VIEW: Final = Question(
    OVERALL,
    "All in all, what do you make of it?",
    "One word from each member, so that meetings can be compared.",
    "choice",
    (
        Option(GOOD, "Good practice that others should see"),
        Option(ACCEPTABLE, "As it should be"),
        Option(LEARNING, "Something to learn from"),
        Option(CONCERN, "A concern that the force must look into"),
    ),
    personal=False,
)
TO_OFFICER: Final = Question(
    "to-officer",
    "What would you say to the officer?",
    "The panel's words go to them. Name nobody.",
    "words",
    required=False,
    most=1000,
)
IS_COURTEOUS: Final = Result(
    "courteous",
    "Officers polite and respectful",
    "were judged polite and respectful throughout by most members",
    (YES,),
)
IS_FINE: Final = Result(
    OVERALL,
    "Encounters as they should be, or better",
    "were judged as they should be, or better, by most members",
    (GOOD, ACCEPTABLE),
)
THEMES: Final = (
    Theme("courtesy", "Courtesy and respect"),
    Theme("explaining", "Explaining what happens and why"),
    Theme("listening", "Listening and calming down"),
    Theme("dignity", "Dignity, privacy and care"),
    Theme("bias", "Assumptions about who the person was"),
    Theme("recording", "Camera on from the start"),
    Theme("good", "Good practice to copy"),
)

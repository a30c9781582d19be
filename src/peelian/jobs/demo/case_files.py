"""What stands in the demo's investigations, sound and unsound; all of it says it is invented."""

from dataclasses import dataclass
from typing import Final

from peelian.jobs.demo.incidents import INCIDENTS, incident_reference
from peelian.jobs.demo.incidents import MINUTES_APART as MINUTES_BETWEEN_INCIDENTS


@dataclass(frozen=True)
class Ending:
    """How a file was closed: the outcome type, why, whether a suspect was known, and the wish."""

    code: str
    because: str
    suspect: bool
    wish: str


NOTHING = "Invented: nobody was asked, since nothing happened."
ENDINGS: Final = (
    Ending("18", "Invented: no witness, no camera, no mark; every line is closed.", False, ""),
    Ending(
        "20",
        "Invented: the housing agency has taken it over; accepted by their duty desk.",
        True,
        NOTHING,
    ),
    Ending("16", "Invented: victim does not support.", True, "Invented: signed, no reason given."),
    Ending("20", "", False, ""),
    Ending("15", "Invented: one word against the other, and no camera.", True, NOTHING),
    Ending("1", "Invented: charged; reference INVENTED-1.", True, NOTHING),
    Ending("20", "Invented: passed to the school.", True, ""),
    Ending(
        "8",
        "Invented: accepted what they did, and will mend the fence by the end of the month.",
        True,
        NOTHING,
    ),
    Ending("14", "Invented: victim does not want to go on.", True, NOTHING),
    Ending("22", "Invented: was offered a course.", True, ""),
)
PLANS: Final = (
    "Invented plan: what is alleged, two points to prove; cameras first, then the neighbours.",
    "Invented plan: see the victim, seize the footage before it is wiped, interview the suspect.",
    "",
    "Invented plan: enquiries to be made.",
)
REVIEWS: Final = (
    "Invented review: footage asked for and not yet here; officer to collect it by Friday. Victim "
    "seen, safe at her sister's.",
    "Invented review: noted.",
    "",
)
LEFT_BLANK_EVERY: Final = 7


def plan_of(number: int) -> str:
    """The plan of an investigation, in the words of a sound officer or of a hurried one."""
    return PLANS[number % len(PLANS)]


def review_of(number: int) -> str:
    """What a supervisor wrote in it."""
    return REVIEWS[number % len(REVIEWS)]


def ending_of(number: int) -> Ending:
    """How it was closed."""
    return ENDINGS[number // 4 % len(ENDINGS)]


def log_of(number: int, hours_apart: int) -> str:
    """The incident that it began with: the youngest one that is older; empty where none is held."""
    found = -(-number * hours_apart * 60 // MINUTES_BETWEEN_INCIDENTS)
    return incident_reference(found) if found <= INCIDENTS else ""

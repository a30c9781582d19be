"""The short lists of a request: why a line is withheld at first, and what was decided."""

from django.db.models import TextChoices

from peelian.engines.subject_access.errors import Refused

LONGEST = 300


class Cause(TextChoices):
    """Why a line is withheld until somebody releases it. The first is the plainest."""

    OWN = "own", "The person's own"
    OTHERS = "others", "It may speak of other people"
    OFFICER = "officer", "It names an officer or member of staff"
    SOURCE = "source", "It may show who told the police"
    OPINION = "opinion", "It rests on an opinion"
    SEALED = "sealed", "The record is sealed"


class State(TextChoices):
    """How far a request has come."""

    OPEN = "open", "Being prepared"
    PREPARED = "prepared", "Waiting for its release"
    RELEASED = "released", "Released"


class Regime(TextChoices):
    """The law that the person asks under; both give one calendar month."""

    PART_3 = "part-3", "Data Protection Act 2018, section 45"
    GENERAL = "general", "UK GDPR, article 15"


def said(words: str, what: str = "why") -> str:
    """Words without outer spaces; raises `Refused` where there are none or too many."""
    tidy = words.strip()
    if not tidy:
        raise Refused(f"Say {what}: whoever reviews this reads it.")
    if len(tidy) > LONGEST:
        raise Refused(f"Say {what} in at most {LONGEST} characters; these are {len(tidy)}.")
    return tidy

"""The short lists of a request: why a line is withheld at first, and what was decided."""

from django.db.models import TextChoices

from peelian.access.giving.refusal import fit_words
from peelian.engines.subject_access.errors import Refused


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
    """Words as they are kept; raises `Refused` where there are none or too many."""
    return fit_words(words, what=what, refused=Refused)

"""The short lists of reasons that keeping, holding and erasing are given for."""

from django.db.models import TextChoices

from peelian.access.giving.refusal import fit_words
from peelian.engines.retention.errors import Refused


class Decision(TextChoices):
    """What a review comes to."""

    KEEP = "keep", "Keep it, and review it again"
    ERASE = "erase", "Propose that it is erased"


class ReviewReason(TextChoices):
    """Why a record is still needed, or no longer. Peelian's words for the assessment of need."""

    RISK = "risk", "It may show a risk of harm to somebody"
    PATTERN = "pattern", "It belongs to a pattern of behaviour"
    CHILD = "child", "It concerns the safety of a child or of somebody vulnerable"
    MATTER = "matter", "A matter that it belongs to is not over"
    LAW = "law", "A law or an order says that it is kept"
    NO_NEED = "no-need", "No policing purpose needs it any more"
    WRONG = "wrong", "It should not have been held, or is wrong beyond correction"


KEEPING = frozenset(
    {
        ReviewReason.RISK,
        ReviewReason.PATTERN,
        ReviewReason.CHILD,
        ReviewReason.MATTER,
        ReviewReason.LAW,
    }
)


class HoldKind(TextChoices):
    """What holds records back from erasure."""

    INVESTIGATION = "investigation", "An investigation"
    INQUIRY = "inquiry", "A public inquiry"
    INQUEST = "inquest", "An inquest"
    COMPLAINT = "complaint", "A complaint or conduct matter"
    LITIGATION = "litigation", "Litigation"
    MORATORIUM = "moratorium", "A moratorium on erasing"
    REQUEST = "request", "A request of the person whom it is about"


def said(words: str, what: str = "why") -> str:
    """Words as they are kept; raises `Refused` where there are none or too many."""
    return fit_words(words, what=what, refused=Refused)

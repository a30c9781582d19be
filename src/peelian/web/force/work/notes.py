"""What was done about duties, in words; and the hand-overs of somebody since a moment."""

import re
from typing import Final

from django.utils.translation import gettext_lazy

NUMBERED: Final = re.compile(r"^(?P<what>.*?) (?P<number>\d+)$")
WORDS: Final = {
    "begun": gettext_lazy("The clock began"),
    "moved": gettext_lazy("Handed over"),
    "reminder": gettext_lazy("Reminder"),
    "escalated": gettext_lazy("Escalated"),
    "late": gettext_lazy("The time was over"),
    "met": gettext_lazy("Done"),
    "met late": gettext_lazy("Done late"),
    "waived": gettext_lazy("Waived"),
    "ended": gettext_lazy("Ended: it no longer applies"),
    "paused": gettext_lazy("The clock stood still"),
    "resumed": gettext_lazy("The clock ran on"),
    "reopened": gettext_lazy("Open again, by later news"),
    "passed on": gettext_lazy("Passed on with the post"),
    "cannot be reckoned": gettext_lazy("Its end cannot be worked out"),
}


def kind_of(what: str) -> str:
    """A note without its number: "reminder 2" is a reminder."""
    found = NUMBERED.match(what)
    return found["what"] if found else what


def note_in_words(what: str) -> str:
    """A note as pages say it; one that is new to pages as it was written."""
    said = WORDS.get(kind_of(what))
    return str(said) if said else what[:1].upper() + what[1:]

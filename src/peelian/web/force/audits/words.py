"""States, designs and methods of an audit, as people say them."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.audits.declared import NOT_APPLICABLE, UNCLEAR
from peelian.engines.audits.models import Run, State
from peelian.engines.procedures.questions import NO, YES
from peelian.records.drawn import CHOSEN, RANDOM, WHOLE
from peelian.records.months import in_words

STATES: Final[Mapping[str, Any]] = {
    State.PLANNED: gettext_lazy("Planned"),
    State.FROZEN: gettext_lazy("Frame frozen"),
    State.DRAWN: gettext_lazy("Being reviewed"),
    State.CLOSED: gettext_lazy("Closed"),
    State.ABANDONED: gettext_lazy("Abandoned"),
}
DESIGNS: Final[Mapping[str, Any]] = {
    RANDOM: gettext_lazy("By lot"),
    CHOSEN: gettext_lazy("Chosen kinds of file"),
    WHOLE: gettext_lazy("Every file"),
}
# What each design lets a reader say in the end: the reason for choosing it.
DESIGNS_SAY: Final[Mapping[str, Any]] = {
    RANDOM: gettext_lazy(
        "Files are drawn by lot, so the result says how many of all files would pass, with a "
        "likely range."
    ),
    CHOSEN: gettext_lazy(
        "You say how many files of each kind, such as 20 of one outcome. The result describes "
        "these files and is no estimate for all."
    ),
    WHOLE: gettext_lazy(
        "Every file of the frame is reviewed. Nothing is left to chance but the reviewers' "
        "judgement."
    ),
}
METHODS: Final[Mapping[str, Any]] = {
    "default": gettext_lazy("What fits best (Peelian's choice)"),
    "wilson": gettext_lazy("Wilson"),
    "wilson_finite": gettext_lazy("Wilson, allowing for the size of the frame"),
    "exact": gettext_lazy("Exact (Clopper-Pearson)"),
    "wald_finite": gettext_lazy("Plus or minus, allowing for the size of the frame"),
}
METHODS_SAY: Final[Mapping[str, Any]] = {
    "default": gettext_lazy("Exact for fewer than 30 files, Wilson for more."),
    "wilson": gettext_lazy("Right for shares of any size. Wider on one side near 0 and 100%."),
    "wilson_finite": gettext_lazy("Narrower where the sample is a large part of all files."),
    "exact": gettext_lazy("For small samples: never narrower than it says."),
    "wald_finite": gettext_lazy(
        "As the inspectorate prints it, such as “80%, plus or minus 5.0”. Use it to compare with "
        "a published figure; it is too narrow near 0 and 100%."
    ),
}
ANSWERS: Final[Mapping[str, Any]] = {
    YES: gettext_lazy("Yes"),
    NO: gettext_lazy("No"),
    UNCLEAR: gettext_lazy("Cannot tell from the file"),
    NOT_APPLICABLE: gettext_lazy("Not applicable"),
}


def span(first: str, last: str) -> str:
    """The months of a frame: "January 2026" or "January 2026 to March 2026"."""
    if first == last:
        return in_words(first)
    return _("{first} to {last}").format(first=in_words(first), last=in_words(last))


def months_of(run: Run) -> str:
    """The months of a run; of one that goes on without an end only where it begins."""
    if run.rhythm and not run.last:
        return _("from {month} on").format(month=in_words(run.first))
    return span(run.first, run.last or run.first)


def state_of(run: Run) -> str:
    """How a run stands."""
    return str(STATES.get(run.state, run.state))


def answer_in_words(key: str) -> str:
    """An answer as readers say it."""
    return str(ANSWERS.get(key, key))

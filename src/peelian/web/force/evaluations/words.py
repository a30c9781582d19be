"""Changes on trial as readers meet them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.standing import local_day
from peelian.engines.evaluations.design import Comparison
from peelian.engines.evaluations.models import Evaluation, State
from peelian.engines.evaluations.reading import due
from peelian.web.force.reader import Caller

COMPARISONS: Final[Mapping[Comparison, Any]] = {
    Comparison.BEFORE: gettext_lazy("The months before it"),
    Comparison.MATCHED: gettext_lazy("Others who do not have it, over the same months"),
    Comparison.STEPPED: gettext_lazy("Those who begin later, as one begins after the other"),
}
WANTED: Final[Mapping[str, Any]] = {
    "up": gettext_lazy("Higher"),
    "down": gettext_lazy("Lower"),
}
THEN: Final[Mapping[str, Any]] = {
    "keep": gettext_lazy("Keep it"),
    "alter": gettext_lazy("Keep it, altered"),
    "stop": gettext_lazy("Stop it"),
    "wait": gettext_lazy("Wait, and register a new check"),
}
RESULTS: Final[Mapping[str, Any]] = {
    "improved": gettext_lazy("Improved"),
    "no clear change": gettext_lazy("No clear change"),
    "worsened": gettext_lazy("Worsened"),
    "cannot be told": gettext_lazy("Cannot be told"),
}


def day(when: date) -> str:
    """A day in words."""
    return str(date_format(when, "j F Y"))


def withdrawn_late(one: Evaluation) -> bool:
    """Whether it was taken back when the verdict could be read already."""
    return one.ended_at is not None and local_day(one.ended_at) >= one.check_on


def state_of(one: Evaluation, who: Caller) -> str:
    """How it stands, in a few words."""
    if one.state == State.WITHDRAWN:
        return _("Withdrawn when its verdict was due") if withdrawn_late(one) else _("Withdrawn")
    if one.state == State.JUDGED:
        return str(RESULTS[one.verdict.result])
    if due(one, who.at):
        return _("Waits for its verdict since {day}").format(day=day(one.check_on))
    return _("Verdict from {day} on").format(day=day(one.check_on))

"""States, cases and answers in words."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.panels.declared import Panel
from peelian.engines.panels.findings import SPLIT
from peelian.engines.panels.models import Case, Meeting
from peelian.engines.panels.states import CameBy, CaseState, State
from peelian.engines.procedures.asking import options_of
from peelian.engines.procedures.questions import Question

STATES: Final = {
    State.PLANNED: gettext_lazy("Planned: its cases are not fixed yet"),
    State.FROZEN: gettext_lazy("Frame frozen: it waits for its seed"),
    State.DRAWN: gettext_lazy("Cases drawn: the force prepares them"),
    State.OPEN: gettext_lazy("Open: members see and judge its cases"),
    State.CLOSED: gettext_lazy("Closed"),
    State.ABANDONED: gettext_lazy("Given up"),
}
CASES: Final = {
    CaseState.DRAWN: gettext_lazy("To be prepared"),
    CaseState.READY: gettext_lazy("Ready"),
    CaseState.SET_ASIDE: gettext_lazy("Left out"),
}


def state_of(meeting: Meeting) -> str:
    """Where a meeting stands."""
    return str(STATES[State(meeting.state)])


def state_of_case(case: Case) -> str:
    """Where a case stands."""
    return str(CASES[CaseState(case.state)])


def came(case: Case, panel: Panel) -> str:
    """Why a case is before the panel."""
    because = [
        found.says for key in case.triggers.split(",") if key and (found := panel.trigger(key))
    ]
    if case.came_by == CameBy.LOT:
        return _("By lot")
    why = "; ".join(because) or _("a trigger")
    return _("Because {why}").format(why=why)


def answer_in_words(question: Question, answer: str) -> str:
    """An answer as it was offered."""
    if answer == SPLIT:
        return _("As many said one thing as another")
    return next((one.says for one in options_of(question) if one.key == answer), answer)

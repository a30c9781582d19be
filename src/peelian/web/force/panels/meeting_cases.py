"""The cases of a meeting, as the page of the meeting lists them for each of its readers."""

from django.utils.translation import gettext as _

from peelian.engines.panels.declared import Panel
from peelian.engines.panels.models import Case, Meeting, Member, Score
from peelian.engines.panels.preparing import BEING_PREPARED
from peelian.engines.panels.rights import member_at, prepares, runs, why_not_ready
from peelian.engines.panels.states import CaseState, State
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.panels.parts import Section
from peelian.web.force.panels.words import came, state_of_case
from peelian.web.force.reader import Caller
from peelian.web.force.tables import BLANK, plain_table
from peelian.web.force.words import moment


def cases_of(found: Meeting, panel: Panel, who: Caller) -> tuple[Section, ...]:
    """All cases for whoever runs or prepares the meeting, those to judge for its members."""
    running, preparing = runs(who.actor, who.at), prepares(who.actor, who.at)
    if running or preparing:
        table = _all_cases(found, panel, who)
        links = (
            (
                Link(
                    _("Put a case before the panel that no source shows"),
                    who.url("panel-name-case", found.ref),
                ),
            )
            if preparing and found.state in BEING_PREPARED
            else ()
        )
        return (Section(_("Cases"), table=table, links=links),) if table or links else ()
    member = member_at(found, who.actor, who.at)
    if member is None:
        return ()
    why = why_not_ready(member, panel, who.at)
    if why or found.state not in (State.OPEN, State.CLOSED):
        told = _("You see no case yet.") if why else _("Cases are shown once they lie open.")
        return (Section(_("Cases"), says=(told,)),)
    return (Section(_("Cases"), table=_to_judge(found, member, who)),)


def _all_cases(found: Meeting, panel: Panel, who: Caller) -> Table | None:
    rows = [
        (
            TableCell(_called(one), under=one.ref, url=who.url("panel-case", one.ref)),
            TableCell(came(one, panel)),
            TableCell(state_of_case(one), under=one.set_aside),
            TableCell(str(one.scores.filter(conflict=False).count())),
            TableCell(_("Given") if one.feedback_id else BLANK),
        )
        for one in found.cases.order_by("number")
    ]
    heads = (
        _("Case"),
        _("Why it is here"),
        _("State"),
        _("Members who judged it"),
        _("Feedback"),
    )
    return plain_table(_("Cases in the order of the meeting"), heads, rows) if rows else None


def _to_judge(found: Meeting, member: Member, who: Caller) -> Table:
    mine = {one.case_id: one for one in Score.objects.filter(member=member)}
    rows = []
    for one in found.cases.filter(state=CaseState.READY).order_by("number"):
        score = mine.get(one.pk)
        if score is not None and score.conflict:
            rows.append(
                (TableCell(_called(one), under=one.ref), TableCell(_("You stepped back from it")))
            )
            continue
        said = _("Judged {at}").format(at=moment(score.given_at)) if score else _("Not yet")
        rows.append(
            (
                TableCell(_called(one), under=one.ref, url=who.url("panel-case", one.ref)),
                TableCell(said),
            )
        )
    return plain_table(_("Cases"), (_("Case"), _("Your view")), rows)


def _called(one: Case) -> str:
    return _("Case {n}").format(n=one.number)

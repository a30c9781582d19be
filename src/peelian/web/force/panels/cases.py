"""One case: to members its sheet and score sheet, to whoever runs the panel what they said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from peelian.engines.panels.declared import Panel
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.models import Case, Member, Score
from peelian.engines.panels.rights import member_at, runs
from peelian.engines.panels.scoring import NotRight, score, step_back
from peelian.engines.panels.sheet import sheet_of
from peelian.engines.panels.states import CaseState, State
from peelian.engines.procedures.asking import NOTHING_YET, Answers
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.panels.case_parts import (
    answered_feedback,
    box_of,
    facts_of,
    feedback_of,
    found_case,
    masked_places,
    score_form,
    scores_of,
    sheet_rows,
    shown_at_meeting,
)
from peelian.web.force.panels.desk import act, anybody, page
from peelian.web.force.panels.parts import Section, Send
from peelian.web.force.panels.words import state_of_case
from peelian.web.force.reader import Caller
from peelian.web.force.words import moment


def case(request: HttpRequest, ref: str) -> HttpResponse:
    """The case as the reader has to do with it."""
    who = anybody(request)
    found, panel = found_case(ref, who)
    member = member_at(found.meeting, who.actor, who.at)
    if member is not None and not runs(who.actor, who.at):
        return _judge(request, who, found, panel, member)
    sections = [*facts_of(found, panel, who)]
    if runs(who.actor, who.at):
        sections += [*scores_of(found, panel), *feedback_of(found, panel, who)]
        if found.meeting.state == State.OPEN and found.state == CaseState.READY:
            paper = Link(_("Type a score sheet from paper"), who.url("panel-paper", ref))
            sections.append(Section(_("Members without an account"), links=(paper,)))
    return _page(request, who, found, answer=_answer(found, panel), sections=sections)


def _judge(
    request: HttpRequest, who: Caller, found: Case, panel: Panel, member: Member
) -> HttpResponse:
    """Sheet and score sheet of a member."""
    held = Score.objects.filter(case=found, member=member).first()
    given = Answers(held.answers, held.words) if held else NOTHING_YET
    form = score_form(request.POST if request.method == "POST" else None, found, panel, given)
    if form.is_bound and form.is_valid() and found.meeting.state == State.OPEN:
        answers, words = form.read()
        try:
            score(found, panel, Answers(answers, words), actor=who.actor, at=who.at)
        except NotRight as error:
            for key, sentence in error.errors.items():
                form.add_error(box_of(panel, found, key), sentence)
        except PanelRefused as error:
            form.add_error(None, str(error))
        else:
            return redirect(who.url("panel-meeting", found.meeting.ref))
    rows = sheet_of(found, panel, actor=who.actor, at=who.at, tables=who.tables)
    is_open = found.meeting.state == State.OPEN
    sections = [
        Section(
            _("The case"),
            says=shown_at_meeting(found),
            facts=sheet_rows(rows),
            inset=masked_places(rows),
        )
    ]
    if is_open:
        sections.append(
            Section(_("Your view"), anchor="score", sends=(Send(_("Save your view"), form=form),))
        )
        sections.append(
            Section(
                _("You know somebody in it"),
                says=(_("Then step back: you will see no more of it, and nobody asks why."),),
                sends=(
                    Send(_("Step back"), who.url("panel-step-back", found.ref), secondary=True),
                ),
            )
        )
    else:
        sections += scores_of(found, panel)
    # As long as views can change, nobody reads what the panel as a whole will say.
    sections += answered_feedback(found, panel, who) if held and not is_open else []
    answer = (
        _("You judged this case on {at}.").format(at=moment(held.given_at))
        if held
        else _("Watch the recording at the meeting, then say what you make of it.")
    )
    return _page(request, who, found, answer=answer, sections=sections)


@require_POST
def back_from(request: HttpRequest, ref: str) -> HttpResponse:
    """A member steps back from a case."""
    who = anybody(request)
    found, panel = found_case(ref, who)
    return act(
        request,
        lambda: step_back(found, panel, actor=who.actor, at=who.at),
        _("You stepped back from it."),
        who.url("panel-meeting", found.meeting.ref),
    )


def _page(
    request: HttpRequest, who: Caller, found: Case, *, answer: str, sections: list[Section]
) -> HttpResponse:
    way = (Link(found.meeting.ref, who.url("panel-meeting", found.meeting.ref)),)
    return page(
        request,
        who,
        _("Case {ref}").format(ref=found.ref),
        answer=answer,
        way=way,
        sections=sections,
    )


def _answer(found: Case, panel: Panel) -> str:
    number = found.scores.filter(conflict=False).count()
    if found.state != CaseState.READY or not number:
        return f"{state_of_case(found)}."
    return ngettext("{n} member has judged it.", "{n} members have judged it.", number).format(
        n=number
    )


pages = (
    Page("panels/cases/<str:ref>/", case, "panel-case"),
    Page("panels/cases/<str:ref>/step-back/", back_from, "panel-step-back"),
)

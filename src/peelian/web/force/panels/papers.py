"""What the panel office writes about a case: a member's paper, and the feedback to the officer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from peelian.engines.panels.feeding_back import feed_back
from peelian.engines.panels.models import Member
from peelian.engines.panels.rights import on_day, why_not_ready
from peelian.engines.panels.scoring import score
from peelian.engines.procedures.asking import NOTHING_YET, Answers
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.panels.case_parts import found_case, score_form, scores_of
from peelian.web.force.panels.desk import attempt, page, runner
from peelian.web.force.panels.forms import FeedbackForm, ForMemberForm
from peelian.web.force.panels.parts import Section, Send


def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """Type what a member wrote on paper."""
    who = runner(request)
    found, panel = found_case(ref, who)
    rows = [
        one
        for one in Member.objects.filter(
            on_day(who.at), panel=panel.key, force_id=found.meeting.force_id
        ).order_by("name")
        if not why_not_ready(one, panel, who.at)
    ]
    sent = request.POST if request.method == "POST" else None
    whose = ForMemberForm(sent, rows)
    form = score_form(sent, found, panel, NOTHING_YET)
    back = who.url("panel-case", ref)

    def typed() -> None:
        answers, words = form.read()
        chosen = next(one for one in rows if str(one.pk) == whose.cleaned_data["member"])
        score(found, panel, Answers(answers, words), member=chosen, actor=who.actor, at=who.at)

    if whose.is_bound and whose.is_valid() and attempt(form, typed):
        return redirect(back)
    return page(
        request,
        who,
        _("Type a score sheet"),
        answer=_("As the member wrote it on paper at the meeting."),
        way=(
            Link(found.meeting.ref, who.url("panel-meeting", found.meeting.ref)),
            Link(found.ref, back),
        ),
        sections=(),
        template="paper",
        whose=whose,
        paper=form,
        form=form if form.errors else whose if whose.errors else None,
    )


def give_feedback(request: HttpRequest, ref: str) -> HttpResponse:
    """Write to the officer what the panel said."""
    who = runner(request)
    found, panel = found_case(ref, who)
    form = FeedbackForm(request.POST if request.method == "POST" else None, panel)
    back = who.url("panel-case", ref)
    if attempt(
        form,
        lambda: feed_back(
            found,
            panel,
            words=form.cleaned_data["words"],
            themes=form.cleaned_data["themes"],
            actor=who.actor,
            at=who.at,
            tables=who.tables,
        ),
    ):
        return redirect(back)
    return page(
        request,
        who,
        _("Feedback to the officer"),
        answer=_("Peelian takes it to the officer; you do not learn who they are."),
        way=(
            Link(found.meeting.ref, who.url("panel-meeting", found.meeting.ref)),
            Link(found.ref, back),
        ),
        sections=(
            *scores_of(found, panel),
            Section(_("The panel's words"), sends=(Send(_("Give the feedback"), form=form),)),
        ),
    )


pages = (
    Page("panels/cases/<str:ref>/paper/", paper, "panel-paper"),
    Page("panels/cases/<str:ref>/feedback/", give_feedback, "panel-feedback"),
)

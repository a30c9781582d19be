"""Feedback on a file: to me, on the page of the record, with the form for the reply; and giving it.

Who reads what stands in `engines.audits.feedback_reading`. A panel is named as a panel, never by
its members, and a reviewer is not named either: it is the audit that speaks.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peelian.engines.audits.errors import AuditRefused
from peelian.engines.audits.feedback import LONGEST, reply
from peelian.engines.audits.feedback_models import FROM_PANEL, Feedback
from peelian.engines.audits.feedback_reading import feedback_on, feedback_to
from peelian.engines.duties.kinds import model_of
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find
from peelian.web.components.parts import Link
from peelian.web.force.inputs import DayField
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.words import in_text, moment


class Lines(forms.CharField):
    """Some sentences in a box of several lines."""

    def __init__(self, label: Any, missing: Any, hint: Any) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 5}),
            error_messages={"required": missing},
        )


class GiveForm(forms.Form):
    """What is said to whoever did the work, and by when an answer is hoped for."""

    words = Lines(
        gettext_lazy("What you say to whoever did the work"),
        gettext_lazy("Write what you want to say about the file."),
        gettext_lazy(
            "They and their supervisor read it on the page of the record. Say what was good, what "
            "was not, and what would be right. Name nobody."
        ),
    )
    reply_by = DayField(
        label=gettext_lazy("Answer by (optional)"),
        required=False,
        help_text=gettext_lazy("Without a day, the number of days that the force has set counts."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="feedback-%s")


class ReplyForm(forms.Form):
    """The answer of whoever the feedback went to."""

    words = Lines(
        gettext_lazy("Your answer"),
        gettext_lazy("Write what you think of it, or what you will do."),
        gettext_lazy("Whoever gave the feedback and your supervisor read it. It is given once."),
    )

    def __init__(self, data: Any = None, *, ref: str = "") -> None:
        super().__init__(data, auto_id=f"reply-{ref}-%s")


@dataclass(frozen=True)
class Told:
    """One feedback as its reader meets it. `form` is there for whoever it went to, until then."""

    heading: str
    about: Link | None
    words: str
    given: str
    due: str
    reply: str
    replied: str
    url: str
    form: ReplyForm | None


def mine(request: HttpRequest) -> HttpResponse:
    """Everything that was said to the reader about files of theirs, what waits first."""
    who = caller(request)
    found = feedback_to(who.actor, at=who.at)
    return render(
        request,
        "force/feedback/mine.html",
        {
            "page_title": _("Feedback to you"),
            "navigation": who.menu(who.entrance),
            "breadcrumbs": who.way_here(Link(_("Feedback to you"), "", current=True)),
            "answer": _answer(found),
            "found": [_told(who, one, with_record=True, form=None) for one in found],
        },
    )


def one(request: HttpRequest, ref: str) -> HttpResponse:
    """One feedback to the reader, with the form for the answer."""
    who = caller(request)
    held = next((one for one in feedback_to(who.actor, at=who.at) if one.feedback_ref == ref), None)
    if held is None:
        raise NoSuchRecord
    form = ReplyForm(request.POST if request.method == "POST" else None, ref=ref)
    if form.is_bound and form.is_valid():
        try:
            reply(ref, words=form.cleaned_data["words"], actor=who.actor, at=who.at)
        except AuditRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Your answer is kept, and whoever gave it can read it."))
            return redirect(who.url("feedback"))
    told = _told(who, held, with_record=True, form=form)
    return render(
        request,
        "force/feedback/one.html",
        {
            "page_title": told.heading,
            "navigation": who.menu(who.entrance),
            "breadcrumbs": who.way_here(
                Link(_("Feedback to you"), who.url("feedback")),
                Link(ref, "", current=True),
            ),
            "one": told,
            "form": form,
        },
        status=400 if form.errors else 200,
    )


def on_record(who: Caller, record_type: str, record_id: str) -> tuple[Told, ...]:
    """What was said about a record, for its page: to the reader, or to whom they supervise."""
    found = feedback_on(who.actor, (record_type, record_id), at=who.at)
    return tuple(
        _told(who, one, with_record=False, form=ReplyForm(ref=str(one.feedback_ref)))
        for one in found
    )


def _told(who: Caller, one: Feedback, *, with_record: bool, form: ReplyForm | None) -> Told:
    ref = str(one.feedback_ref)
    asked = who.actor.officer_ref == one.officer_ref and one.replied_at is None
    panel = one.from_kind == FROM_PANEL
    return Told(
        heading=_("A scrutiny panel said") if panel else _("An audit said"),
        about=_record(who, one) if with_record else None,
        words=one.words or "",
        given=_("Given {moment}").format(moment=moment(one.given_at)) if one.given_at else "",
        due=_("An answer is asked for by {day}").format(day=in_text("", one.reply_by))
        if one.replied_at is None
        else "",
        reply=one.reply or "",
        replied=_("Answered {moment}").format(moment=moment(one.replied_at))
        if one.replied_at
        else "",
        url=who.url("feedback-reply", ref) if asked else "",
        form=form if asked else None,
    )


def _record(who: Caller, one: Feedback) -> Link | None:
    """The record that it is about, where the reader may open it."""
    model = model_of(one.of_type)
    if model is None:
        return None
    try:
        find(who.actor, model, one.of_id, who.tables, at=who.at)
    except NoSuchRecord:
        return None
    return Link(
        f"{model._meta.verbose_name} {one.of_ref or one.of_id}",
        who.url("record", one.of_type, one.of_id),
    )


def _answer(found: tuple[Feedback, ...]) -> str:
    waiting = sum(one.replied_at is None for one in found)
    if not found:
        return _("Nothing has been said to you about a file of yours.")
    if not waiting:
        return _("You have answered everything that was said to you.")
    return ngettext(
        "Feedback on {n} file waits for your answer.",
        "Feedback on {n} files waits for your answer.",
        waiting,
    ).format(n=waiting)


pages = (
    Page("feedback/", mine, "feedback"),
    Page("feedback/<str:ref>/", one, "feedback-reply"),
)

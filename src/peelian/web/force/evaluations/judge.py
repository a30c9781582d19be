"""Giving the verdict, or taking a change back: one deed, one form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.decide import NotAllowed
from peelian.engines.evaluations.errors import EvaluationRefused
from peelian.engines.evaluations.judging import LONGEST, LONGEST_REF, judge, reckoned
from peelian.engines.evaluations.models import State
from peelian.engines.evaluations.reading import due
from peelian.engines.evaluations.withdrawing import LONGEST as LONGEST_WHY
from peelian.engines.evaluations.withdrawing import withdraw
from peelian.web.force.evaluations.opening import PLACE, Open, opened, or_missing
from peelian.web.force.evaluations.words import THEN
from peelian.web.force.pages import Page
from peelian.web.people.kept import kept_form


class VerdictForm(forms.Form):
    """What a person makes of what the figures say."""

    note = forms.CharField(
        label=gettext_lazy("What you make of it"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Beside the verdict, which is reckoned: was it done as planned, what else happened?"
        ),
        error_messages={"required": gettext_lazy("Write what you make of it.")},
    )
    checked_by = forms.CharField(
        label=gettext_lazy("How else was it checked that the change is real? (optional)"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Fewer calls can mean less trouble or less trust: residents asked, files read, a visit."
        ),
    )
    checked_ref = forms.CharField(
        label=gettext_lazy("Where that stands (optional)"),
        max_length=LONGEST_REF,
        required=False,
        help_text=gettext_lazy("The reference of the survey, audit or visit."),
    )
    then = forms.ChoiceField(
        label=gettext_lazy("What follows?"),
        widget=forms.RadioSelect,
        choices=list(THEN.items()),
        error_messages={"required": gettext_lazy("Choose what follows.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="verdict-%s")


class WithdrawForm(forms.Form):
    """Why a change is taken back."""

    because = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Say why.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="withdraw-%s")


@or_missing
def judge_page(request: HttpRequest, ref: str) -> HttpResponse:
    """What the figures say today, and room for what a person makes of it."""
    found = opened(request, ref)
    who, one, measure = found.who, found.one, found.measure
    if measure is None or not due(one, who.at):
        raise Http404
    form = VerdictForm(_sent(request))

    def act() -> str:
        judge(one.ref, measure, **form.cleaned_data, actor=who.actor, at=who.at, tables=who.tables)
        return _("The verdict is kept.")

    says = reckoned(one, measure, actor=who.actor, at=who.at, tables=who.tables).says
    return _act(request, found, form, act, _("Give the verdict"), says, one.what_counts)


@or_missing
def withdraw_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Take it back, with the reason."""
    found = opened(request, ref)
    who, one = found.who, found.one
    if one.state != State.REGISTERED:
        raise Http404
    form = WithdrawForm(_sent(request))

    def act() -> str:
        withdraw(one.ref, because=form.cleaned_data["because"], actor=who.actor, at=who.at)
        return _("{ref} is withdrawn.").format(ref=one.ref)

    says = (_("It stays on the list, with the reason, and gets no verdict."),)
    return _act(request, found, form, act, _("Withdraw it"), says)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else kept_form(request)


def _act(
    request: HttpRequest,
    found: Open,
    form: forms.Form,
    act: Callable[[], str],
    button: str,
    says: tuple[str, ...],
    counts: str = "",
) -> HttpResponse:
    """The form of one deed; what a verb refuses stands on it as a sentence."""
    if request.method == "POST" and form.is_valid():
        try:
            told = act()
        except (EvaluationRefused, NotAllowed) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, told)
            return redirect(found.url)
    return render(
        request,
        "force/evaluations/act.html",
        {
            "page_title": f"{button}: {found.one.title}",
            "navigation": found.who.menu(PLACE),
            "breadcrumbs": found.way_from(button),
            "answer": says[0],
            "says": says[1:],
            "counts": counts,
            "form": form,
            "button": button,
            "back": found.url,
        },
        status=400 if request.method == "POST" else 200,
    )


pages = (
    Page("evaluations/<str:ref>/verdict/", judge_page, "evaluation-judge"),
    Page("evaluations/<str:ref>/withdraw/", withdraw_page, "evaluation-withdraw"),
)

"""The steps of a run: frame, seed, draw, end. Each is one deed; a refusal is a sentence."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from peelian.engines.audits.drawing import draw
from peelian.engines.audits.ending import abandon, close
from peelian.engines.audits.errors import AuditRefused
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.reading import progress_of
from peelian.engines.audits.running import check_steers
from peelian.engines.audits.seeding import LONGEST_SEED, publish_seed
from peelian.web.components.parts import SummaryRow
from peelian.web.force.audits.opening import OpenRun, open_run, or_missing
from peelian.web.force.pages import Page
from peelian.web.force.work.forms import Words
from peelian.web.people.kept import kept_form


class SeedForm(forms.Form):
    """The seed as it was published."""

    seed = forms.CharField(
        label=gettext_lazy("The seed"),
        max_length=LONGEST_SEED,
        help_text=gettext_lazy(
            "Exactly as it was published, on one line. It is entered once and cannot be changed."
        ),
        error_messages={"required": gettext_lazy("Enter the seed as it was published.")},
    )


class WhyForm(forms.Form):
    """Why something ends."""

    why = Words(gettext_lazy("Why"), gettext_lazy("Say why."))

    def __init__(self, data: Any, *, needed: bool = True) -> None:
        super().__init__(data, auto_id="end-%s")
        self.fields["why"].required = needed


@or_missing
@require_POST
def freeze_frame(request: HttpRequest, ref: str) -> HttpResponse:
    """List the files and hash the list."""
    opened = open_run(request, ref)

    def act() -> str:
        who = opened.who
        held = freeze(opened.run, opened.audit, actor=who.actor, at=who.at, tables=who.tables)
        return _("The frame is frozen: {n} files.").format(n=f"{held.frame_size:,}")

    return _at_once(request, opened, act)


@or_missing
def seed(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter the seed that was published; one that was sealed is opened at once."""
    opened = open_run(request, ref)
    who, run = opened.who, opened.run
    check_steers(run, who.actor, at=who.at)
    if run.sealed_seed and request.method == "POST":

        def unseal() -> str:
            publish_seed(run, actor=who.actor, at=who.at)
            return _("The seed is open.")

        return _at_once(request, opened, unseal)
    form = SeedForm(_sent(request))

    def act() -> str:
        publish_seed(run, form.cleaned_data["seed"], actor=who.actor, at=who.at)
        return _("The seed stands.")

    said = _("Named when the audit was planned: {source}").format(source=run.seed_source)
    facts = (SummaryRow(_("SHA-256 of the frame"), run.frame_hash),)
    return _asked(request, opened, form, act, _("Enter the seed"), said, facts=facts)


@or_missing
@require_POST
def draw_files(request: HttpRequest, ref: str) -> HttpResponse:
    """Draw the sample: there is one that frame and seed allow."""
    opened = open_run(request, ref)

    def act() -> str:
        items = draw(opened.run, actor=opened.who.actor, at=opened.who.at)
        told = ngettext("{n} file is drawn.", "{n} files are drawn.", len(items))
        return told.format(n=f"{len(items):,}")

    return _at_once(request, opened, act)


@or_missing
def close_run(request: HttpRequest, ref: str) -> HttpResponse:
    """Close it: at once where all is settled, else with the reason why it ends early."""
    opened = open_run(request, ref)
    who, progress = opened.who, progress_of(opened.run)
    check_steers(opened.run, who.actor, at=who.at)
    left = progress.drawn - progress.settled - progress.set_aside
    form = WhyForm(_sent(request), needed=bool(left))

    def act() -> str:
        why = form.cleaned_data["why"] if form.is_bound and form.is_valid() else ""
        close(opened.run, why=why, actor=who.actor, at=who.at)
        return _("The audit is closed.")

    if not left and request.method == "POST":
        return _at_once(request, opened, act)
    said = ngettext(
        "{n} file is not settled. The result then stands for the files that are.",
        "{n} files are not settled. The result then stands for the files that are.",
        left,
    ).format(n=left)
    return _asked(request, opened, form, act, _("End it now"), said if left else "", warns=True)


@or_missing
def abandon_run(request: HttpRequest, ref: str) -> HttpResponse:
    """Give the run up: it stays in the list, with the reason."""
    opened = open_run(request, ref)
    who = opened.who
    check_steers(opened.run, who.actor, at=who.at)
    form = WhyForm(_sent(request))

    def act() -> str:
        abandon(opened.run, why=form.cleaned_data["why"], actor=who.actor, at=who.at)
        return _("The audit is abandoned.")

    said = _(
        "What was marked in it counts nowhere any more. Frame, seed and reason stay for everybody "
        "to read, so that nobody can draw again until the result pleases."
    )
    return _asked(request, opened, form, act, _("Abandon it"), said, warns=True)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else kept_form(request)


def _at_once(request: HttpRequest, opened: OpenRun, act: Callable[[], str]) -> HttpResponse:
    """A deed without a form; what is refused stands on the page of the run."""
    try:
        messages.success(request, act())
    except AuditRefused as refused:
        messages.error(request, str(refused))
    return redirect(opened.url)


def _asked(
    request: HttpRequest,
    opened: OpenRun,
    form: forms.Form,
    act: Callable[[], str],
    title: str,
    said: str,
    *,
    facts: tuple[SummaryRow, ...] = (),
    warns: bool = False,
) -> HttpResponse:
    """A deed with a form; what is refused stands on it."""
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act())
        except AuditRefused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(opened.url)
    return render(
        request,
        "force/audits/step.html",
        {
            "page_title": f"{title}: {opened.run.title}",
            "navigation": opened.who.menu("audits"),
            "breadcrumbs": opened.way_from(title),
            "said": said,
            "facts": facts,
            "form": form,
            "button": title,
            "warns": warns,
            "back": opened.url,
        },
        status=400 if form.errors else 200,
    )


pages = (
    Page("audits/runs/<str:ref>/freeze/", freeze_frame, "audit-freeze"),
    Page("audits/runs/<str:ref>/seed/", seed, "audit-seed"),
    Page("audits/runs/<str:ref>/draw/", draw_files, "audit-draw"),
    Page("audits/runs/<str:ref>/close/", close_run, "audit-close"),
    Page("audits/runs/<str:ref>/abandon/", abandon_run, "audit-abandon"),
)

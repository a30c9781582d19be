"""The page on which a file is marked: the file beside its questions, saved as it is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from peelian.engines.audits.errors import AuditRefused, NoSuchMarking, NotComplete, Stale
from peelian.engines.audits.forms import form_of
from peelian.engines.audits.marking import finish, save
from peelian.engines.audits.masking_recall import in_words as recall_in_words
from peelian.engines.audits.models import Marking, Turn
from peelian.engines.audits.reading import answers_between, settled_of
from peelian.engines.audits.setting_aside import set_aside
from peelian.engines.audits.sheet import Sheet, SheetRow, sheet_of
from peelian.engines.audits.taking import give_back
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.questions import NO
from peelian.web.components.parts import SummaryRow
from peelian.web.force.audits.marking_form import read, read_saved, sections_of
from peelian.web.force.audits.opening import OpenRun, open_marking, or_missing
from peelian.web.force.audits.taking import url_of_next
from peelian.web.force.pages import Page
from peelian.web.force.words import heading, in_text, label
from peelian.web.force.work.forms import Words
from peelian.web.people.kept import kept_form

NOBODY, NOT_ME = "nobody", "not-me"
CONFLICT = 409


@dataclass(frozen=True)
class Part:
    """A part of the file as it is placed."""

    title: str
    rows: tuple[SummaryRow, ...]


class AsideForm(forms.Form):
    """Why a file is not marked: nobody can, or this reviewer should not."""

    how = forms.ChoiceField(
        label=gettext_lazy("What stands in the way"),
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
        choices=(
            (NOT_ME, gettext_lazy("I should not mark it: I know who it is about, or whose it is")),
            (NOBODY, gettext_lazy("Nobody can mark it: it is empty, or no file of this kind")),
        ),
        error_messages={"required": gettext_lazy("Choose what stands in the way.")},
    )
    why = Words(
        gettext_lazy("In a sentence"),
        gettext_lazy("Say in a sentence why it cannot be marked."),
        help_text=gettext_lazy("Name nobody."),
    )


@or_missing
def mark(request: HttpRequest, marking_id: UUID) -> HttpResponse:
    """The file and its questions; sent, it is finished and the next one opens."""
    opened, held = open_marking(request, marking_id)
    if held.done_at is not None and request.method != "POST":
        return redirect(opened.url)
    if request.method == "POST":
        return _sent(request, opened, held)
    kept = kept_form(request)
    typed = read(kept, opened.audit.version(opened.run.asked_version)) if kept else None
    return _page(request, opened, held, typed, {})


@or_missing
@require_POST
def save_answers(request: HttpRequest, marking_id: UUID) -> HttpResponse:
    """Keep what is answered so far. The page asks for this by itself, again and again."""
    opened, held = open_marking(request, marking_id)
    try:
        saved = _save(request, opened, held)
    except (Stale, NotComplete, AuditRefused) as refused:
        return JsonResponse({"said": str(refused)}, status=CONFLICT)
    return JsonResponse({"saved": saved.saved})


@or_missing
@require_POST
def put_aside(request: HttpRequest, marking_id: UUID) -> HttpResponse:
    """Give the file back to others, or set it aside for all."""
    opened, held = open_marking(request, marking_id)
    form = AsideForm(request.POST, auto_id="aside-%s")
    if not form.is_valid():
        return _page(request, opened, held, None, {}, aside=form, status=400)
    who, why = opened.who, form.cleaned_data["why"]
    try:
        if form.cleaned_data["how"] == NOBODY:
            set_aside(held.item_id, why=why, actor=who.actor, at=who.at)
            messages.success(request, _("The file is set aside."))
        else:
            give_back(held.pk, why=why, actor=who.actor, at=who.at)
            messages.success(request, _("Somebody else will mark that file."))
        return redirect(url_of_next(request, opened, Turn(held.turn)))
    except AuditRefused as refused:
        messages.error(request, str(refused))
        return redirect(opened.url)


def _save(request: HttpRequest, opened: OpenRun, held: Marking) -> Marking:
    given = read(request.POST, opened.audit.version(opened.run.asked_version))
    return save(
        held.pk,
        opened.audit,
        answers=given.answers,
        words=given.words,
        saved=read_saved(request.POST),
        actor=opened.who.actor,
        at=opened.who.at,
    )


def _sent(request: HttpRequest, opened: OpenRun, held: Marking) -> HttpResponse:
    """Finished, or saved to go on later; the page's own script is answered in data."""
    by_script = "application/json" in request.headers.get("Accept", "")
    who = opened.who
    given = read(request.POST, opened.audit.version(opened.run.asked_version))
    try:
        if "pause" in request.POST:
            _save(request, opened, held)
            messages.success(request, _("Saved. You can go on with this file at any time."))
            return redirect(opened.url)
        finish(
            held.pk,
            opened.audit,
            answers=given.answers,
            words=given.words,
            saved=read_saved(request.POST),
            actor=who.actor,
            at=who.at,
            tables=who.tables,
        )
        url = url_of_next(request, opened, Turn(held.turn))
    except NotComplete as wrong:
        return _page(request, opened, held, given, wrong.errors, status=400)
    except Stale as late:
        if by_script:
            return JsonResponse({"said": str(late)}, status=CONFLICT)
        messages.error(request, str(late))
        return redirect(who.url("audit-mark", str(held.pk)))
    except AuditRefused as refused:
        messages.error(request, str(refused))
        url = opened.url
    return JsonResponse({"next": url}) if by_script else redirect(url)


def _page(
    request: HttpRequest,
    opened: OpenRun,
    held: Marking,
    typed: Answers | None,
    errors: Mapping[str, str],
    *,
    aside: AsideForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The sheet is read first: that it was shown stands in the trail before anything is."""
    who, audit = opened.who, opened.audit
    try:
        sheet = sheet_of(held, audit, actor=who.actor, at=who.at, tables=who.tables)
        form = form_of(held, audit, tables=who.tables)
    except (AuditRefused, NoSuchMarking):
        # It is theirs: what has closed since is the file.
        return _cannot(request, opened, held, aside)
    given = typed or Answers(form.answers, form.words)
    deciding = held.turn == Turn.DECIDING
    pairs = answers_between(held, actor=who.actor) if deciding else ()
    between = tuple(Answers(pair.answers, pair.words) for pair in pairs)
    settled, drawn = settled_of(opened.run)
    return render(
        request,
        "force/audits/mark.html",
        {
            "page_title": _("File {code}").format(code=sheet.code),
            "navigation": who.menu("audits"),
            "breadcrumbs": opened.way_from(_("File")),
            "run_title": opened.run.title,
            "counted": _("{settled} of {drawn} settled").format(settled=settled, drawn=drawn),
            "deciding": deciding,
            "masked": _masked(sheet),
            "recall": tuple(str(one) for one in recall_in_words()),
            "parts": _parts(sheet),
            "sections": sections_of(
                form.version,
                given,
                fixed=form.by_itself,
                errors=errors,
                earlier=between,
            ),
            "itself": tuple(
                one.text for one in form.version.questions if form.by_itself.get(one.key) == NO
            ),
            "errors": errors,
            # The number of the next saving, as a page without scripts sends it.
            "saved": held.saved + 1,
            "button": _("Decide, then the next file") if deciding else _("Finish, next file"),
            "here": who.url("audit-mark", str(held.pk)),
            "save": who.url("audit-save", str(held.pk)),
            "set_aside": who.url("audit-aside", str(held.pk)),
            "aside": aside or AsideForm(auto_id="aside-%s"),
        },
        status=status,
    )


def _cannot(
    request: HttpRequest, opened: OpenRun, held: Marking, aside: AsideForm | None
) -> HttpResponse:
    """A file that is gone or shut since it was handed out: it can only be put aside."""
    return render(
        request,
        "force/audits/step.html",
        {
            "page_title": _("This file cannot be marked"),
            "navigation": opened.who.menu("audits"),
            "breadcrumbs": opened.way_from(_("File")),
            "said": _(
                "It has been closed to you, erased or taken out since it was handed to you. Say "
                "so, and go on with another."
            ),
            "form": aside or AsideForm(auto_id="aside-%s"),
            "action": opened.who.url("audit-aside", str(held.pk)),
            "button": _("Go on without it"),
            "back": opened.url,
        },
        status=409,
    )


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    """The file and what belongs to it, as rows of summary lists; what holds nothing is left out."""
    found = [Part("", _rows(sheet.rows))]
    for part in sheet.beside:
        found += [
            Part(part.title if n == 0 else "", _rows(rows)) for n, rows in enumerate(part.rows)
        ]
        if part.more:
            more = _("{n} more are not shown.").format(n=part.more)
            found.append(Part("", (SummaryRow(part.title, more),)))
    return tuple(part for part in found if part.rows)


def _rows(rows: Sequence[SheetRow]) -> tuple[SummaryRow, ...]:
    """What is recorded; fields without a value come last, in one row, so that the text is near."""
    held = [(row.card, in_text(row.card.name, row.value)) for row in rows]
    empty = [heading(card) for card, text in held if not text]
    shown = [SummaryRow(label(card), text) for card, text in held if text]
    if empty and shown:
        shown.append(SummaryRow(_("Nothing recorded for"), ", ".join(empty)))
    return tuple(shown) or tuple(SummaryRow(name, _("Nothing recorded")) for name in empty)


def _masked(sheet: Sheet) -> str:
    """How much of the texts is hidden, so that nobody takes a gap for an empty record."""
    places = sheet.masked
    if not places:
        return _("Nothing had to be masked in the texts of this file.")
    return ngettext(
        "{n} place in the texts is masked, since it could sway you.",
        "{n} places in the texts are masked, since they could sway you.",
        places,
    ).format(n=places)


pages = (
    Page("audits/files/<uuid:marking_id>/", mark, "audit-mark"),
    Page("audits/files/<uuid:marking_id>/save/", save_answers, "audit-save"),
    Page("audits/files/<uuid:marking_id>/aside/", put_aside, "audit-aside"),
)

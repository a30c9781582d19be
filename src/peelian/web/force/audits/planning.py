"""Planning an audit: the form, and how many files a plan comes to before it is made."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from peelian.access.decide import NotAllowed
from peelian.access.standing import local_day
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import WrongPlan
from peelian.engines.audits.planning import plan
from peelian.engines.audits.running import can_run
from peelian.engines.audits.sizing import Preview, preview
from peelian.engines.duties.settings import setting_on
from peelian.engines.publishing.sentences import force_name
from peelian.records.drawn import CHOSEN, RANDOM, WHOLE
from peelian.records.schema import type_key
from peelian.web.components.parts import Link
from peelian.web.force.audits.opening import audit_of, or_missing
from peelian.web.force.audits.plan_form import FILES, PARTS, SEALED, PlanForm, usual
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.people.kept import kept_form


@dataclass(frozen=True)
class PartSize:
    """A part of the frame: how many files it has, and how many of them would be drawn."""

    key: str
    title: str
    size: int
    drawn: int


@dataclass(frozen=True)
class SizeShown:
    """What a plan comes to, in words. `typed` lets numbers be set beside the parts."""

    answer: str
    lines: tuple[str, ...] = ()
    parts: tuple[PartSize, ...] = ()
    typed: bool = False


@or_missing
def plan_page(request: HttpRequest, key: str) -> HttpResponse:
    """The form with what it comes to; sent, the plan."""
    who, audit = caller(request), audit_of(key)
    form = _form(who, audit, request.POST if request.method == "POST" else kept_form(request))
    wanted = request.method == "POST" and "preview" not in request.POST
    if wanted and form.is_valid():
        made = _plan(request, who, audit, form)
        if made is not None:
            return made
    size = _size(who, audit, form)
    if not wanted:
        # Nobody has said that the plan is ready: what is still missing is no mistake yet.
        form.errors.clear()
    return render(
        request,
        "force/audits/plan.html",
        {
            "page_title": _("Plan: {title}").format(title=audit.title),
            "navigation": who.menu("audits"),
            "breadcrumbs": who.way_here(
                Link(_("Audits"), who.url("audits")), Link(_("Plan"), "", current=True)
            ),
            "why": audit.why,
            "frame": _("Files are drawn from {words}.").format(words=audit.frame_words),
            "form": form,
            "narrowed": any(field.value() for field in form.narrowing),
            "divisible": bool(audit.strata),
            "size": size,
            "here": who.url("audit-plan", audit.key),
            "preview_url": who.url("audit-size", audit.key),
            "back": who.url("audits"),
        },
        status=400 if wanted and form.errors else 200,
    )


@or_missing
@require_POST
def size_part(request: HttpRequest, key: str) -> HttpResponse:
    """What the plan comes to, as the part of the page that shows it."""
    who, audit = caller(request), audit_of(key)
    form = _form(who, audit, request.POST)
    return render(request, "force/audits/plan_size.html", {"size": _size(who, audit, form)})


def _forces(who: Caller, audit: Audit) -> tuple[str, ...]:
    """The forces whose files this person may draw: their own, or those that an inspector may."""
    held = who.tables.snapshot.forces(type_key(audit.record_type))
    wanted = (who.actor.force_id,) if who.actor.force_id else held
    found = tuple(one for one in wanted if can_run(who.actor, one, at=who.at))
    if not found:
        raise NotAllowed(_("Nobody with your role plans audits."))
    return found


def _form(who: Caller, audit: Audit, sent: QueryDict | None) -> PlanForm:
    """The form with what was sent, else with a plan that most would make."""
    forces = _forces(who, audit)
    setting = setting_on(audit.second_share, forces[0], local_day(who.at))
    months = who.tables.snapshot.months(type_key(audit.record_type))
    return PlanForm(
        sent if sent is not None else usual(audit, months, setting.value),
        audit=audit,
        months=months,
        forces=tuple((one, force_name(one)) for one in forces),
    )


def _force(form: PlanForm, who: Caller, forces: tuple[str, ...]) -> str:
    return str(form.cleaned_data.get("force") or forces[0])


def _plan(request: HttpRequest, who: Caller, audit: Audit, form: PlanForm) -> HttpResponse | None:
    """The page of the run; None where the plan cannot stand, which then stands on the form."""
    given = form.cleaned_data
    try:
        run = plan(
            audit,
            force_id=_force(form, who, _forces(who, audit)),
            title=given["title"],
            first=given["first"],
            # What is drawn every month has no last one: it ends when somebody ends it.
            last="" if given["rhythm"] else given["last"],
            narrowed=form.narrowed(),
            design=given["design"],
            method=given["method"],
            divided_by=given["divided_by"],
            size=form.size(),
            second_share=given["second_share"],
            seed_source="" if given["seed_by"] == SEALED else given["seed_source"],
            rhythm=given["rhythm"],
            actor=who.actor,
            at=who.at,
            tables=who.tables,
        )
    except WrongPlan as wrong:
        form.refuse(wrong.errors)
        return None
    messages.success(request, _("{ref} is planned.").format(ref=run.ref))
    return redirect(who.url("audit", run.ref))


def _size(who: Caller, audit: Audit, form: PlanForm) -> SizeShown:
    """What the form comes to now, whatever else is missing in it."""
    form.is_valid()
    given, force = form.cleaned_data, _force(form, who, _forces(who, audit))
    if not (given.get("first") and given.get("last")) or given["first"] > given["last"]:
        return SizeShown(_("Choose the months first."))
    try:
        found = preview(
            audit,
            force_id=force,
            first=given["first"],
            last=given["last"],
            narrowed=form.narrowed(),
            divided_by=given.get("divided_by") or "",
            size=form.size_to_show(),
            actor=who.actor,
            at=who.at,
            tables=who.tables,
        )
    except ValueError as error:
        return SizeShown(str(error))
    return _in_words(audit, form, found)


def _in_words(audit: Audit, form: PlanForm, found: Preview) -> SizeShown:
    given = form.cleaned_data
    if not found.frame:
        return SizeShown(_("No file of these months meets the conditions: nothing can be drawn."))
    files = ngettext("{n} file", "{n} files", found.frame).format(n=f"{found.frame:,}")
    named = given.get("size_by") == FILES and given.get("design") != WHOLE
    drawn = len(form.size().chosen) if named else found.total
    answer = _("{drawn} of {files} will be reviewed.").format(drawn=f"{drawn:,}", files=files)
    lines = [*_left_out(audit, found.left_out), _means(given, found)]
    parts = tuple(
        PartSize(name, _part(audit, form, name), size, found.wanted.get(name, 0))
        for name, size in found.strata.items()
    )
    typed = given.get("size_by") == PARTS and given.get("design") != WHOLE
    divided = bool(given.get("divided_by")) and not named
    return SizeShown(answer, tuple(filter(None, lines)), parts if divided else (), typed)


def _part(audit: Audit, form: PlanForm, name: str) -> str:
    return audit.in_words(form.cleaned_data.get("divided_by") or "", name) or _("Not recorded")


def _left_out(audit: Audit, found: Mapping[str, int]) -> list[str]:
    says = {one.key: one.says for one in audit.exclusions}
    return [
        _("Left out: {n}. {why}.").format(n=f"{n:,}", why=says.get(key, key))
        for key, n in found.items()
        if n
    ]


def _means(given: Mapping[str, object], found: Preview) -> str:
    """What the numbers let their reader say, by the design."""
    if given.get("design") == WHOLE:
        return _("Every file is read, so the result has no margin of chance.")
    if given.get("design") == CHOSEN:
        return _("The result describes these files. It is no estimate for all {n}.").format(
            n=f"{found.frame:,}"
        )
    width, expected = given.get("precision"), given.get("expected")
    if given.get("design") == RANDOM and given.get("size_by") == "precision" and width and expected:
        return _(
            "Enough for plus or minus {width} points if about {expected}% pass, since there are "
            "{n} files altogether. Each answer to a single part is less precise."
        ).format(width=width, expected=expected, n=f"{found.frame:,}")
    return ""


pages = (
    Page("audits/plan/<str:key>/", plan_page, "audit-plan"),
    Page("audits/plan/<str:key>/size/", size_part, "audit-size"),
)

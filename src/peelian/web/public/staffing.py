"""The staffing view: which quarters of an hour will miss ten seconds, and what would fix it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from peelian.areas.contact.models import Call
from peelian.areas.contact.staffing import words
from peelian.areas.contact.staffing.demand import NotEnoughCalls
from peelian.areas.contact.staffing.plan import Plan, Quarter, Verdict
from peelian.areas.contact.staffing.quarters import WEEKDAYS
from peelian.records.openness import openly_published
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.web.answers import reader
from peelian.web.components.charts import Chart, Line, Point
from peelian.web.components.day import day
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.navigation import navigation
from peelian.web.public.staffing_answer import Busy, planned
from peelian.web.public.staffing_form import question, staffing_form


@audience("public")
def staffing(request: HttpRequest) -> HttpResponse:
    """The form, and the plan for the force and day in the address, where there is one."""
    tables = reader()
    slugs = open_forces(tables)
    found, nothing = None, ""
    if request.GET.get("force"):
        try:
            asked = question(request.GET)
            if asked.force in slugs:
                found = planned(tables, asked)
            else:
                nothing = _("No calls of this force are loaded that everyone may see.")
        except NotEnoughCalls as error:
            nothing = str(error)
        except ValueError as error:
            return refuse(request, str(error))
        except Busy:
            return refuse(
                request,
                _("Another plan is being made. Please try again in a minute."),
                status=503,
            )
    today = WEEKDAYS[localdate().weekday()].lower()
    return render(
        request,
        "public/staffing.html",
        {
            "page_title": _("Will 999 calls be answered in ten seconds?"),
            "navigation": navigation("measures"),
            "breadcrumbs": (
                Link(_("Home"), reverse("home")),
                Link(_("Measures"), reverse("measures")),
                Link(_("Staffing"), "", current=True),
            ),
            "form_of_staffing": staffing_form(request.GET, slugs, usual_day=today),
            "anything": bool(slugs),
            "nothing": nothing,
            "plan": found,
            "answer": words.answer(found) if found else "",
            "others": words.others(found) if found else "",
            "heading": _heading(found) if found else "",
            "chart": _chart(found) if found else None,
            "table": _table(found) if found else None,
            "assumptions": words.assumptions(found) if found else (),
            "tested": words.tested(found) if found else "",
        },
    )


def open_forces(tables: Reader) -> tuple[str, ...]:
    """The forces all of whose calls are openly published: others are not for this door."""
    parts = tables.snapshot.parts_of(type_key(Call))
    sources: dict[str, set[str]] = {}
    for part in parts:
        sources.setdefault(part.force_id, set()).add(part.source)
    return tuple(sorted(slug for slug, found in sources.items() if openly_published(found)))


def _heading(plan: Plan) -> str:
    missing, unsure = len(plan.of(Verdict.MISS)), len(plan.of(Verdict.BORDERLINE))
    return _("{missing} quarters of an hour will miss the aim and {unsure} are borderline").format(
        missing=missing, unsure=unsure
    )


def _chart(plan: Plan) -> Chart:
    return day(
        points=[_point(one, order) for order, one in enumerate(plan.quarters)],
        aim=Line(
            at=plan.question.aim,
            words=_("In ten seconds (dashed: aim of {aim})").format(aim=f"{plan.question.aim:.0%}"),
        ),
        axis_title=_("Quarter of an hour beginning"),
        description=_("Share of 999 calls answered in ten seconds by quarter of an hour"),
        missing=Verdict.MISS.value,
        unsure=Verdict.BORDERLINE.value,
    )


def _point(one: Quarter, order: int) -> Point:
    return Point(
        label=one.begins,
        order=order,
        value=one.likely.share if one.likely else None,
        status="ok" if one.likely else "no_data",
        series=one.verdict.value,
        text=f"{one.begins}: {words.share_in_words(one)}, {one.verdict.value}",
    )


def _table(plan: Plan) -> Table:
    columns = [
        Column(_("Begins")),
        Column(_("999 calls"), numeric=True),
        Column(_("101 calls"), numeric=True),
        Column(_("Staff"), numeric=True),
        Column(_("In ten seconds"), numeric=True),
        Column(_("Expect")),
        Column(_("Staff needed"), numeric=True),
    ]
    shrunk = plan.question.shrinkage is not None
    columns += [Column(_("To roster"), numeric=True)] if shrunk else []
    return Table(
        _("Calls expected, staff and what to expect, by quarter of an hour"),
        tuple(columns),
        tuple(_row(one) for one in plan.quarters),
    )


def _row(one: Quarter) -> TableRow:
    share, _comma, span = words.share_in_words(one).partition(", ")
    cells = [
        TableCell(one.begins),
        TableCell(f"{one.emergency:.1f}"),
        TableCell(f"{one.other:.1f}"),
        TableCell(str(one.staff)),
        TableCell(share, under=span),
        TableCell(_(one.verdict.value).capitalize()),
        TableCell(str(one.needed)),
    ]
    cells += [TableCell(str(one.rostered))] if one.rostered is not None else []
    return TableRow(tuple(cells), own=one.verdict is Verdict.MISS)


urls: list[URLPattern] = [path("staffing/", staffing, name="staffing")]

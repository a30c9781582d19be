"""The page that recomputes a published report. Anybody may ask; nothing of it is kept.

T43, T44, T48, C-UPL-1, C-LIM-1. The report stays in the memory of one request and of the process
that checks it, and is gone with the answer: no table, no file, no entry in the trail and no line in
a log holds any of it, its name included. The answer is not to be stored by any browser or cache.
"""

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from peelian.access.identity import clock
from peelian.access.identity.browsers import browser_of
from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.findings import Checked, Verdict
from peelian.engines.publishing.checker.lines import plain
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.limits import FILE_BYTES
from peelian.engines.publishing.checker.summing import answer, what_was_read
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.public import check_shown
from peelian.web.public.check_form import PASTED_NAME, ReportForm
from peelian.web.public.check_turn import Busy, TooMany, checked_in_turn
from peelian.web.public.navigation import navigation
from peelian.web.uploads import takes_a_file

SECONDS_TO_WAIT: Final = 60


@audience("public")
@takes_a_file(FILE_BYTES)
def check_report(request: HttpRequest) -> HttpResponse:
    """The form; once it is sent, the findings or what is wrong with it."""
    response = _answer(request) if request.method == "POST" else _form(request, ReportForm())
    add_never_cache_headers(response)
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    form = ReportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, HTTPStatus.BAD_REQUEST)
    name, content = form.given
    try:
        document, checked = checked_in_turn(
            name, content, address=browser_of(request).address, at=clock.now()
        )
    except Unreadable as error:
        form.refuse(str(error))
        return _form(request, form, HTTPStatus.BAD_REQUEST)
    except Busy:
        form.refuse(_("Other reports are being checked just now. Try again in a minute."))
        return _later(request, form, HTTPStatus.SERVICE_UNAVAILABLE)
    except TooMany:
        form.refuse(_("Many reports were checked in a short time. Wait ten minutes."))
        return _later(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    # No sign of a name may turn the direction of the words round it.
    return _found(request, document, checked, "" if name == PASTED_NAME else plain(name))


def _later(request: HttpRequest, form: ReportForm, status: HTTPStatus) -> HttpResponse:
    response = _form(request, form, status)
    response.headers["Retry-After"] = str(SECONDS_TO_WAIT)
    return response


def _form(
    request: HttpRequest, form: ReportForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    frame = _frame(_("Check a report"))
    return render(request, "public/check_report.html", frame | {"form": form}, status=status)


def _found(request: HttpRequest, document: Document, checked: Checked, name: str) -> HttpResponse:
    title = _("What was found in {name}").format(name=name) if name else _("What was found")
    counts = checked.counted()
    return render(
        request,
        "public/checked_report.html",
        _frame(_("What was found"), within=True)
        | {
            "heading": title,
            "answer": answer(checked),
            "wrong": counts[Verdict.DOES_NOT_FOLLOW],
            "agree": counts[Verdict.AGREES],
            "open": counts[Verdict.CANNOT],
            "contradictions": check_shown.contradictions(document, checked),
            "agreeing": check_shown.agreeing(checked),
            "unchecked": check_shown.unchecked(checked),
            "left_out": check_shown.left_out(checked),
            "read": what_was_read(document, checked),
            "not_read": check_shown.not_read(document, checked),
            "files": check_shown.files(document, checked, title=name or _("Checked report")),
        },
    )


def _frame(title: str, *, within: bool = False) -> dict[str, object]:
    here = Link(_("Check a report"), reverse("check-report") if within else "", current=not within)
    last = (Link(title, "", current=True),) if within else ()
    return {
        "page_title": title,
        "navigation": navigation("check-report"),
        "breadcrumbs": (Link(_("Home"), reverse("home")), here, *last),
    }


urls: list[URLPattern] = [path("check-a-report/", check_report, name="check-report")]

"""Releasing an answer to a person, and fetching the bundle that is handed to them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.engines.subject_access.causes import BESIDE
from peelian.engines.subject_access.errors import Refused, Stale
from peelian.engines.subject_access.releasing import fetch_bundle, release, to_release
from peelian.engines.subject_access.requests import request_of
from peelian.web.force.keeping.desk import answerer, as_unknown, done, not_done, page
from peelian.web.force.keeping.lines import record_parts
from peelian.web.force.pages import Page
from peelian.web.people.afresh import afresh

MODELS = tuple(dict.fromkeys((*catalogue.REGISTERS, *BESIDE)))


@afresh
@as_unknown
def release_page(request: HttpRequest, number: UUID) -> HttpResponse:
    """The lines that would go to the person; a second officer reads them and releases."""
    who = answerer(request)
    one = request_of(who.actor, number, at=who.at)
    here = who.url("request", str(number))
    try:
        if request.method == "POST":
            release(one, models=MODELS, actor=who.actor, at=who.at, tables=who.tables)
            return done(request, _("Released. The bundle can be handed out."), here)
        found = to_release(one, models=MODELS, actor=who.actor, at=who.at, tables=who.tables)
    except (Refused, Stale) as error:
        return not_done(request, error, here)
    return page(
        request,
        who,
        "release",
        _("Release to: {who}").format(who=one.described),
        records=[record_parts(record, named=False) for record in found],
        back=here,
    )


@require_safe
@afresh
@as_unknown
def bundle(request: HttpRequest, number: UUID) -> HttpResponse:
    """The bundle, if every record still says what was released."""
    who = answerer(request)
    one = request_of(who.actor, number, at=who.at)
    try:
        served = fetch_bundle(one, models=MODELS, actor=who.actor, at=who.at, tables=who.tables)
    except (Refused, Stale) as error:
        return not_done(request, error, who.url("request", str(number)))
    return HttpResponse(served.content, content_type=served.kind, headers=served.headers)


pages = (
    Page("keeping/requests/<uuid:number>/release/", release_page, "release-request"),
    Page("keeping/requests/<uuid:number>/bundle/", bundle, "bundle"),
)

"""The surveys that anybody may answer now."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.identity import clock
from peelian.engines.publishing.sentences import force_name
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.models import Round, State
from peelian.web.components.how_long import minutes
from peelian.web.components.parts import Link
from peelian.web.surveys.door import respondent, shown
from peelian.web.surveys.first import WORKFORCE


@respondent
def surveys(request: HttpRequest) -> HttpResponse:
    """Each with who asks, how long it takes and until when."""
    found = _open_to_all(clock.now())
    return shown(
        "listing",
        page_title=_("Have your say"),
        links=tuple(_link(held, survey) for held, survey in found),
    )


def _open_to_all(at: datetime) -> Iterator[tuple[Round, Survey]]:
    """Rounds with a link for anybody, of surveys of the public; those of staff are not listed."""
    known = {one.key: one for one in catalogue.surveys() if one.asked not in WORKFORCE}
    found = Round.objects.filter(
        Q(opens_at=None) | Q(opens_at__lte=at),
        Q(closes_at=None) | Q(closes_at__gt=at),
        state=State.OPEN,
        survey__in=known,
        open_token__isnull=False,
    )
    return ((held, known[held.survey]) for held in found.order_by("force_id", "title"))


def _link(held: Round, survey: Survey) -> Link:
    takes = survey.takes or minutes(survey.version(held.asked_version))
    told = [force_name(held.force_id), takes]
    if held.closes_at is not None:
        until = date_format(localtime(held.closes_at), "j F Y")
        told.append(_("open until {day}").format(day=until))
    return Link(
        survey.title, reverse("survey", args=[held.open_token]), detail=". ".join(told) + "."
    )


urls: list[URLPattern] = [path("surveys/", surveys, name="surveys")]

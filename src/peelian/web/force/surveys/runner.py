"""Who runs surveys here, over which force, and the round that an address names."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.models import Round
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller, caller

MENU = "surveys"


@dataclass(frozen=True)
class Runner:
    """Somebody who opens surveys of a force and reads what came of them."""

    who: Caller
    force_id: str

    def url(self, page: str, *parts: str) -> str:
        """The address of a page of surveys behind the door by which they came."""
        return self.who.url(page, *parts)

    def way(self, *links: Link) -> tuple[Link, ...]:
        """Breadcrumbs by way of the list of rounds."""
        return self.who.way_here(Link(_("Surveys"), self.url("survey-rounds")), *links)


def runner(request: HttpRequest) -> Runner:
    """Whoever sent this request. For those who run no surveys there is no such page."""
    who = caller(request)
    force_id = who.actor.force_id
    if not has_power(who.actor, Power.RUN_SURVEYS, force_id=force_id, at=who.at):
        raise Http404
    return Runner(who, force_id)


def survey_called(key: str) -> Survey:
    """The survey with this key, or a page that does not exist."""
    found = next((one for one in catalogue.surveys() if one.key == key), None)
    if found is None:
        raise Http404
    return found


def round_called(run: Runner, ref: str) -> tuple[Round, Survey]:
    """The round of the runner's force that is called so, with its survey."""
    held = Round.objects.filter(ref=ref, force_id=run.force_id).first()
    if held is None:
        raise Http404
    return held, survey_called(held.survey)

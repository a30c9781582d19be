"""Over which force somebody reviews: their own first; without the power there is no page."""

from django.http import Http404

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.web.force.reader import Caller
from peelian.web.people.desk import Desk

EVERY_FORCE = ""


def force_reviewed(who: Caller, power: Power) -> str:
    """The force, or '' for whoever has the power over every force and belongs to none.

    Raises `Http404` as for an address that leads nowhere.
    """
    own = Desk(who.actor, who.at).force_with(power)
    if own or has_power(who.actor, power, force_id=EVERY_FORCE, at=who.at):
        return own
    raise Http404

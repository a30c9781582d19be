"""The menu of whoever has signed in: the same on every page behind the doors."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.access.powers import Power
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.web.components.parts import Link
from peelian.web.entrances import TITLES, Entrance, address

KEEPING = (Power.RETAIN, Power.ANSWER_SUBJECTS, Power.RELEASE_TO_SUBJECTS)
AUDITS = (Power.RUN_AUDITS, Power.REVIEW_BLIND)
PANELS = (Power.RUN_PANELS, Power.PREPARE_PANELS, Power.SIT_ON_PANELS)
REVIEWS = (
    *AUDITS,
    *PANELS,
    Power.REVIEW_LOOKUPS,
    Power.REVIEW_TRAIL,
    Power.RUN_SURVEYS,
    Power.EVALUATE,
    *KEEPING,
)


def reviews(actor: User, at: datetime) -> frozenset[Power]:
    """Which of the reviews are this person's duty now."""
    held = standing_of(actor, at).roles
    return frozenset(power for power in REVIEWS if any(power in one.role.powers for one in held))


def menu(
    entrances: Sequence[Entrance],
    current: str,
    reviewing: Collection[Power] = (),
    *,
    supervising: bool = False,
) -> tuple[Link, ...]:
    """First pages, registers and figures, with the reader's place among them.

    The pages of a review are named only to those whose duty it is, those of a team and of the
    daily meeting only to those who supervise.
    """
    links = [
        Link(str(TITLES[one]), address(one, "first"), current=current == one) for one in entrances
    ]
    if entrances:
        usual = entrances[0]
        if supervising:
            links += [
                Link(_("My team"), address(usual, "team-work"), current=current == "team-work"),
                Link(
                    _("Pacesetter"), address(usual, "pacesetter"), current=current == "pacesetter"
                ),
            ]
        links.append(
            Link(_("Registers"), address(usual, "registers"), current=current == "registers")
        )
        if not frozenset(AUDITS).isdisjoint(reviewing):
            links.append(Link(_("Audits"), address(usual, "audits"), current=current == "audits"))
        if Power.RUN_SURVEYS in reviewing:
            links.append(
                Link(_("Surveys"), address(usual, "survey-rounds"), current=current == "surveys")
            )
        if not frozenset(PANELS).isdisjoint(reviewing):
            links.append(Link(_("Panels"), address(usual, "panels"), current=current == "panels"))
        if Power.EVALUATE in reviewing:
            links.append(
                Link(_("Changes"), address(usual, "evaluations"), current=current == "evaluations")
            )
        if Power.REVIEW_LOOKUPS in reviewing:
            links.append(
                Link(_("Look-ups"), address(usual, "look-ups"), current=current == "look-ups")
            )
        if Power.REVIEW_TRAIL in reviewing:
            links.append(Link(_("Trail"), address(usual, "trail"), current=current == "trail"))
        if not frozenset(KEEPING).isdisjoint(reviewing):
            links.append(
                Link(_("Keeping"), address(usual, "keeping"), current=current == "keeping")
            )
    links.append(Link(_("Figures"), reverse("inside-measures"), current=current == "measures"))
    links.append(Link(_("People and access"), reverse("people")))
    links.append(Link(_("Public pages"), reverse("home")))
    return tuple(links)


def first_page(entrances: Sequence[Entrance]) -> tuple[Link, ...]:
    """Where breadcrumbs begin: the reader's first page, if a door is open to them at all."""
    return tuple(Link(str(TITLES[one]), address(one, "first")) for one in entrances[:1])

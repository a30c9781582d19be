"""The first page of people and access: what this reader can do here, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian.access.giving.seals import seals_kept
from peelian.access.powers import Power
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.people.desk import Desk, desk_of
from peelian.web.people.organisation.team import units_of

KEEPERS = (Power.MANAGE_ACCOUNTS, Power.GIVE_ROLES)


@audience("staff")
def people(request: HttpRequest) -> HttpResponse:
    """Links to the pages that exist for this reader."""
    desk = desk_of(request)
    return render(
        request,
        "people/first.html",
        {
            "page_title": _("People and access"),
            "navigation": desk.menu("people"),
            "links": tuple(_links(desk)),
        },
    )


def _links(desk: Desk) -> list[Link]:
    links = [
        Link(
            _("What you may see and why"),
            reverse("my-access"),
            detail=_("Your roles, the records that you have to do with, and what they open."),
        ),
        Link(
            _("What every role may see and do"),
            reverse("roles"),
            detail=_("In plain words, the same for every force."),
        ),
        Link(
            _("Conflicts of interest"),
            reverse("conflicts"),
            detail=_("Declare whom or what you must not see."),
        ),
    ]
    if units_of(desk):
        links.append(
            Link(_("Your team"), reverse("team"), detail=_("Who is on duty now, and who is away."))
        )
    if desk.force_with(Power.SEAL) or seals_kept(desk.actor, at=desk.at):
        links.append(
            Link(_("Sealed records"), reverse("seals"), detail=_("Those that you made or may see."))
        )
    offered = (
        (KEEPERS, "accounts", _("Accounts"), _("Who can sign in, and which roles they hold.")),
        (
            (Power.MANAGE_ORGANISATION,),
            "organisation",
            _("Organisation"),
            _("Units, posts and who holds them, on any day."),
        ),
        ((Power.SHARE,), "shares", _("Shares"), _("What partner agencies may see, until when.")),
    )
    links += [
        Link(title, reverse(name), detail=detail)
        for powers, name, title, detail in offered
        if desk.force_with(*powers)
    ]
    return links


urls: list[URLPattern] = [path("people/", people, name="people")]

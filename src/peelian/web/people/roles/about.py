"""What every role may see and do, for everyone who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from peelian.access.roles import ALL_ROLES
from peelian.web.doors import audience
from peelian.web.people.desk import desk_of, here
from peelian.web.people.roles.words import in_words


@audience("staff")
def roles(request: HttpRequest) -> HttpResponse:
    """All roles, one under the other."""
    desk = desk_of(request)
    title = _("What every role may see and do")
    return render(
        request,
        "people/roles/about.html",
        {
            "page_title": title,
            "answer": _(
                "There are {n} roles. What none of your roles allows is refused, and a conflict of "
                "interest or a seal beats all of them."
            ).format(n=len(ALL_ROLES)),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "roles": tuple(in_words(role) for role in ALL_ROLES),
        },
    )


urls: list[URLPattern] = [path("people/roles/", roles, name="roles")]

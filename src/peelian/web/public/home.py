"""The front door: choose a force, a topic or a place; see what is loaded and what is missing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.records.schema import type_key
from peelian.spine.force import UnknownForce, forces
from peelian.spine.force import force as force_of
from peelian.web.answers import reader
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.cards import card
from peelian.web.public.holdings import best_known, holdings
from peelian.web.public.navigation import navigation


@audience("public")
def home(request: HttpRequest) -> HttpResponse:
    """Cards of the force with the fullest data, a force chooser, a place search, what is held.

    A question of which nothing of this force is loaded waits on the page of the force, where it
    says so.
    """
    tables = reader().public
    slug = best_known(tables.snapshot)
    return render(
        request,
        "public/home.html",
        {
            "page_title": _("Police figures you can open, check and argue with"),
            "navigation": navigation("home"),
            "force": forces().get(slug),
            "cards": [
                card(tables, topic, slug)
                for topic in catalogue.topics()
                if slug in tables.snapshot.forces(type_key(topic.measure.record_type))
            ],
            "holdings": holdings(tables.snapshot),
        },
    )


@audience("public")
def choose(request: HttpRequest) -> HttpResponse:
    """Where the force chooser leads without scripts; without a choice, the list of forces."""
    slug = request.GET.get("force", "")
    if slug:
        try:
            return redirect("force", force_of(slug).slug)
        except UnknownForce as error:
            return refuse(request, str(error), status=404)
    return render(
        request,
        "public/forces.html",
        {
            "page_title": _("Choose a police force"),
            "navigation": navigation("home"),
            "breadcrumbs": (Link(_("Home"), reverse("home")), Link(_("Forces"), "", current=True)),
            "holdings": holdings(reader().snapshot),
        },
    )


@audience("public")
def one_force(request: HttpRequest, slug: str) -> HttpResponse:
    """The cards of one force."""
    try:
        chosen = force_of(slug)
    except UnknownForce as error:
        return refuse(request, str(error), status=404)
    tables = reader().public
    return render(
        request,
        "public/force.html",
        {
            "page_title": chosen.name,
            "navigation": navigation("home"),
            "breadcrumbs": (
                Link(_("Home"), reverse("home")),
                Link(_("Forces"), reverse("forces")),
                Link(chosen.name, "", current=True),
            ),
            "force": chosen,
            # Questions that cannot be answered for this force stand last, and say why.
            "cards": sorted(
                (card(tables, topic, slug) for topic in catalogue.topics()),
                key=lambda made: made.figure is None,
            ),
            "areas": catalogue.AREAS,
            "holdings": holdings(tables.snapshot),
        },
    )


urls: list[URLPattern] = [
    path("", home, name="home"),
    path("forces/", choose, name="forces"),
    path("forces/<slug:slug>/", one_force, name="force"),
]

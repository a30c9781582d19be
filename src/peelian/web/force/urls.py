"""Addresses behind sign-in: figures once, registers behind each door of those who read them."""

from django.urls import URLPattern, URLResolver, include, path

from peelian.web.doors import audience
from peelian.web.entrances import ENTRANCES, Entrance
from peelian.web.force import (
    adding,
    changing,
    counting,
    exports,
    feedback,
    figures,
    files,
    first,
    following,
    glass,
    linking,
    listing,
    record,
)
from peelian.web.force.alike import alike
from peelian.web.force.audits import pages as audits
from peelian.web.force.evaluations import pages as evaluations
from peelian.web.force.keeping import pages as keeping
from peelian.web.force.lookups import figures as look_up_figures
from peelian.web.force.lookups import pages as look_ups
from peelian.web.force.panels import pages as panels
from peelian.web.force.procedures import pages as procedures
from peelian.web.force.surveys import pages as surveys
from peelian.web.force.trail import pages as trail
from peelian.web.force.work import pages as work

# In this order: a word that is an address of its own stands before the key of a register.
PAGES = (
    *first.pages,
    *following.notice_pages,
    *glass.pages,
    *exports.pages,
    *listing.pages,
    *adding.pages,
    *record.pages,
    *changing.pages,
    *files.pages,
    *linking.pages,
    *following.pages,
    *counting.pages,
    *procedures.pages,
    *feedback.pages,
    *panels.pages,
    *audits.pages,
    *surveys.pages,
    *evaluations.pages,
    *keeping.pages,
    *trail.pages,
    *look_ups.pages,
    *look_up_figures.pages,
    *work.pages,
)


def behind(entrance: Entrance) -> list[URLPattern]:
    """Every page, behind this door."""
    return [
        path(page.route, audience(entrance)(alike(page.view)), name=page.name) for page in PAGES
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    *figures.urls,
    *(
        path(f"{entrance}/", include((behind(entrance), entrance), namespace=entrance))
        for entrance in ENTRANCES
    ),
]

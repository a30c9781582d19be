"""The menu under the header, the same on every public page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.web.components.parts import Link


def navigation(current: str) -> tuple[Link, ...]:
    """The menu with the reader's place in it: home, measures, places, data or manual."""
    entries = (
        ("home", _("Home")),
        ("measures", _("Measures")),
        ("places", _("Places")),
        ("data", _("Data")),
        ("manual", _("Manual")),
    )
    return tuple(Link(text, reverse(name), current=name == current) for name, text in entries)

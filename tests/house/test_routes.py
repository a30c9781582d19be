"""Every address says whom it is for; one that does not would be open by accident."""

from typing import get_args

from django.urls import URLResolver

from peelian.config.urls import urlpatterns
from peelian.web.doors import Audience


def routes(patterns, prefix=""):
    """(address, pattern) of every route, however deep."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield address, pattern


def test_there_are_routes_to_look_at():
    assert len(list(routes(urlpatterns))) >= 5


def test_every_route_says_whom_it_is_for():
    silent = [
        address
        for address, pattern in routes(urlpatterns)
        if getattr(pattern.callback, "audience", None) not in get_args(Audience)
    ]

    assert not silent, f"Put @audience(...) on the views of these: {silent}"


def test_every_route_has_a_name():
    """Templates write names, so that an address can change in one place."""
    unnamed = [address for address, pattern in routes(urlpatterns) if not pattern.name]

    assert unnamed == []


def test_forms_without_a_token_are_those_of_respondents_alone():
    """They read no cookie, so that there is no right which another site could borrow."""
    excused = {
        pattern.callback.audience
        for address, pattern in routes(urlpatterns)
        if getattr(pattern.callback, "csrf_exempt", False) and not address.startswith("api/")
    }

    assert excused == {"respondent"}

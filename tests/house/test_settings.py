"""Choices in the settings whose loss nobody would see at once."""

from django.conf import settings


def test_our_form_templates_stand_before_djangos():
    """In the other order Django's own templates win and every form loses its styling."""
    apps = list(settings.INSTALLED_APPS)

    assert apps.index("peelian.web") < apps.index("django.forms")


def test_the_content_policy_allows_nothing_unsafe():
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    assert directives["default-src"] == ["'self'"]
    assert not [s for sources in directives.values() for s in sources if "unsafe" in s]


def test_requests_do_not_hold_transactions():
    """A page that holds one from first to last byte makes every writer wait for its reader."""
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS")


def test_debug_is_off():
    assert settings.DEBUG is False

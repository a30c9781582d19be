"""Demo people: accounts with a password that was printed, and so let in by a demo alone (T34)."""

from typing import Final

from django.conf import settings

from peelian.access.user import User

# A name that is reserved: no letter is ever delivered there, and no address of a person ends so.
DEMO_DOMAIN: Final = "demo.invalid"


def is_demo(user: User) -> bool:
    """Whether this is one of the demo's accounts."""
    return (user.email or "").endswith(f"@{DEMO_DOMAIN}")


def kept_out(user: User) -> bool:
    """Whether this is a demo account at an installation that is none."""
    return is_demo(user) and not settings.DEMO

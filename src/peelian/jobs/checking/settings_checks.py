"""What of the settings is unsafe. Each setting that weakens a control is named here once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from peelian.jobs.checking.finding import Finding, unsafe, warning, well

OTHERS = 0o077
SHORTEST_KEY = 40
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True)
class Weakness:
    """A setting that weakens a control, how to see that it does, and how to mend it."""

    setting: str
    control: str
    stands: Callable[[], bool]
    says: str
    do: str


WEAKNESSES = (
    Weakness(
        "DEBUG",
        "C-LOG-1",
        lambda: bool(settings.DEBUG),
        "Error pages show code and data to whoever meets an error.",
        "Leave DEBUG as the product sets it.",
    ),
    Weakness(
        "PEELIAN_DEMO",
        "C-SES-2",
        lambda: bool(settings.DEMO),
        "This is a demo: its accounts have printed passwords, and a power cut may lose a save.",
        "Unset PEELIAN_DEMO and start with a new PEELIAN_HOME before real data are loaded.",
    ),
    Weakness(
        "PEELIAN_HTTPS",
        "C-WEB-1",
        lambda: not settings.HTTPS and not LOCAL.issuperset(settings.ALLOWED_HOSTS),
        "Others reach it by name, and cookies may travel without encryption.",
        "Put a proxy with TLS in front and set PEELIAN_HTTPS=1. See docs/deployment.md.",
    ),
    Weakness(
        "PEELIAN_HOSTS",
        "C-WEB-1",
        lambda: "*" in settings.ALLOWED_HOSTS,
        "It answers to any name, so links in letters can be made to lead elsewhere.",
        "Name the hosts of the service in PEELIAN_HOSTS.",
    ),
    Weakness(
        "PEELIAN_METRICS_FROM",
        "C-LOG-1",
        lambda: bool({"*", "0.0.0.0"} & set(settings.METRICS_FROM)),  # noqa: S104
        "Metrics are meant to be open to everybody.",
        "Name the addresses of your monitors in PEELIAN_METRICS_FROM.",
    ),
)


def weak_settings() -> Iterator[Finding]:
    """A finding for each setting on the list."""
    for one in WEAKNESSES:
        if not one.stands():
            yield well(one.setting, "as it should be")
        else:
            found = unsafe(one.setting, one.says, one.do)
            yield replace(found, weakens=one.control)


def files_of_the_owner() -> Iterator[Finding]:
    """Whether others on this machine can read what is kept."""
    home = settings.PEELIAN_HOME
    yield _closed("home folder", home)
    if (home / "secret-key").exists():
        yield _closed("secret key", home / "secret-key")
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield unsafe(
            "signing key",
            f"It has {len(settings.SECRET_KEY)} characters and can be guessed.",
            "Unset PEELIAN_SECRET_KEY; a good key is then made in PEELIAN_HOME.",
        )


def _closed(name: str, path: Path) -> Finding:
    if path.stat().st_mode & OTHERS:
        right = "700" if path.is_dir() else "600"
        return unsafe(name, "Others on this machine can read it.", f"Run: chmod {right} {path}")
    return well(name, "closed to others")


def letters() -> Iterator[Finding]:
    """Whether letters leave the machine."""
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        yield well("e-mail", "a server is named")
    else:
        yield warning(
            "e-mail",
            "Letters are not sent: nobody can set a new password or is told of a break-glass.",
            "Name a server in PEELIAN_SMTP.",
        )

"""How letters leave: by one address for a mail server, or into a folder where there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

SCHEMES = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


class BadMailServer(ValueError):
    """PEELIAN_SMTP cannot be read; the message says what would be right."""


@dataclass(frozen=True)
class Mail:
    """Django's settings for letters. `folder` is where they fall if no server is named."""

    backend: str
    sender: str
    folder: Path
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail(environment: Mapping[str, str], folder: Path, *, demo: bool) -> Mail:
    """Read PEELIAN_SMTP, such as `smtp+starttls://user:password@host:587?from=a@b`.

    Without it letters are printed by the demo and written to files elsewhere. Raises
    `BadMailServer`.
    """
    given = environment.get("PEELIAN_SMTP", "")
    if not given:
        kind = "console" if demo else "filebased"
        return Mail(f"django.core.mail.backends.{kind}.EmailBackend", "peelian@localhost", folder)
    parts = urlsplit(given)
    sender = parse_qs(parts.query).get("from", [""])[0]
    if parts.scheme not in SCHEMES or not parts.hostname or "@" not in sender:
        raise BadMailServer(
            "PEELIAN_SMTP should read smtp+starttls://user:password@host:587?from=address, with "
            f"one of {', '.join(SCHEMES)} in front. The address is what letters are sent from."
        )
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        sender=sender,
        folder=folder,
        host=parts.hostname,
        port=parts.port or SCHEMES[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )

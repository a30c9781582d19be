"""Identity providers of a force, which speak OpenID Connect: from a file or the environment.

The file `openid-connect.toml` in PEELIAN_HOME holds one table for each provider. One provider can
be given by the environment instead, with PEELIAN_OIDC_URL, _CLIENT and _SECRET, and PEELIAN_OIDC_
before the name of any other key in capitals.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

FILE = "openid-connect.toml"
PREFIX = "PEELIAN_OIDC_"
KEY = re.compile(r"[a-z][a-z0-9-]{0,29}")
TRUE, FALSE = ("1", "true", "yes"), ("0", "false", "no", "")


class BadProvider(ValueError):
    """A provider is described in a way that cannot be used; the message says what would be."""


@dataclass(frozen=True)
class Provider:
    """One identity provider.

    `makes_accounts`: an unknown but verified address gets an account at its first sign-in; else an
    administrator makes accounts beforehand. `second_factor`: the provider itself asks for one.
    `groups` maps the names of its groups to keys of roles; `groups_claim` is where it lists them.
    """

    key: str
    name: str
    url: str
    client: str
    secret: str
    scopes: tuple[str, ...] = ("openid", "profile", "email")
    makes_accounts: bool = False
    second_factor: bool = False
    groups_claim: str = "groups"
    groups: Mapping[str, str] = field(default_factory=dict)

    def as_app(self) -> dict[str, Any]:
        """The provider as allauth's setting wants it."""
        return {
            "provider_id": self.key,
            "name": self.name,
            "client_id": self.client,
            "secret": self.secret,
            "settings": {
                "server_url": self.url,
                "scope": list(self.scopes),
                "oauth_pkce_enabled": True,
            },
        }


def read_providers(folder: Path, environment: Mapping[str, str]) -> tuple[Provider, ...]:
    """All providers of an installation, none by default. Raises `BadProvider`."""
    path = folder / FILE
    found: list[Provider] = []
    if path.exists():
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadProvider(f"{path} is not TOML: {error}") from error
        found += [parse(key, table, str(path)) for key, table in tables.items()]
    given = {
        name.removeprefix(PREFIX).lower(): text
        for name, text in environment.items()
        if name.startswith(PREFIX)
    }
    if given:
        found.append(parse(given.pop("key", "sign-in"), given, f"the environment ({PREFIX}…)"))
    keys = [one.key for one in found]
    for key in keys:
        if keys.count(key) > 1:
            raise BadProvider(f"Two identity providers are called '{key}'; give each its own key.")
    return tuple(found)


def parse(key: str, table: object, where: str) -> Provider:
    """One provider out of its table. Raises `BadProvider` with what would be right."""
    if not KEY.fullmatch(key) or not isinstance(table, Mapping):
        raise BadProvider(
            f"{where}: '{key}' should be a table, called by lower-case letters, digits and hyphens."
        )
    known = set(Provider.__dataclass_fields__) - {"key"}
    for name in table:
        if name not in known:
            raise BadProvider(
                f"{where}, {key}: '{name}' is not known. Use {', '.join(sorted(known))}."
            )
    for name in ("url", "client", "secret"):
        if not isinstance(table.get(name), str) or not table[name]:
            raise BadProvider(f"{where}, {key}: '{name}' is missing; it should be a text.")
    if not str(table["url"]).startswith(("https://", "http://localhost", "http://127.0.0.1")):
        raise BadProvider(f"{where}, {key}: 'url' should begin with https://.")
    return Provider(
        key=key,
        name=str(table.get("name", key)),
        url=str(table["url"]).rstrip("/"),
        client=str(table["client"]),
        secret=str(table["secret"]),
        scopes=_words(table.get("scopes", Provider.scopes)),
        makes_accounts=_truth(table.get("makes_accounts", False), f"{where}, {key}"),
        second_factor=_truth(table.get("second_factor", False), f"{where}, {key}"),
        groups_claim=str(table.get("groups_claim", Provider.groups_claim)),
        groups=_groups(table.get("groups", {}), f"{where}, {key}"),
    )


def provider(key: str) -> Provider | None:
    """The provider with this key, or None."""
    return next((one for one in settings.IDENTITY_PROVIDERS if one.key == key), None)


def vouches(key: str) -> bool:
    """Whether this provider asks for a second factor itself, so that we need not."""
    found = provider(key)
    return found is not None and found.second_factor


def _words(given: object) -> tuple[str, ...]:
    return tuple(given.split()) if isinstance(given, str) else tuple(map(str, _listed(given)))


def _listed(given: object) -> tuple[object, ...]:
    return tuple(given) if isinstance(given, list | tuple) else (given,)


def _truth(given: object, where: str) -> bool:
    text = str(given).lower()
    if text not in TRUE + FALSE:
        raise BadProvider(f"{where}: '{given}' should be true or false.")
    return text in TRUE


def _groups(given: object, where: str) -> dict[str, str]:
    """From a table, or from `group=role, group=role` in the environment."""
    if isinstance(given, str):
        pairs = [pair.partition("=") for pair in given.split(",") if pair.strip()]
        if not all(sign and role.strip() for _group, sign, role in pairs):
            raise BadProvider(f"{where}: 'groups' should read group=role, group=role.")
        return {group.strip(): role.strip() for group, _sign, role in pairs}
    if not isinstance(given, Mapping):
        raise BadProvider(f"{where}: 'groups' should be a table from groups to roles.")
    return {str(group): str(role) for group, role in given.items()}

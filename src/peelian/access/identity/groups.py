"""From the groups that an identity provider names to roles here.

Who writes roles is another room's affair: it gives `RenewRoles` to `on_renewal`, once, and is told
at each sign-in which roles the provider's groups stand for now.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from peelian.access.identity.providers import Provider
from peelian.access.user import User


class RenewRoles(Protocol):
    """Makes the roles that rest on a provider's groups equal to these keys, and no others."""

    def __call__(self, user: User, keys: frozenset[str], at: datetime) -> None: ...


_renewals: list[RenewRoles] = []


def on_renewal(renew: RenewRoles) -> None:
    """Be told of the roles at each sign-in through a provider; a second telling changes nothing."""
    if renew not in _renewals:
        _renewals.append(renew)


def off_renewal(renew: RenewRoles) -> None:
    """Be told no more."""
    _renewals.remove(renew)


def roles_for(provider: Provider, claims: Mapping[str, object]) -> frozenset[str]:
    """The keys of the roles for the groups in these claims; groups that map to none are ignored.

    A claim that is missing, or no list of texts, means no group at all: rights are never left
    standing because a provider forgot to speak of them.
    """
    named = claims.get(provider.groups_claim)
    listed = [named] if isinstance(named, str) else named
    if not isinstance(listed, list | tuple):
        return frozenset()
    return frozenset(
        provider.groups[group]
        for group in listed
        if isinstance(group, str) and group in provider.groups
    )


def renew_roles(user: User, keys: frozenset[str], at: datetime) -> None:
    """Tell whoever writes roles."""
    for renew in _renewals:
        renew(user, keys, at)

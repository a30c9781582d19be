"""Roles that rest on groups of an identity provider, made equal at each sign-in to what it says."""

from datetime import datetime

from django.db import transaction

from peelian.access.actors import service_account
from peelian.access.dated import counts_at
from peelian.access.giving.deeds import about, write
from peelian.access.held import RoleHeld
from peelian.access.identity.groups import on_renewal
from peelian.access.roles import ROLES
from peelian.access.user import User

ORIGIN = "identity provider"


def renew_roles(user: User, keys: frozenset[str], at: datetime) -> None:
    """Give the roles with these keys over the person's own force; end those that are not named.

    Roles given by name and by post are left alone. Whoever works for no force gets none by group,
    since a role for every force comes from the command line alone.
    """
    wanted = {key for key in keys if key in ROLES} if user.force_id else set()
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        standing = RoleHeld.objects.filter(counts_at(at), user=user).exclude(origin="")
        held = {row.role for row in standing if row.force_id == user.force_id}
        gone = standing.exclude(role__in=wanted & held, force_id=user.force_id)
        ended = sorted({row.role for row in gone})
        gone.update(ends_at=at)
        new = sorted(wanted - held)
        provider = service_account("identity-provider")
        RoleHeld.objects.bulk_create(
            RoleHeld(
                user=user,
                role=key,
                force_id=user.force_id,
                starts_at=at,
                given_by=provider.trail_name,
                reason="group of the identity provider",
                origin=ORIGIN,
            )
            for key in new
        )
        if new or ended:
            write(
                actor=provider,
                ref=about(user),
                what="roles renewed by group",
                at=at,
                given=new,
                ended=ended,
            )


on_renewal(renew_roles)

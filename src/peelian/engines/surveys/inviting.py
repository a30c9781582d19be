"""Make invitations: links that can be used once, handed out once, tied to nobody."""

import hashlib
import secrets
from datetime import datetime
from typing import Final

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.surveys.declared import RANDOM
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Invitation, Round, State
from peelian.engines.surveys.opening import write
from peelian.trail.verbs import Verb as Deed

MOST_AT_ONCE: Final = 20_000
TOKEN_BYTES: Final = 16


def invite(
    held: Round, *, wanted: int, stratum: str = "", actor: User, at: datetime
) -> tuple[str, ...]:
    """The ends of new links, given out this once; Peelian keeps their hashes alone.

    Who gets which is for whoever sends them: no name and no address comes near them here. Raises
    `NotAllowed` or `SurveyRefused`.
    """
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    if not 1 <= wanted <= MOST_AT_ONCE:
        raise SurveyRefused(f"Choose from 1 to {MOST_AT_ONCE:,} invitations.")
    with transaction.atomic():
        row = Round.objects.select_for_update(no_key=True).get(pk=held.pk)
        if row.state != State.OPEN or (row.closes_at is not None and row.closes_at <= at):
            raise SurveyRefused(f"{row.ref} is over: nobody could use an invitation any more.")
        _check_stratum(row, stratum, wanted)
        tokens = tuple(secrets.token_urlsafe(TOKEN_BYTES) for _one in range(wanted))
        # In the order of their hashes: rows must not stand in the order of whoever's list.
        Invitation.objects.bulk_create(
            Invitation(round=row, token_hash=hashed, stratum=stratum)
            for hashed in sorted(hash_of(token) for token in tokens)
        )
        row.invited += wanted
        row.save(update_fields=["invited"])
        write(row, Deed.COLLECTED, "invitations made", actor=actor, at=at, invitations=wanted)
    held.invited = row.invited
    return tokens


def hash_of(token: str) -> str:
    """What is kept of the end of a link. It holds 128 bits of chance, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def _check_stratum(held: Round, stratum: str, wanted: int) -> None:
    if held.design != RANDOM:
        if stratum:
            raise SurveyRefused("Only a random sample is divided into parts of a list.")
        return
    if stratum not in held.strata:
        raise SurveyRefused(f"Choose a part of the list: {', '.join(held.strata) or 'none'}.")
    before = held.invitations.filter(stratum=stratum).count()
    size = held.strata[stratum]
    if before + wanted > size:
        raise SurveyRefused(
            f"This part of the list has {size:,} people and {before:,} are invited: invite "
            f"{size - before:,} more at most."
        )

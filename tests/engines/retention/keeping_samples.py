"""Proposing, confirming and holding, as the tests of erasure do it."""

from datetime import date

from peelian.areas.investigation.models import Investigation
from peelian.engines.retention.erasing import (
    confirm_erasure,
    preview,
)
from peelian.engines.retention.holding import hold
from peelian.engines.retention.models import Proposal
from peelian.engines.retention.reviewing import review
from peelian.engines.retention.words import Decision, HoldKind, ReviewReason
from people import NOW

OVER = date(2019, 1, 1)
CANARY = "zebra-canary-in-the-words"


def propose(user, record_id, tables, reason=ReviewReason.NO_NEED, at=NOW):
    review(
        Investigation,
        record_id,
        decision=Decision.ERASE,
        reason=reason,
        words="No purpose is left.",
        actor=user,
        at=at,
        tables=tables,
    )
    return Proposal.objects.get(record_id=record_id)


def confirm(user, proposal, tables, at=NOW):
    seen = preview(proposal, actor=user, at=at, tables=tables)
    return confirm_erasure(proposal, fingerprint=seen.fingerprint, actor=user, at=at, tables=tables)


def held(user, record_id, tables, kind=HoldKind.INQUEST):
    return hold(
        Investigation,
        record_id,
        kind=kind,
        words="inquest 12/26",
        actor=user,
        at=NOW,
        tables=tables,
    )

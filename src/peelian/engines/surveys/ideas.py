"""Answer an idea: a decision and a reply that everybody can read (WRK-50)."""

from datetime import datetime
from typing import Final

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.giving.refusal import fit_words
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.surveys.coded import Comment
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.idea import DECISIONS, Idea
from peelian.engines.surveys.models import Round
from peelian.records.schema import type_key
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

LONGEST_REPLY: Final = 2_000


def ideas_of(held: Round) -> tuple[Idea, ...]:
    """The ideas of a round: those without an answer first, beyond that in an order of chance."""
    rows = Idea.objects.filter(round_ref=held.ref)
    return tuple(sorted(rows, key=lambda row: (row.decision is not None, row.record_id)))


def text_of(idea: Idea) -> str:
    """What was written, for whoever answers it; empty where it was withheld."""
    row = Comment.objects.filter(pk=idea.comment_id).first()
    return row.text if row is not None else ""


def answer_idea(
    idea: Idea, *, told: str, decision: str, reply: str, actor: User, at: datetime
) -> Idea:
    """Decide on an idea, telling it in one's own words and saying why. It can be answered again.

    Raises `NotAllowed` or `SurveyRefused`.
    """
    check_power(actor, Power.RUN_SURVEYS, force_id=idea.force_id, at=at)
    if decision not in DECISIONS.codes:
        raise SurveyRefused(f"Choose what was decided: {', '.join(DECISIONS.codes)}.")
    words = fit_words(told, what="the idea in your own words", refused=SurveyRefused)
    said = reply.strip()
    if not said or len(said) > LONGEST_REPLY:
        raise SurveyRefused(
            f"Say what becomes of the idea and why, in at most {LONGEST_REPLY:,} characters."
        )
    with transaction.atomic():
        row = Idea.objects.select_for_update(no_key=True).get(pk=idea.pk)
        row.told, row.decision, row.reply = words, decision, said
        row.decided_at, row.decided_by = at, actor.officer_ref or None
        row.version += 1
        row.save()
        append(
            actor=actor.trail_name,
            verb=Deed.ALTERED,
            ref=(type_key(Idea), row.record_id),
            detail=Particulars(fields=("told", "decision", "reply")).detail(decision=decision),
            at=at,
        )
    return row

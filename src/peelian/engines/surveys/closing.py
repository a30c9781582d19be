"""Close a round: every envelope is opened at once, counted, and thrown away with its key."""

import secrets
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.surveys.counting import asked_of, rows_of
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.envelopes import Said, unseal
from peelian.engines.surveys.models import Comment, Idea, Round, State, SurveyAnswer, Via
from peelian.engines.surveys.opening import forget, write
from peelian.engines.surveys.states import check_move
from peelian.records.openness import TYPED
from peelian.trail.verbs import Verb as Deed


@dataclass(frozen=True)
class Closed:
    """How many replied, and whether that was enough for anything to be kept of what they said."""

    replies: int
    kept: bool


def close_round(held: Round, survey: Survey, *, actor: User, at: datetime) -> Closed:
    """End a round and keep its counts and texts; nothing of a single reply is left.

    Where fewer replied than the smallest group may be, nothing but their number is kept: give such
    a round more time instead (`opening.extend`). It is all done or nothing: whoever is interrupted
    closes again. Raises `NotAllowed`, `SurveyRefused`, or `Unreadable` where the installation's
    secret is another one than when replies came.
    """
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    with transaction.atomic():
        row = Round.objects.select_for_update(no_key=True).get(pk=held.pk)
        check_move(row, State.CLOSED)
        envelopes = list(row.replies.all())
        via = Counter(one.via for one in envelopes)
        said = [unseal(one.body, row) for one in envelopes]
        kept = len(said) >= row.smallest
        SurveyAnswer.objects.bulk_create(rows_of(survey, row, said))
        if kept:
            _keep_texts(survey, row, said)
        forget(row)
        row.replied_invited, row.replied_open = via[Via.INVITATION], via[Via.OPEN]
        row.state, row.closed_at = State.CLOSED, at
        row.save()
        write(row, Deed.ALTERED, "round closed", actor=actor, at=at, replies=len(said))
    held.refresh_from_db()
    return Closed(len(said), kept)


def _keep_texts(survey: Survey, held: Round, said: Sequence[Said]) -> None:
    """The texts of all questions, shuffled together: no two of one person stand near each other.

    A question that few were asked tells by itself what those few had answered before.
    """
    told = asked_of(survey.version(held.asked_version), said)
    texts = [
        (key, text) for one in said for key, text in one.words.items() if told[key] >= held.smallest
    ]
    secrets.SystemRandom().shuffle(texts)
    made = Comment.objects.bulk_create(
        Comment(id=uuid.uuid4(), round=held, question=key, text=text) for key, text in texts
    )
    Idea.objects.bulk_create(
        Idea(
            record_id=str(uuid.uuid4()),
            source=TYPED,
            force_id=held.force_id,
            round_ref=held.ref,
            survey=survey.key,
            question=one.question,
            month=held.month,
            comment_id=str(one.id),
        )
        for one in made
        if one.question in survey.ideas
    )

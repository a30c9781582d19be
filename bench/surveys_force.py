"""A round of a workforce survey for `bench.audits`: its replies, and its close."""

import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction

from peelian.access.user import User
from peelian.areas.workforce.survey_inspectorate import PEEL_SURVEY as SURVEY
from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.declared import VOLUNTARY
from peelian.engines.surveys.envelopes import Said, seal, unseal
from peelian.engines.surveys.models import Reply, SurveyAnswer, Via
from peelian.engines.surveys.opening import open_round
from peelian.records.openness import TYPED

FORCE = "staffordshire"
OPENED = datetime(2026, 12, 2, 10, tzinfo=UTC)
THEN = OPENED + timedelta(days=1)
CLOSED = OPENED + timedelta(days=20)
SEED = 20_260
CELLS = 200


class Replies:
    """One round, and whoever answers."""

    def __init__(self, number: int, actor: User) -> None:
        self.actor = actor
        chance = random.Random(SEED)  # noqa: S311  # a load, not a secret
        questions = SURVEY.version_on(OPENED.date()).questions
        self.said = [
            {one.key: chance.choice(one.options).key for one in questions if one.options}
            for _reply in range(number)
        ]
        self.once = [UUID(int=chance.getrandbits(128), version=4) for _reply in self.said]
        self.round = open_round(
            SURVEY, force_id=FORCE, title="Bench", design=VOLUNTARY, opens_at=OPENED,
            closes_at=CLOSED, open_link=True, actor=actor, at=OPENED,
        )  # fmt: skip

    def answer_bare(self) -> None:
        """Envelopes sealed and written, one after the other, and taken back."""
        with transaction.atomic():
            for once, said in zip(self.once, self.said, strict=True):
                body = seal(Said(said, {}), self.round)
                Reply.objects.create(id=once, round=self.round, via=Via.OPEN, body=body)
            transaction.set_rollback(True)

    def answer(self) -> None:
        for once, said in zip(self.once, self.said, strict=True):
            answer(
                self.round.open_token or "", surveys=(SURVEY,), answers=said, words={}, once=once,
                at=THEN,
            )  # fmt: skip

    def close_bare(self) -> None:
        """Envelopes read, opened and thrown away, and some rows written; all taken back."""
        with transaction.atomic():
            for one in self.round.replies.all():
                unseal(one.body, self.round)
            self.round.replies.all().delete()
            SurveyAnswer.objects.bulk_create(
                SurveyAnswer(
                    record_id=f"bare-{one}", source=TYPED, force_id=FORCE, stands_for=1,
                    sample_ref="bare", survey=SURVEY.key, asked_version=1, month="2026-12",
                    question="bare", status="Answered",
                )
                for one in range(CELLS)
            )  # fmt: skip
            transaction.set_rollback(True)

    def close(self) -> None:
        close_round(self.round, SURVEY, actor=self.actor, at=CLOSED)

"""An assessment that is not finished waits for whoever began it, sealed, whatever becomes of them.

It survives sign-out and lock. The version of the questions is the one that was asked first. One
person has one draft of a procedure on a record; it goes when the assessment is made, when its
writer throws it away, or by the sweep.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from peelian.access.identity.sealing import Unreadable, seal, unseal
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.duties.settings import Setting, setting_on
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.declared import Found, Procedure
from peelian.engines.procedures.errors import DraftInTheWay
from peelian.engines.procedures.models import Draft
from peelian.engines.registers.addresses import new_address
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.notices import DRAFT
from peelian.records.schema import type_key
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

DRAFT_DAYS: Final = Setting(
    "procedures.draft_days", "How long a draft waits after it was last saved", 14, "days"
)


@dataclass(frozen=True)
class Body:
    """What has been answered, decided and shown so far.

    `refusal` is the reason for which the whole was declined, empty where it was not; `offered`
    says that this was asked. `shown` holds, by question, the sentences of advice that its writer
    has seen. `found` is what was looked up last.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    offered: bool = False
    refusal: str = ""
    refusal_words: str = ""
    grade: str = ""
    reasons: str = ""
    correction: str = ""
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    found: Mapping[str, Found] = field(default_factory=dict)

    @property
    def given(self) -> Answers:
        """The answers as the questions read them."""
        return Answers(self.answers, self.words, declined=bool(self.refusal))


def begin(
    procedure: Procedure,
    body: Body,
    *,
    record_id: str = "",
    replaces: str = "",
    second_of: str = "",
    actor: User,
    at: datetime,
) -> Draft:
    """The draft of this person, procedure and record: a new one, or the one that waits.

    Whether they may answer is the caller's to ask first. Raises `DraftInTheWay` where the one that
    waits is for another purpose.
    """
    with transaction.atomic():
        draft, made = Draft.objects.get_or_create(
            user=actor,
            procedure=procedure.key,
            of_id=record_id,
            defaults={
                "of_type": type_key(procedure.about) if procedure.about else "",
                "asked_version": procedure.version_on(local_day(at)).number,
                "assessment_id": new_address(at),
                "replaces": replaces,
                "second_of": second_of,
                "body": _sealed(actor, body),
                "begun_at": at,
                "saved_at": at,
            },
        )
        if made:
            write_of_draft(draft, Deed.COLLECTED, by=actor, at=at)
    if (draft.replaces, draft.second_of) != (replaces, second_of):
        raise DraftInTheWay(
            f"You have an unfinished “{procedure.title}” on this record: finish it or throw it "
            "away first."
        )
    return draft


def draft_of(actor: User, draft_id: int) -> Draft:
    """A draft of one's own. Raises `NoSuchRecord` for one that is gone or somebody else's."""
    found = Draft.objects.filter(user=actor, pk=draft_id).first()
    if found is None:
        raise NoSuchRecord
    return found


def drafts_of(actor: User) -> tuple[Draft, ...]:
    """Everything that this person has begun and not finished, the newest first."""
    return tuple(Draft.objects.filter(user=actor).order_by("-saved_at", "-pk"))


def body_of(draft: Draft) -> Body:
    """What stands in a draft; nothing where the installation's key was changed meanwhile."""
    try:
        read = json.loads(unseal(draft.body, purpose=_purpose(draft.user)))
    except Unreadable:
        return Body()
    shown = {key: tuple(said) for key, said in read.pop("shown").items()}
    found = {key: Found(**one) for key, one in read.pop("found").items()}
    return Body(**read, shown=shown, found=found)


def change(draft: Draft, to: Callable[[Body], Body], *, at: datetime) -> Body:
    """Save a change of what stands in a draft, over what another page of it saved meanwhile.

    Raises `NoSuchRecord` where it has been finished or thrown away.
    """
    with transaction.atomic():
        held = Draft.objects.select_for_update(no_key=True).filter(pk=draft.pk).first()
        if held is None:
            raise NoSuchRecord
        body = to(body_of(held))
        held.body, held.saved_at, held.told_at = _sealed(held.user, body), at, None
        held.save(update_fields=["body", "saved_at", "told_at"])
        write_of_draft(held, Deed.ALTERED, by=held.user, at=at)
    return body


def answered(body: Body, answers: Mapping[str, str], words: Mapping[str, str]) -> Body:
    """The body with the answers of one page over it; what was said of other pages stays."""
    given = body.given.over(answers, words)
    return replace(body, answers=given.answers, words=given.words)


def discard(draft: Draft, *, at: datetime) -> None:
    """Throw a draft away: harmless where it is gone."""
    with transaction.atomic():
        if Draft.objects.filter(pk=draft.pk).delete()[0]:
            write_of_draft(draft, Deed.ERASED, by=draft.user, at=at)


def goes_on(draft: Draft) -> datetime:
    """When a draft goes, unless it is saved again."""
    days = setting_on(DRAFT_DAYS, draft.user.force_id, local_day(draft.saved_at)).value
    return draft.saved_at + timedelta(days=days)


def write_of_draft(draft: Draft, verb: Deed, *, by: User, at: datetime) -> None:
    """One entry of the trail about a draft, in the caller's transaction, with none of its words."""
    append(
        actor=by.trail_name,
        verb=verb,
        ref=(DRAFT, draft.assessment_id),
        detail=Particulars(relationship="tied").detail(
            procedure=draft.procedure, of=f"{draft.of_type} {draft.of_id}".strip()
        ),
        at=at,
    )


def _sealed(user: User, body: Body) -> str:
    return seal(json.dumps(asdict(body), ensure_ascii=False), purpose=_purpose(user))


def _purpose(user: User) -> str:
    return f"draft:{user.key}"

"""Everything that somebody has filled in, ready to be made into an assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.declared import Found, Procedure
from peelian.engines.procedures.drafts import Body
from peelian.engines.procedures.models import Draft


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What the person answered and decided, and where it came from.

    `refusal` is the reason for which the whole was declined. `found` is what was looked up, None
    where it is to be looked up now. `assessment_id` is the address that the assessment gets, so
    that sending twice makes one; `version` the one that was asked, else the one of the day.
    """

    given: Answers
    refusal: str = ""
    refusal_words: str = ""
    grade: str = ""
    reasons: str = ""
    correction: str = ""
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    found: Mapping[str, Found] | None = None
    assessment_id: str = ""
    version: int | None = None
    replaces: str = ""
    second_of: str = ""


def filled_from(procedure: Procedure, draft: Draft, body: Body) -> Filled:
    """What stands in a draft."""
    return Filled(
        given=body.given,
        refusal=body.refusal,
        refusal_words=body.refusal_words,
        grade=body.grade,
        reasons=body.reasons,
        correction=body.correction,
        shown=body.shown,
        found=body.found if procedure.facts else {},
        assessment_id=draft.assessment_id,
        version=draft.asked_version,
        replaces=draft.replaces,
        second_of=draft.second_of,
    )

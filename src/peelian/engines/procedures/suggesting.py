"""What answers point to, apart from what a person decides, and who may decide otherwise.

Ticks never become a grade by themselves, and no judgement cancels a criterion that is met: it is
recorded as met, whatever is decided (VUL-02).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.duties.authority import Authority
from peelian.engines.duties.settings import setting_on
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.declared import Asked, Found, Grades, Procedure, Suggestion
from peelian.engines.procedures.models import Answer
from peelian.engines.procedures.questions import LookedInto, Version

AS_SUGGESTED, HIGHER, LOWER = "As suggested", "Higher", "Lower"
NO_SUGGESTION: Final = "No suggestion"
REASONS_LIMIT: Final = 4000
# How many earlier texts of the same author a text is held against.
EARLIER: Final = 50


@dataclass(frozen=True)
class Met:
    """A criterion that is met, why, and whose rule it is."""

    key: str
    says: str
    reason: str
    authority: Authority


def looked_up(procedure: Procedure, looked: LookedInto) -> Mapping[str, Found]:
    """What the look-ups of a procedure find, by key; nothing where it has none."""
    return procedure.facts(looked) if procedure.facts else {}


def asked_of(
    procedure: Procedure,
    given: Answers,
    found: Mapping[str, Found],
    *,
    force_id: str,
    at: datetime,
    decided: str | None = None,
    earlier: Mapping[str, tuple[str, ...]] | None = None,
) -> Asked:
    """Everything that advice, criteria and the suggestion read."""
    day = local_day(at)
    return Asked(
        given.answers,
        given.words,
        {key: one.fact for key, one in found.items()} | {"decided": decided},
        {one.key: setting_on(one, force_id, day).value for one in procedure.settings},
        earlier or {},
    )


def written_before(
    procedure: Procedure, version: Version, actor: User
) -> dict[str, tuple[str, ...]]:
    """What this person wrote before where advice looks for copied text, newest first."""
    wanted = [one.key for one in version.questions if one.advice]
    rows = Answer.objects.filter(
        procedure=procedure.key,
        question__in=wanted,
        officer_ref=actor.officer_ref,
        force_id=actor.force_id,
        words__isnull=False,
    )
    return {
        key: tuple(
            str(text)
            for text in rows.filter(question=key)
            .order_by("-pk")
            .values_list("words", flat=True)[:EARLIER]
        )
        for key in wanted
    }


def suggest(procedure: Procedure, asked: Asked) -> Suggestion | None:
    """The suggestion with the criteria that are met; None where nothing is graded or called for."""
    met = tuple(one.key for one in criteria_met(procedure, asked))
    if procedure.grades is None:
        return Suggestion("", (), met) if procedure.criteria else None
    return replace(procedure.grades.suggest(asked), criteria=met)


def criteria_met(procedure: Procedure, asked: Asked) -> tuple[Met, ...]:
    """Every criterion that is met, each enough by itself."""
    reasons = ((one, one.holds(asked)) for one in procedure.criteria)
    return tuple(Met(one.key, one.says, why, one.authority) for one, why in reasons if why)


def difference(grades: Grades | None, suggested: str, decided: str) -> str | None:
    """How the decision stands to the suggestion, in the words of `DIFFERENCES`."""
    if grades is None:
        return None
    if not suggested:
        return NO_SUGGESTION
    order = [one.key for one in grades.options]
    if decided == suggested:
        return AS_SUGGESTED
    return HIGHER if order.index(decided) > order.index(suggested) else LOWER


def wrong_with_decision(
    procedure: Procedure,
    suggested: str,
    decided: str,
    reasons: str,
    *,
    roles: Collection[str],
) -> dict[str, str]:
    """What is wrong with a decision, by `grade` and `reasons`; empty where it can stand."""
    grades = procedure.grades
    if grades is None:
        return {}
    if decided not in {one.key for one in grades.options}:
        return {"grade": "Choose what you decide."}
    stands = difference(grades, suggested, decided)
    said = _not_theirs(grades, stands, roles)
    if said:
        return {"grade": said}
    if stands != AS_SUGGESTED and not reasons.strip():
        why = "differ from the suggestion" if suggested else "decide so"
        return {"reasons": f"Say why you {why}: whoever reads this later needs the reason."}
    if len(reasons) > REASONS_LIMIT:
        return {"reasons": f"Use at most {REASONS_LIMIT:,} characters."}
    return {}


def _not_theirs(grades: Grades, stands: str | None, roles: Collection[str]) -> str:
    allowed = {HIGHER: grades.higher, LOWER: grades.lower}.get(stands or "", ())
    if allowed is None:
        return "Nobody may decide below what is suggested: choose it, or something above it."
    if allowed and set(allowed).isdisjoint(roles):
        above = "above" if stands == HIGHER else "below"
        return f"Your role may not decide {above} what is suggested: ask {_or(allowed)}."
    return ""


def _or(roles: Collection[str]) -> str:
    return " or ".join(f"a {role.replace('-', ' ')}" for role in roles)

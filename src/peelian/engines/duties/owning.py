"""Who answers for a duty: the post that its rule means, and whoever holds that post now.

Where nobody holds it, or there is no such post, the nearest post of a supervisor stands in, and the
duty says that nobody answers for it: it is never without somebody who sees it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from peelian.access.standing import local_day
from peelian.engines.duties.organisation import Organisation, Place
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer, NamedPost, Owner
from peelian.records.happenings import Fact

SUPERVISOR = "supervisor"
UNIT = "unit_ref"
OFFICER = "officer_ref"
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answerable:
    """The post that answers, who does it now, and the unit whose work it is.

    With `vacant` nobody holds the post: `officer_ref` is then the supervisor who stands in, or
    None where there is none either.
    """

    post_ref: str | None
    officer_ref: str | None
    unit_ref: str | None
    vacant: bool = False


def answers_for(
    owner: Owner, facts: Mapping[str, Fact], force_id: str, at: datetime
) -> Answerable | None:
    """Who answers for a duty with these facts at this moment; None where nobody does."""
    found = who_answers(owner, facts, Organisation.on(force_id, local_day(at)))
    return found if found.officer_ref is not None else None


def who_answers(
    owner: Owner,
    facts: Mapping[str, Fact],
    organisation: Organisation,
    *,
    besides: frozenset[str] = NOBODY,
) -> Answerable:
    """As `answers_for`, in an organisation that was read before.

    `besides` are the numbers of those who must not be the ones, as when something goes upwards.
    """
    unit = unit_of(owner, facts, organisation)
    barred = besides | never(owner, facts)
    post = _meant(owner, facts, organisation, unit, barred)
    if unit is None and post is not None:
        unit = post.unit_ref
    return stand_in(
        Answerable(post.post_ref if post else None, post.held_by if post else None, unit),
        organisation,
        besides=barred,
    )


def held_now(post_ref: str, unit_ref: str | None, organisation: Organisation) -> Answerable:
    """Who does it now where the post is known: its holder, or the supervisor who stands in."""
    place = organisation.places.get(post_ref)
    found = Answerable(post_ref, place.held_by if place else None, unit_ref)
    return stand_in(found, organisation)


def stand_in(
    found: Answerable, organisation: Organisation, *, besides: frozenset[str] = NOBODY
) -> Answerable:
    """The same where somebody does it, else with the nearest supervisor in their place."""
    if found.officer_ref is not None:
        return found
    nearest = found.unit_ref or organisation.top
    holders = (
        place.held_by
        for unit in organisation.upwards(nearest)
        for place in organisation.in_unit.get(unit, ())
        if SUPERVISOR in place.roles and place.held_by
    )
    officer = next((one for one in holders if one not in besides), None)
    return replace(found, officer_ref=officer, unit_ref=nearest, vacant=True)


def unit_of(owner: Owner, facts: Mapping[str, Fact], organisation: Organisation) -> str | None:
    """The unit whose work it is: the one that the facts name, else that of the officer named."""
    named = (owner.fact,) if isinstance(owner, InUnit) else ()
    for fact in (*named, UNIT):
        said = facts.get(fact)
        if isinstance(said, str) and said in organisation.parents:
            return said
    officers = (owner.fact,) if isinstance(owner, NamedOfficer | LineOf) else ()
    for fact in (*officers, OFFICER):
        place = organisation.post_of(_text(facts, fact))
        if place is not None:
            return place.unit_ref
    return None


def never(owner: Owner, facts: Mapping[str, Fact]) -> frozenset[str]:
    """Numbers of those who must not answer, whoever stands in for whom."""
    match owner:
        case InUnit():
            named = [_text(facts, fact) or "" for fact in owner.never]
        case LineOf():
            named = [_text(facts, owner.fact) or ""]
        case _:
            named = []
    refs = (ref.strip() for said in named for ref in said.split(","))
    return frozenset(ref for ref in refs if ref)


def _meant(
    owner: Owner,
    facts: Mapping[str, Fact],
    organisation: Organisation,
    unit: str | None,
    never: frozenset[str],
) -> Place | None:
    match owner:
        case NamedOfficer():
            return organisation.post_of(_text(facts, owner.fact), unit_ref=unit)
        case NamedPost():
            return organisation.places.get(_text(facts, owner.fact) or "")
        case LineOf():
            return _line_of(_text(facts, owner.fact), organisation, unit, never)
        case InUnit():
            return _with_role(owner.role, unit, organisation, never)


def _line_of(
    officer_ref: str | None,
    organisation: Organisation,
    unit: str | None,
    never: frozenset[str],
) -> Place | None:
    """The line of somebody's post; where none is named, the nearest supervisor but themselves."""
    mine = organisation.post_of(officer_ref, unit_ref=unit)
    above = organisation.places.get(mine.line_post_ref or "") if mine else None
    if above is not None and above.held_by not in never:
        return above
    unit = mine.unit_ref if mine else unit
    return None if unit is None else organisation.with_role(SUPERVISOR, unit, never=never)


def _with_role(
    role: str, unit: str | None, organisation: Organisation, never: frozenset[str]
) -> Place | None:
    if unit is not None:
        return organisation.with_role(role, unit, never=never)
    # No unit is known: it is work for the whole force.
    posts = [one for one in organisation.places.values() if role in one.roles]
    able = [one for one in posts if one.held_by not in never]
    return next((one for one in able if one.held_by), next(iter(able), None))


def _text(facts: Mapping[str, Fact], name: str) -> str | None:
    said = facts.get(name)
    return said if isinstance(said, str) and said else None

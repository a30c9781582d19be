"""The parts of a rule in words: who answers, what starts and ends it, what is sent and when."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from peelian.engines.duties.clock_words import fact_in_words, value_in_words
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer, NamedPost, Owner
from peelian.engines.duties.rule import Rule, Step, Terms
from peelian.records.day_words import day_in_words, length_in_words
from peelian.records.happenings import Fact
from peelian.spine.happenings import What

NONE = timedelta()


def owner_in_words(owner: Owner) -> str:
    """Who answers, as a phrase: "the post of whoever the record names (officer ref)"."""
    match owner:
        case NamedOfficer():
            return f"the post of whoever the record names ({fact_in_words(owner.fact)})"
        case LineOf():
            named = fact_in_words(owner.fact)
            return f"the post to which that of whoever the record names ({named}) answers"
        case NamedPost():
            return f"the post that the record names ({fact_in_words(owner.fact)})"
        case InUnit():
            where = "the unit that the record names, or in the nearest one above it"
            but = " or ".join(fact_in_words(fact) for fact in owner.never)
            never = f", never one held by whom the record names ({but})" if but else ""
            return f"the first post with the role {owner.role} in {where}{never}"


def happenings_in_words(
    names: Iterable[What], facts: Mapping[str, tuple[Fact, ...]] | None = None
) -> str:
    """Happenings as a phrase, with the facts that they must have."""
    told = " or ".join(f"“{name.says}”" for name in names)
    where = " and ".join(
        f"“{fact_in_words(fact)}” is {' or '.join(value_in_words(value) for value in values)}"
        for fact, values in (facts or {}).items()
    )
    return f"{told}, where {where}" if where else told


def step_in_words(step: Step) -> str:
    """When a step comes: "2 days before the end", "at the end", "1 day after the end"."""
    if step.after == NONE:
        return "at the end"
    length = length_in_words(abs(step.after))
    return f"{length} {'before' if step.after < NONE else 'after'} the end"


def waiving_in_words(rule: Rule, terms: Terms) -> str:
    """Whether anybody may waive it under these terms, and who."""
    if not terms.authority.can_be_waived:
        return f"Nobody can waive it: it is {terms.authority.weight}."
    if not rule.waived_by:
        return "Nobody waives it."
    return f"It can be waived in one case, with a reason, from the rank of {rule.waived_by} up."


def span_in_words(terms: Terms) -> str:
    """For which starts the terms hold: "from 1 January 2026 on"."""
    since = f"from {day_in_words(terms.since)}"
    return f"{since} to {day_in_words(terms.until)}" if terms.until else f"{since} on"

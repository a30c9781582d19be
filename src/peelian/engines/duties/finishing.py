"""Saying that a duty is done, where its rule leaves that to whoever answers for it."""

from collections.abc import Sequence
from datetime import datetime

from peelian.access.user import User
from peelian.engines.duties.acting import duty_in_sight, held, rule_of
from peelian.engines.duties.bringing import Bench
from peelian.engines.duties.errors import DutyRefused
from peelian.engines.duties.models import Duty
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.settle import settle_with, touched_by
from peelian.engines.duties.writing import writing
from peelian.records.happenings import Happened, happen

LONGEST_PROOF = 2000


def finish(duty_id: str, *, proof: str, actor: User, at: datetime, rules: Sequence[Rule]) -> Duty:
    """Write the happening that meets a duty, with words of proof; the duty as it then stands.

    Words may be left out where the rule asks for none. Raises `NoSuchRecord`, `NotAllowed`, or
    `DutyRefused`.
    """
    seen = duty_in_sight(duty_id, actor=actor, at=at)
    with writing(actor, at) as pen:
        rule = rule_of(seen, tuple(rules))
        done = _done(seen, rule, at)
        row = held(pen, seen, besides=touched_by(done.name, done.force_id, done.keys, rules))
        if not rule.by_hand:
            raise DutyRefused(f"Nobody says by hand that this is done. What shows it: {rule.proof}")
        row.proof = _words(proof, rule)
        pen.save(row, "proof")
        happened = happen(done, by=actor.trail_name, noted_at=at)
        settle_with(pen, [happened.pk], rules, Bench())
    return Duty.objects.get(pk=row.pk)


def _words(proof: str, rule: Rule) -> str | None:
    words = proof.strip()
    if not words and rule.proof:
        raise DutyRefused(f"Say what shows that it was done: {rule.proof}")
    if len(words) > LONGEST_PROOF:
        raise DutyRefused(f"Use at most {LONGEST_PROOF} characters; these are {len(words)}.")
    return words or None


def _done(row: Duty, rule: Rule, at: datetime) -> Happened:
    """What meets it: the first happening of its rule, with the facts that the rule asks for."""
    keys = {rule.about: row.matter}
    if rule.each is not None and row.towards:
        keys[rule.each.key] = row.towards
    return Happened(
        name=str(rule.done_when[0]),
        ref=(row.of_type, row.of_id),
        force_id=row.force_id,
        at=at,
        keys=keys,
        facts={name: values[0] for name, values in rule.done_when_facts.items()},
        person_key=row.person_key,
    )

"""The person with the key K, and the steps of preparing an answer."""

from peelian.areas.investigation.models import Investigation
from peelian.engines.subject_access.deciding import decide
from peelian.engines.subject_access.lines import lines_of
from peelian.engines.subject_access.releasing import fetch_bundle
from peelian.spine.models import Involvement, Officer, Person
from people import FORCE, NOW

MODELS = (Investigation, Person, Officer)
KEY = "K"


def part(ref, key, part, basis="Fact", kind="investigation"):
    Involvement.objects.create(
        record_id=f"link-{ref}-{key}-{part}",
        source="extracts",
        force_id=FORCE,
        person_key=key,
        record_type=kind,
        reference=ref,
        part=part,
        basis=basis,
    )


def seen_by(user, request, tables, at=NOW):
    found = lines_of(request, models=MODELS, actor=user, at=at, tables=tables)
    return {(one.record.record_id, line.card.name): line for one in found for line in one.lines}


def causes(user, request, tables):
    return {place: line.line.cause for place, line in seen_by(user, request, tables).items()}


def choose(user, request, tables, *places, released=True, reason="It is theirs."):
    seen = seen_by(user, request, tables)
    decide(
        request,
        [seen[place].line.pk for place in places],
        released=released,
        reason=reason,
        models=MODELS,
        actor=user,
        at=NOW,
        tables=tables,
    )


OWN_NAME = ("person-K", "family_name")
OFFENCE_A = ("investigation-A", "offence")


def fetched(user, request, tables):
    return fetch_bundle(request, models=MODELS, actor=user, at=NOW, tables=tables).content

"""How many open records each member of staff answers for, by kind: cases, people who are managed.

OFF-13, CON-27: duties alone do not say how full a desk is. Only what the reader may see is counted.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db.models import Count

from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.sight import Sight, sight
from peelian.records.base import Record
from peelian.records.protection import Purpose, protection_of
from peelian.records.store.reader import Reader

MONTH = "month"
WORKED_ON = frozenset({Purpose.POLICING, Purpose.PUBLIC_PROTECTION})


def kinds_of_cases(models: Iterable[type[Record]]) -> tuple[type[Record], ...]:
    """The types whose records somebody answers for until they end: those with an end of their own.

    A type that is only dated by its month, as a search is, happens and is over.
    """
    found = []
    for model in models:
        protected = protection_of(model)
        ends = protected.dated and protected.dated != MONTH
        if protected.held_for in WORKED_ON and protected.owner and ends:
            found.append(model)
    return tuple(found)


def cases_of(
    actor: User,
    models: Iterable[type[Record]],
    officers: Collection[str],
    tables: Reader,
    *,
    at: datetime,
) -> Mapping[str, Mapping[type[Record], int]]:
    """Open records by number of the member of staff and kind; those without any are left out."""
    found: defaultdict[str, Counter[type[Record]]] = defaultdict(Counter)
    wanted = sorted(officers)
    for model in kinds_of_cases(models):
        seen = sight(actor, model, at=at, verbs=(Verb.CONSULT,))
        if seen.nothing or not wanted:
            continue
        for officer, number in (
            *_typed(seen, actor.force_id, wanted),
            *_loaded(seen, actor.force_id, wanted, tables),
        ):
            found[officer][model] += number
    return {officer: dict(counts) for officer, counts in found.items()}


def _typed(seen: Sight, force_id: str, officers: list[str]) -> list[tuple[str, int]]:
    protected = protection_of(seen.model)
    rows = seen.model._default_manager.filter(
        seen.rows.as_q(),
        force_id=force_id,
        **{f"{protected.owner}__in": officers, f"{protected.dated}__isnull": True},
    )
    counted = rows.order_by().values_list(protected.owner).annotate(number=Count("pk"))
    return [(str(officer), number) for officer, number in counted]


def _loaded(
    seen: Sight, force_id: str, officers: list[str], tables: Reader
) -> list[tuple[str, int]]:
    """The rows of the store of which there is no operational copy."""
    protected = protection_of(seen.model)
    table = tables.loaded(seen.model)
    rows = table.filter(
        table.force_id == force_id,
        table[protected.owner].isin(officers),
        table[protected.dated].isnull(),
    ).filter(seen.rows.as_ibis(table))
    counted = rows.group_by(protected.owner).aggregate(number=rows.count())
    return [
        (str(row[protected.owner]), int(row["number"]))
        for row in tables.to_arrow(counted).to_pylist()
    ]

"""The records that stand behind duties: which of them a reader may see, asked type by type.

A duty whose record is hidden does not exist for the reader (T01), though the duty itself names only
references.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.duties.kinds import model_of
from peelian.engines.registers.sight import Sight, sight
from peelian.records.adopt import copied
from peelian.records.store.reader import Reader

# Type and address of a record.
Ref = tuple[str, str]
# SQLite takes some thousands of values in one condition.
TOGETHER = 500


def in_sight(actor: User, refs: Iterable[Ref], tables: Reader, *, at: datetime) -> frozenset[Ref]:
    """Those of these records that the reader may consult; what is no record hides nothing."""
    by_type: defaultdict[str, set[str]] = defaultdict(set)
    for of_type, of_id in refs:
        by_type[of_type].add(of_id)
    found: set[Ref] = set()
    for of_type, addresses in by_type.items():
        model = model_of(of_type)
        if model is None:
            found |= {(of_type, address) for address in addresses}
            continue
        seen = sight(actor, model, at=at, verbs=(Verb.CONSULT,))
        if seen.nothing:
            continue
        wanted = sorted(addresses)
        for start in range(0, len(wanted), TOGETHER):
            part = wanted[start : start + TOGETHER]
            found |= {(of_type, address) for address in _seen(seen, part, tables)}
    return frozenset(found)


def _seen(seen: Sight, addresses: list[str], tables: Reader) -> set[str]:
    rows = seen.model._default_manager.filter(seen.rows.as_q(), record_id__in=addresses)
    here = set(rows.values_list("record_id", flat=True))
    waiting = sorted(set(addresses) - copied(seen.model, addresses))
    if not waiting:
        return here
    table = tables.loaded(seen.model)
    wanted = table.filter(table.record_id.isin(waiting)).filter(seen.rows.as_ibis(table))
    return here | set(tables.to_arrow(wanted.select("record_id"))["record_id"].to_pylist())

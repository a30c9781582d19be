"""A file is settled when nothing of its review is open any more."""

from datetime import datetime

from peelian.engines.audits.declared import Audit
from peelian.engines.audits.files import Row
from peelian.engines.audits.models import Item
from peelian.engines.audits.releasing import release_if_whole
from peelian.engines.audits.turns import final_of, finished
from peelian.records.protection import protection_of
from peelian.records.schema import type_key


def settle_if_done(item: Item, audit: Audit, file: Row, *, at: datetime) -> bool:
    """Settle a file if its last review is finished; whether it is settled now.

    In the caller's transaction, with run and file held. One reviewer settles a file alone; two
    settle it where they agree on everything, and else whoever decides between them.
    """
    if final_of(item, finished(item.markings.all())) is None:
        return False
    item.settled_at, item.about = at, _about(audit, file)
    item.save(update_fields=["settled_at", "about"])
    release_if_whole(item.run, at=at)
    return True


def _about(audit: Audit, file: Row) -> dict[str, str | None]:
    """What findings say of the record itself, as it was frozen."""
    protected = protection_of(audit.record_type)

    def of(name: str) -> str | None:
        return str(file[name]) if name and file[name] is not None else None

    return {
        "of_type": type_key(audit.record_type),
        "of_ref": of(protected.reference),
        "person_key": of(protected.person),
        # The team of a record is that of its owner, and of nobody else who worked on it.
        "unit_ref": None if audit.work_of else of(protected.unit),
        "officer_ref": of(audit.work_of or protected.owner),
        "month": of(audit.dated_by),
    }

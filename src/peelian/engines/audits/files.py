"""The drawn file as it was when the frame was frozen, whatever was done to the record since."""

from collections.abc import Collection
from typing import Any

from peelian.access.look import read_once
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.models import Run
from peelian.records.base import Record
from peelian.records.protection import Protected
from peelian.records.store.catalogue import NoSuchSnapshot
from peelian.records.store.reader import Reader, open_reader

Row = dict[str, Any]


def file_of(run: Run, audit: Audit, of_id: str, *, tables: Reader) -> Row | None:
    """Every field of one record as the frozen snapshot has it; None where it was erased since."""
    frozen = frozen_reader(run, tables)
    if frozen is None:
        return None
    # A page shows the file beside its questions: both read the same row.
    return read_once(
        *("frozen file", run.pk, of_id),
        read=lambda: rows_at(run, audit.record_type, [of_id], frozen).get(of_id),
    )


def frozen_reader(run: Run, tables: Reader) -> Reader | None:
    """The snapshot that the frame was read from; None where it is not held any more."""
    if not run.snapshot:
        return None
    try:
        return open_reader(tables.root, snapshot_id=run.snapshot)
    except NoSuchSnapshot:
        return None


def rows_at(
    run: Run, model: type[Record], addresses: Collection[str], tables: Reader
) -> dict[str, Row]:
    """Records of the run's force by address, every field of them, as a snapshot has them."""
    return tables.by_address(model, addresses, forces=frozenset({run.force_id}))


def who_and_where(
    run: Run,
    model: type[Record],
    addresses: Collection[str],
    tables: Reader,
    *,
    names: Collection[str],
    protected: Protected,
) -> dict[str, Row]:
    """The same with those fields alone by which access and bars decide."""
    held = {*names, *protected.links, "record_id", "force_id", "source"}
    return tables.by_address(model, addresses, names=held, forces=frozenset({run.force_id}))

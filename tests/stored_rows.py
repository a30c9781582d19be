"""Loaded rows for tests, put into a store as a load would, without a file to read."""

import hashlib
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.records.schema import schema_of, type_key
from peelian.records.store import layout
from peelian.records.store.publish import publish
from peelian.records.store.snapshot import Part
from people import FORCE, NOW

LOADED_AT = datetime(2026, 3, 1, 6, tzinfo=UTC)


def put_rows(
    root, model, rows, *, month="2026-03", force=FORCE, source="extracts", without=(), **part
):
    """One part with these rows; a later call for the same force and month replaces it.

    `without` names columns that the record type did not have when the file was made.
    """
    schema = schema_of(model)
    whole = [
        dict.fromkeys(schema.names) | {"source": source, "force_id": force} | row for row in rows
    ]
    table = pa.Table.from_pylist(whole, schema=schema.to_pyarrow()).drop_columns(list(without))
    beside = root / "made.parquet"
    root.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, beside)
    digest = layout.digest_of(beside)
    path = layout.relative_path("files", type_key(model), force, month, digest)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    beside.replace(root / path)
    made = Part(
        type_key=type_key(model),
        source=source,
        force_id=force,
        month=month,
        path=path,
        rows=len(whole),
        read=len(whole),
        rejected=0,
        rejects_path="",
        origin=f"{month}.csv",
        origin_sha256=hashlib.sha256(digest.encode()).hexdigest(),
        **{"loaded_at": "2026-03-01T06:00:00+00:00"} | part,
    )
    return publish(root, parts=[made], by="service:tests", at=LOADED_AT)


def stored_investigation(ref, *, unit="N1", officer=None, **more):
    """An investigation as the crime system's extract brings it."""
    return {
        "record_id": f"loaded-{ref}",
        "investigation_ref": ref,
        "opened_at": NOW,
        "month": "2026-03",
        "offence": "Burglary",
        "unit_ref": unit,
        "officer_ref": officer,
        "state": "Open",
        "summary": f"summary of {ref}",
        **more,
    }

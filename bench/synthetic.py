"""Invented crimes and outcomes in a real store, shaped like data.police.uk, for timing only.

Forty-three forces, twenty-four months, both files; a quarter of the rows are anti-social behaviour
without an identifier, outcomes come up to five months after the crime and one in twenty is an
exact copy. Neighbourhoods, residents and deprivation are the real ones.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from peelian.records import months
from peelian.records.load.prepare import COMPRESSION
from peelian.records.load.run import load
from peelian.records.store import catalogue, layout
from peelian.records.store.publish import publish
from peelian.records.store.reader import Reader, open_reader
from peelian.records.store.snapshot import Part
from peelian.sources.ons.source import ONS
from peelian.spine.crime import ANTI_SOCIAL_BEHAVIOUR, CRIME_TYPES
from peelian.spine.force import forces
from peelian.spine.outcome import OUTCOME_TYPES
from peelian.spine.residents import resident_areas

MONTHS = tuple(months.between("2021-01", "2022-12"))
LOADED_AT = datetime(2026, 1, 1, tzinfo=UTC)

OFFENCES = [code for code in CRIME_TYPES.codes if code != ANTI_SOCIAL_BEHAVIOUR]
# A row is known by force, month and number alone, so that both files can name the same crime.
CRIME = """
SELECT md5(concat('row', $force, $month, i)) AS record_id, 'synthetic' AS source,
    $force AS force_id,
    CASE WHEN h % 100 < 26 THEN NULL ELSE sha256(concat($force, $month, i)) END AS crime_id,
    $month AS month, $force AS reported_by, $force AS falls_within,
    -2.0 + (h % 1000) / 1000.0 AS longitude, 52.0 + (h % 997) / 1000.0 AS latitude,
    concat('On or near Street ', h % 400) AS location,
    CASE WHEN h % 89 = 0 THEN NULL ELSE $lsoas[1 + (h % len($lsoas))::INT] END AS lsoa_code,
    NULL::VARCHAR AS lsoa_name,
    CASE WHEN h % 100 < 26 THEN 'Anti-social behaviour'
        ELSE $types[1 + (hash(i, 'type') % len($types))::INT] END AS crime_type,
    'Under investigation' AS last_outcome, NULL::VARCHAR AS context
FROM (SELECT i, hash($force, $month, i) AS h FROM range($rows) AS rows(i))
"""
OUTCOME = """
SELECT md5(concat('outcome', $force, $month, crime_month, i, copy)) AS record_id,
    'synthetic' AS source, $force AS force_id, sha256(concat($force, crime_month, i)) AS crime_id,
    $month AS month, $force AS reported_by, $force AS falls_within,
    -2.0 + (h % 1000) / 1000.0 AS longitude, 52.0 + (h % 997) / 1000.0 AS latitude,
    concat('On or near Street ', h % 400) AS location,
    CASE WHEN h % 89 = 0 THEN NULL ELSE $lsoas[1 + (h % len($lsoas))::INT] END AS lsoa_code,
    NULL::VARCHAR AS lsoa_name,
    $types[1 + (hash(i, 'outcome') % len($types))::INT] AS outcome_type
FROM (
    SELECT i, crime_month, delay, hash($force, crime_month, i) AS h, unnest(range(2)) AS copy
    FROM range($rows) AS rows(i), (SELECT unnest($before) AS crime_month, unnest(range(6)) AS delay)
)
WHERE h % 100 >= 26 AND hash(i, 'delay') % 8 = delay AND (copy = 0 OR h % 20 = 0)
"""


def store(folder: Path, rows: int) -> Reader:
    """A store with about this many crimes, made once and then kept in the folder."""
    root = folder / f"measures-{rows}"
    if not catalogue.current(root).covered("crime"):
        found = ONS.find(ONS.reference(), force=None)
        load(root=root, files=found, by="bench", at=LOADED_AT)
        publish(root, parts=_parts(root, rows), by="bench", at=LOADED_AT)
    return open_reader(root)


def _parts(root: Path, rows: int) -> Iterator[Part]:
    territorial = [force.slug for force in forces().values() if force.territorial]
    each = rows // (len(territorial) * len(MONTHS))
    homes = _homes(open_reader(root))
    engine = duckdb.connect()
    for force in territorial:
        for month in MONTHS:
            given = {"force": force, "month": month, "rows": each, "lsoas": homes[force]}
            crimes = given | {"types": OFFENCES}
            yield _part(engine, root, "crime", CRIME, crimes)
            before = [months.shift(month, -delay) for delay in range(6)]
            outcomes = given | {"types": list(OUTCOME_TYPES.codes), "before": before}
            yield _part(engine, root, "outcome", OUTCOME, outcomes)


def _part(
    engine: duckdb.DuckDBPyConnection, root: Path, type_key: str, query: str, given: dict[str, Any]
) -> Part:
    """One month of one force, written with the settings of the loader's own files."""
    force, month = given["force"], given["month"]
    digest = hashlib.sha256(f"{type_key}{force}{month}{given['rows']}".encode()).hexdigest()
    path = layout.relative_path("files", type_key, force, month, digest)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    found = engine.execute(query, given).to_arrow_table()
    pq.write_table(found, root / path, write_statistics=False, compression=COMPRESSION)
    return Part(
        type_key=type_key,
        source="synthetic",
        force_id=force,
        month=month,
        path=path,
        rows=len(found),
        read=len(found),
        rejected=0,
        rejects_path="",
        origin=f"{month}-{force}-{type_key}",
        origin_sha256=digest,
        loaded_at=LOADED_AT.isoformat(),
    )


def _homes(reader: Reader) -> dict[str, list[str]]:
    found = reader.to_arrow(resident_areas(reader.table).select("area_force", "lsoa_code"))
    homes: dict[str, list[str]] = {}
    for force, lsoa in zip(*(column.to_pylist() for column in found.columns), strict=True):
        homes.setdefault(force, []).append(lsoa)
    return homes

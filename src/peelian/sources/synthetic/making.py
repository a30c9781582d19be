"""Making one part: rows for a force and month, written as a finished file of the store."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.records.load.prepare import COMPRESSION
from peelian.records.store import layout
from peelian.records.store.invented import SYNTHETIC as KEY
from peelian.records.store.publish import stamp
from peelian.records.store.snapshot import Part
from peelian.sources.synthetic.fingerprint import digest_of
from peelian.sources.synthetic.kinds import Kind
from peelian.sources.synthetic.lot import Lot

# Rises whenever the same seed would give other rows than before.
EDITION = 1
# A dictionary of a column in which nearly every value is new costs time and saves nothing.
UNIQUE = frozenset({"record_id", "call_ref", "incident_ref", "complaint_ref", "crime_id"})
KEYS = UNIQUE | {"caller_key", "person_key", "place_key"}


@dataclass(frozen=True)
class Order:
    """One part to be made."""

    kind: Kind
    lot: Lot

    @property
    def month(self) -> str:
        """The month of the part; empty for what holds in every month."""
        return "" if self.kind.standing else self.lot.month

    @property
    def key(self) -> tuple[str, str, str]:
        """Type, force and month, as the store names its parts."""
        return (self.kind.key, self.lot.slug, self.month)

    @property
    def recipe(self) -> str:
        """What the rows depend on beside force and month."""
        return recipe(self.lot.seed, self.lot.scale)

    @property
    def origin(self) -> str:
        """How people know the part, since there is no file that it came from."""
        return " ".join(word for word in (KEY, *self.key, f"({self.recipe})") if word)


def recipe(seed: int, scale: float) -> str:
    """What every row depends on, in words that stand in the store beside each part."""
    return f"seed {seed}, scale {scale:g}, edition {EDITION}"


def make(root: Path, order: Order, *, at: datetime) -> Part:
    """Make the rows of one part and put them where they can be published."""
    rows = order.kind.rows(order.lot)
    staged = layout.staging(root) / "-".join((KEY, *order.key))
    staged.parent.mkdir(parents=True, exist_ok=True)
    _write(rows, staged)
    path = layout.relative_path("files", *order.key, layout.digest_of(staged))
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    layout.settle(staged)
    staged.replace(target)
    type_key, force_id, month = order.key
    return Part(
        type_key=type_key,
        source=KEY,
        force_id=force_id,
        month=month,
        path=path,
        rows=len(rows),
        read=len(rows),
        rejected=0,
        rejects_path="",
        origin=order.origin,
        origin_sha256=digest_of(rows),
        loaded_at=stamp(at),
        recipe=order.recipe,
    )


def _write(rows: pa.Table, path: Path) -> None:
    pq.write_table(
        rows,
        path,
        use_dictionary=[name for name in rows.column_names if name not in UNIQUE],
        # Words held in lists are plain words to whoever reads the file.
        store_schema=False,
        write_statistics=False,
        # Keys shrink by half under this and are seldom read; all else is read often.
        compression={name: "zstd" if name in KEYS else COMPRESSION for name in rows.column_names},
    )

"""What the engine needs of whatever holds the records: the store, or the rows of an example."""

from collections.abc import Collection
from typing import Protocol

import ibis
import pyarrow as pa

from peelian.engines.measures.cover import Loaded
from peelian.records.base import Record


class TableSource(Protocol):
    """Tables of records in one snapshot, on some engine."""

    @property
    def snapshot(self) -> Loaded: ...

    def table(
        self,
        model: type[Record],
        *,
        forces: Collection[str] | None = None,
        months: Collection[str] | None = None,
    ) -> ibis.Table:
        """The rows of a record type, at least those of these forces and months; None means all."""
        ...

    def to_arrow(self, expression: ibis.Expr) -> pa.Table:
        """The answer of an expression."""
        ...

    def sql(self, expression: ibis.Expr) -> str:
        """The query that `to_arrow` would run, for a reader."""
        ...

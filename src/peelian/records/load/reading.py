"""Asking a rule about values that are not in a file of a kind yet, as the loader would ask it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from peelian.records.derived import ZONE
from peelian.records.load.rules import Place, Rule, quoted
from peelian.records.load.rules_time import Moment

NOWHERE = Place("", "")


@dataclass(frozen=True)
class Dated:
    """For each value whether it breaks its rule, and else its local month and day as text.

    The day is null where the value tells a month only.
    """

    wrong: np.ndarray
    months: pa.Array
    days: pa.Array


class Reading:
    """An engine of its own, for one thread."""

    def __init__(self, engine: duckdb.DuckDBPyConnection) -> None:
        self._engine = engine

    def dated(self, values: pa.Array, rule: Rule) -> Dated:
        """The months of texts by a rule for moments, days or months."""
        value = rule.converted("value")
        if isinstance(rule, Moment):
            value = f"timezone({quoted(ZONE)}, {value})"
        answer = self._ask(
            values,
            f"coalesce({rule.wrong('value', NOWHERE)}, false) AS wrong, "
            f"substr(CAST({value} AS VARCHAR), 1, 7) AS month, "
            f"nullif(substr(CAST({value} AS VARCHAR), 1, 10), "
            f"substr(CAST({value} AS VARCHAR), 1, 7)) AS day",
        )
        return Dated(
            answer["wrong"].to_numpy(),
            answer["month"].combine_chunks(),
            answer["day"].combine_chunks(),
        )

    def _ask(self, values: pa.Array, columns: str) -> pa.Table:
        self._engine.register("texts", pa.table({"value": values}))
        try:
            # Only what rules say stands in the query, never a value of a file.
            return self._engine.execute(f"SELECT {columns} FROM texts").to_arrow_table()  # noqa: S608
        finally:
            self._engine.unregister("texts")


@contextmanager
def reading() -> Iterator[Reading]:
    """A reading that ends with the `with` block."""
    engine = duckdb.connect(config={"threads": 1})
    try:
        engine.execute("SET enable_progress_bar=false")
        engine.execute("SET TimeZone='UTC'")
        yield Reading(engine)
    finally:
        engine.close()

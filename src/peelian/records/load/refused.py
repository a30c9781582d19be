"""Tables of what was refused, a row for each cell or line."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.load.blocks import FaultyLine
from peelian.records.store.rejects import REJECT_SCHEMA, VALUE_LENGTH


def reject_table(
    *,
    origin: str,
    column: str,
    values: pa.Array,
    lines: np.ndarray,
    reasons: pa.Array,
    expected: pa.Array,
) -> pa.Table:
    """One reject for each of these cells of one column, in their order."""
    return pa.Table.from_arrays(
        [
            pa.repeat(origin, len(values)),
            pa.array(lines, pa.int64()),
            pa.repeat(column, len(values)),
            pc.utf8_slice_codeunits(values, 0, VALUE_LENGTH),
            reasons,
            expected,
        ],
        schema=REJECT_SCHEMA,
    )


def table_of_lines(origin: str, faulty: Sequence[FaultyLine]) -> pa.Table:
    """Rejects for lines that are no records."""
    return pa.table(
        {
            "file": [origin] * len(faulty),
            "line": [fault.line for fault in faulty],
            "column": [""] * len(faulty),
            "value": [
                fault.value[: VALUE_LENGTH * 4].decode(errors="replace")[:VALUE_LENGTH]
                for fault in faulty
            ],
            "reason": [fault.reason for fault in faulty],
            "expected": [fault.expected for fault in faulty],
        },
        schema=REJECT_SCHEMA,
    )

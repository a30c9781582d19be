"""Rows that were erased here stay out, whatever file brings them again."""

import dataclasses
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.load.address import ADDRESS
from peelian.records.load.judge import Judged


def keeping_out(erased: frozenset[str]) -> Callable[[Judged], Judged]:
    """Leaves rows with these addresses out, block after block, as if the file had not held them."""
    addresses = pa.array(sorted(erased), pa.string())

    def left(judged: Judged) -> Judged:
        stays = pc.invert(pc.is_in(judged.rows[ADDRESS].combine_chunks(), value_set=addresses))
        if pc.all(stays).as_py():
            return judged
        return dataclasses.replace(
            judged, rows=judged.rows.filter(stays), lines=judged.lines[stays.to_numpy(False)]
        )

    return left

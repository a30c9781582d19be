"""Keys that stand in a file more than once: the first row with a key is kept."""

import numpy as np
import pyarrow as pa

from peelian.records.load.address import short_keys


class Firsts:
    """Remembers, as the blocks of a file come by, on which line each key stood first.

    Keeps sorted runs and merges runs of like size, so that a file of n rows costs 16 bytes a row
    and n log n time. Keys are told apart by the first 16 digits of their addresses.
    """

    def __init__(self) -> None:
        self._runs: list[tuple[np.ndarray, np.ndarray]] = []

    def earlier(self, addresses: pa.Array, lines: np.ndarray) -> np.ndarray:
        """For each row of a block the line on which its key stood before; 0 where it is new."""
        if not len(addresses):
            return np.zeros(0, dtype=np.int64)
        keys = short_keys(addresses)
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        begins = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
        distinct, first_lines = ordered[begins], lines[order][begins]
        before = self._line_of(distinct)
        known = np.repeat(
            np.where(before > 0, before, first_lines), np.diff(np.append(begins, len(keys)))
        )
        found = np.empty(len(keys), dtype=np.int64)
        found[order] = np.where(known == lines[order], 0, known)
        new = before == 0
        self._remember(distinct[new], first_lines[new])
        return found

    def _line_of(self, distinct: np.ndarray) -> np.ndarray:
        found = np.zeros(len(distinct), dtype=np.int64)
        for keys, lines in self._runs:
            at = np.searchsorted(keys, distinct)
            at[at == len(keys)] = 0
            found = np.where(keys[at] == distinct, lines[at], found)
        return found

    def _remember(self, keys: np.ndarray, lines: np.ndarray) -> None:
        while self._runs and len(keys) and len(self._runs[-1][0]) <= len(keys):
            older_keys, older_lines = self._runs.pop()
            keys = np.concatenate((older_keys, keys))
            lines = np.concatenate((older_lines, lines))
            order = np.argsort(keys, kind="stable")
            keys, lines = keys[order], lines[order]
        if len(keys):
            self._runs.append((keys, lines))

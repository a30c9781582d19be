"""Invented rows as a source, for pages that name where rows are from. Nothing is loaded from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from peelian.records.load.source import Found, Problem
from peelian.records.store.invented import SYNTHETIC as KEY


@dataclass(frozen=True)
class Synthetic:
    """Rows made from a seed by `peelian synthesise`; they describe no one and nothing."""

    key: str = KEY
    title: str = "Synthetic: invented rows, not a real force's"
    attribution: str = ""
    takes_mapping: bool = False

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """None of the files: invented rows are made anew and never read."""
        return tuple(
            Problem(path.name, "synthetic rows are made by `peelian synthesise`, not loaded.")
            for path in paths
        )


SYNTHETIC = Synthetic()

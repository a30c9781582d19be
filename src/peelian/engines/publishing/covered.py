"""How often each interval held the truth in invented samples, as found when the manual was made.

Reckoned by `numbers.coverage` and kept in a file, since a page cannot wait for it.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from peelian.numbers.coverage import SEED, TRIALS, Coverage

FILE: Final = Path(__file__).parent / "coverage.json"


@cache
def covered() -> tuple[Coverage, ...]:
    """Every world that was tried, in order of method."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Coverage(method, words, held["trials"], covered, without)
        for method, words, covered, without in held["worlds"]
    )


def kept(found: Iterable[Coverage]) -> str:
    """The text of the file, one world on a line."""
    worlds = ",\n".join(
        f"  {json.dumps([one.method, one.words, one.covered, one.without])}" for one in found
    )
    return f'{{"seed": {SEED}, "trials": {TRIALS}, "worlds": [\n{worlds}\n]}}\n'

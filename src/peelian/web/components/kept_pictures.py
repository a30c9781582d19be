"""Specifications of the charts that pages have shown, and pictures drawn from them on request.

They are files of one folder that all worker processes share, named by content, so that whichever
process is asked can draw what another has shown. No specification ever comes from a reader: an
address holds only the key of one that a page made. The folder may be emptied at any time; the next
look at a page fills it again.
"""

import itertools
import logging
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from peelian.web.components.drawing import drawn
from peelian.web.components.pictures import NARROW, WIDTHS, Chart

DRAWN_WIDTHS = frozenset({NARROW, *WIDTHS.values()})
MOST_FILES = 5_000  # of some 15 kB
DAY = 24 * 3600.0
LONGEST_KEPT = 30 * DAY
# Looking through the folder takes as long as drawing a picture does, so few files pay for it.
WRITES_BETWEEN_SWEEPS = 250

_writes = itertools.count()
_log = logging.getLogger(__name__)


def keep(chart: Chart) -> None:
    """Have the chart's pictures at hand for whoever is shown a page with it.

    A folder that cannot be written to costs readers without scripts the picture, nobody the page.
    """
    path = _folder() / f"{chart.key}.json"
    try:
        if not path.exists():
            _write(path, chart.text)
        elif time.time() - path.stat().st_mtime > DAY:
            os.utime(path)
    except OSError as fault:
        _log.warning("A chart's pictures cannot be drawn: %s cannot be kept: %s", path, fault)


def picture(key: str, width: int) -> str | None:
    """The SVG of a kept chart, drawn now if nobody asked before; None for an unknown picture."""
    if width not in DRAWN_WIDTHS:
        return None
    path = _folder() / f"{key}-{width}.svg"
    with suppress(FileNotFoundError):
        return path.read_text(encoding="utf-8")
    try:
        specification = path.with_name(f"{key}.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    svg = drawn(specification, width=width)
    try:
        _write(path, svg)
    except OSError as fault:
        _log.warning("The picture is drawn anew each time: %s cannot be kept: %s", path, fault)
    return svg


def sweep(*, most: int = MOST_FILES, longest: float = LONGEST_KEPT) -> None:
    """Delete files not used for ``longest`` seconds, then the oldest beyond ``most`` files."""
    ages: list[tuple[float, Path]] = []
    for path in _folder().iterdir():
        with suppress(FileNotFoundError):  # another process sweeps too
            ages.append((time.time() - path.stat().st_mtime, path))
    ages.sort()
    for place, (age, path) in enumerate(ages):
        if place >= most or age > longest:
            path.unlink(missing_ok=True)


def _folder() -> Path:
    root: Path = settings.PICTURES_ROOT
    return root


def _write(path: Path, text: str) -> None:
    """All of the file or none of it, whoever reads or writes it at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(beside, path)
    except OSError:
        os.unlink(beside)
        raise
    if next(_writes) % WRITES_BETWEEN_SWEEPS == 0:
        sweep()

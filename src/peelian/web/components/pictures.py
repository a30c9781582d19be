"""A finished chart: its specification, and the pictures that can be drawn from it.

A page carries the specification, which scripts draw in the browser, and for everyone else the
addresses of pictures. Drawing one costs more than all the rest of a page, so it waits until
somebody asks for it; see :mod:`peelian.web.components.kept_pictures`.
"""

import functools
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

from django.utils.translation import get_language

Draw = TypeVar("Draw", bound=Callable[..., "Chart"])

Shape = Literal["plot", "map"]
WIDTHS: dict[Shape, int] = {"plot": 720, "map": 420}
NARROW = 360
KEY_LETTERS = 32


@dataclass(frozen=True)
class Picture:
    """A picture by its address: ``width`` and ``height`` in pixels, before the page scales it."""

    key: str
    width: int
    height: int


@dataclass(frozen=True)
class Chart:
    """A chart for every reader.

    ``spec`` is Vega-Lite with a width that follows the page; charts are remembered, so nobody may
    change it. ``text`` is the same as compact JSON, and ``key`` its SHA-256, cut short.
    ``height`` is that of the finished drawing in pixels, whatever its width. ``description`` is
    what a screen reader says instead. ``notes`` are sentences that explain the drawing; ``shape``
    tells the page how wide to make it.
    """

    spec: dict[str, Any]
    text: str
    key: str
    height: int
    description: str
    notes: tuple[str, ...] = ()
    shape: Shape = "plot"

    @property
    def wide(self) -> Picture:
        """The picture for paper and for most screens."""
        return Picture(self.key, WIDTHS[self.shape], self.height)

    @property
    def narrow(self) -> Picture | None:
        """A second picture for phones: a plot has words from end to end; a map has few."""
        return Picture(self.key, NARROW, self.height) if self.shape == "plot" else None


def pictured(
    *,
    spec: dict[str, Any],
    description: str,
    around: int,
    notes: tuple[str, ...] = (),
    shape: Shape = "plot",
) -> Chart:
    """Put a chart together.

    ``around`` is how many pixels of axis, words and margin stand above and below the plot.
    """
    # The schema's address would be the only one in the page that is not ours.
    spec = {name: each for name, each in spec.items() if name != "$schema"}
    text = json.dumps(spec, separators=(",", ":"), sort_keys=True)
    return Chart(
        spec=spec,
        text=text,
        key=hashlib.sha256(text.encode()).hexdigest()[:KEY_LETTERS],
        height=spec["height"] + around,
        description=description,
        notes=notes,
        shape=shape,
    )


def remembered(draw: Draw) -> Draw:
    """Keep the last charts that a function of frozen values has made, one set per language.

    Putting a specification together takes as long as answering a page does.
    """

    @functools.lru_cache(maxsize=128)
    def kept(language: str | None, **arguments: Any) -> Chart:
        return draw(**arguments)

    @functools.wraps(draw)
    def drawn(**arguments: Any) -> Chart:
        frozen = {
            name: tuple(each) if isinstance(each, list) else each
            for name, each in arguments.items()
        }
        return kept(get_language(), **frozen)

    return cast("Draw", drawn)

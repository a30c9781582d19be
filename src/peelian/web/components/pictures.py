"""A finished chart: its specification, and the static picture made from it.

The picture stands inside the page as an inline SVG rather than as ``<img src="data:...">``. The
converter writes presentation attributes only (``fill=``, ``stroke=``), never ``style=`` or
``<style>``, so the strict content security policy lets it through; and inline it prints sharply,
is found by the reader's text search, and costs a third less than base64. A test holds the converter
to this.
"""

import functools
import hashlib
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

import vl_convert
from django.utils.translation import get_language

Draw = TypeVar("Draw", bound=Callable[..., "Chart"])

VEGA_LITE = "6.4"
Shape = Literal["plot", "map"]
WIDTHS: dict[Shape, int] = {"plot": 720, "map": 420}
NARROW = 360

_ROOT = re.compile(r'^<svg [^>]*?(width="[\d.]+" height="[\d.]+") (viewBox="[^"]+")>')
_PATHS = re.compile(r' (?:d|transform)="[^"]*"')
_LONG_NUMBERS = re.compile(r"(\.\d)\d+")
# Clipping frames of no size and outlines never shown; every group of a chart carries both.
_UNSEEN = re.compile(
    r'<path class="foreground"[^>]*display="none"/>'
    r'|<path class="background"[^>]*d="M0,0h0v0h0Z"[^>]*/>'
)
# The picture as a whole has a role and a label; its parts must not speak.
_ROLES = re.compile(r' (?:role|class|aria-[a-z]+)="[^"]*"')


@dataclass(frozen=True)
class Chart:
    """A chart for every reader.

    ``spec`` is Vega-Lite with a width that follows the page; charts are remembered, so nobody may
    change it. ``svg`` is the same chart as a picture; ``narrow`` is a second picture for phones,
    empty where the first one shrinks well. ``description`` is what a screen reader says instead.
    ``notes`` are sentences that explain the drawing; ``shape`` tells the page how wide to make it.
    """

    spec: dict[str, Any]
    svg: str
    narrow: str
    description: str
    notes: tuple[str, ...] = ()
    shape: Shape = "plot"


def pictured(
    *,
    spec: dict[str, Any],
    description: str,
    notes: tuple[str, ...] = (),
    shape: Shape = "plot",
) -> Chart:
    """Draw the static pictures of a specification and put all together."""
    # The schema's address would be the only one in the page that is not ours.
    spec = {name: each for name, each in spec.items() if name != "$schema"}
    return Chart(
        spec=spec,
        svg=_labelled(_picture(_compact(spec), WIDTHS[shape]), description),
        # A plot has words from end to end; a map has few, and would double a heavy page.
        narrow=_labelled(_picture(_compact(spec), NARROW), description) if shape == "plot" else "",
        description=description,
        notes=notes,
        shape=shape,
    )


def remembered(draw: Draw) -> Draw:
    """Keep the last charts that a function of frozen values has drawn, one set per language.

    Checking a specification against its schema takes ten times as long as answering a page does.
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


def _compact(spec: dict[str, Any]) -> str:
    return json.dumps(spec, separators=(",", ":"), sort_keys=True)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


@functools.lru_cache(maxsize=128)
def _picture(spec_json: str, width: int) -> str:
    spec = json.loads(spec_json)
    spec["width"] = width
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    svg = _ROLES.sub("", _UNSEEN.sub("", svg))
    svg = _PATHS.sub(lambda found: _LONG_NUMBERS.sub(r"\1", found.group()), svg)
    # Several pictures share a page, so the names of their patterns must differ.
    return svg.replace("gradient_", f"pattern-{_key(spec_json)}-{width}-")


def _labelled(svg: str, description: str) -> str:
    found = _ROOT.match(svg)
    if found is None:
        raise ValueError(f"The converter's picture opens in a new way: {svg[:120]!r}. Adapt _ROOT.")
    size, box = found.groups()
    label = html.escape(description, quote=True)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" aria-label="{label}" '
        'focusable="false">'
    )
    return opening + svg[found.end() :]

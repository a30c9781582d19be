"""From a specification to an SVG, by the same library that browsers use.

The converter writes presentation attributes only (``fill=``, ``stroke=``), never ``style=`` or
``<style>``, so a picture opened by itself needs no exception in the content policy either. A test
holds the converter to this.
"""

import json
import re

import vl_convert

VEGA_LITE = "6.4"

_PATHS = re.compile(r' (?:d|transform)="[^"]*"')
_LONG_NUMBERS = re.compile(r"(\.\d)\d+")
# Clipping frames of no size and outlines never shown; every group of a chart carries both.
_UNSEEN = re.compile(
    r'<path class="foreground"[^>]*display="none"/>'
    r'|<path class="background"[^>]*d="M0,0h0v0h0Z"[^>]*/>'
)
# The page describes the picture as a whole; its parts must not speak.
_ROLES = re.compile(r' (?:role|class|aria-[a-z]+)="[^"]*"')


def drawn(specification: str, *, width: int) -> str:
    """The SVG of a Vega-Lite specification in JSON, so many pixels wide. Takes some 60 ms."""
    spec = json.loads(specification)
    spec["width"] = width
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    svg = _ROLES.sub("", _UNSEEN.sub("", svg))
    return _PATHS.sub(lambda found: _LONG_NUMBERS.sub(r"\1", found.group()), svg)

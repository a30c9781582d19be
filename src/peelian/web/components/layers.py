"""From layers to a finished specification, by the shortest way that Altair allows.

Altair checks every object as it is made and copies a chart, rows and all, with every change to it.
That would cost a page more than everything else it does. Tests hold specifications to the schema.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
from altair.utils.schemapi import disable_debug_mode

from peelian.web.components.look import CONFIG

MARGIN = 4  # pixels
# Told to a layer: it stands in a chart, which has rows for it.
WITHIN = {"top_level": False, "data": alt.Undefined}

disable_debug_mode()


def layered(
    *layers: Any,
    height: int,
    rows: Sequence[Mapping[str, Any]] | None = None,
    datasets: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    left: float = MARGIN,
) -> dict[str, Any]:
    """Layers over each other, ``height`` pixels high and as wide as the page.

    ``rows`` are for all layers that bring none of their own, ``datasets`` for those that name one;
    ``left`` is the margin on that side, in pixels.
    """
    spec: dict[str, Any] = {
        "layer": [each.to_dict(validate=False, context=dict(WITHIN)) for each in layers],
        "width": "container",
        "height": height,
        "padding": {"left": left, "top": MARGIN, "right": MARGIN, "bottom": MARGIN},
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": dict(CONFIG),
    }
    if rows is not None:
        spec["data"] = {"values": list(rows)}
    if datasets is not None:
        spec["datasets"] = datasets
    return spec


def either(test: str, then: Any, otherwise: Any) -> dict[str, Any]:
    """A value that depends on the row, for the classes of Altair that end in ``Value``."""
    return {"value": otherwise, "condition": {"test": test, "value": then}}

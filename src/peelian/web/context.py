"""What every page knows of the site: attributions, where the data stand, whether it is a demo."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from peelian.engines.publishing.sentences import force_name
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.catalogue import current_id, snapshot
from peelian.records.store.invented import invented
from peelian.sources import adapters
from peelian.web.components.parts import Notice

# A notice that names more forces than this is no longer read.
NAMED_AT_MOST = 3
ALWAYS = adapters.ATTRIBUTIONS


def site(request: HttpRequest) -> dict[str, Any]:
    """For the frame of every page."""
    return {
        "attributions": _attributions(settings.STORE_ROOT, current_id(settings.STORE_ROOT)),
        "demo": settings.DEMO,
        "synthetic": synthetic_notice(),
    }


@lru_cache(maxsize=4)
def _attributions(root: Path, snapshot_id: str) -> tuple[str, ...]:
    """The lines that licences want beside what is loaded."""
    return adapters.attributions(snapshot(root, snapshot_id)) if snapshot_id else ALWAYS


def synthetic_notice() -> Notice | None:
    """That some of what is loaded describes no one; None where every row is a real one."""
    types, forces = _invented(settings.STORE_ROOT, current_id(settings.STORE_ROOT))
    if not forces:
        return None
    names = [force_name(slug) for slug in forces[:NAMED_AT_MOST]]
    more = len(forces) - NAMED_AT_MOST
    if more > 0:
        names.append(_("{number} more forces").format(number=more))
    return Notice(
        _("Synthetic"),
        _(
            "Some rows here were invented and describe no one: {types} of {forces}. "
            "Whatever rests on them is marked as synthetic."
        ).format(types=_listed(types), forces=_listed(names)),
    )


@lru_cache(maxsize=4)
def _invented(root: Path, snapshot_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The record types and the forces of which rows are invented, both in order."""
    if not snapshot_id:
        return (), ()
    parts = tuple(invented(snapshot(root, snapshot_id)))
    titles = {
        type_key(model): str(model._meta.verbose_name_plural)
        for model in apps.get_models()
        if issubclass(model, Record)
    }
    types = dict.fromkeys(titles[part.type_key] for part in parts)
    return tuple(types), tuple(dict.fromkeys(part.force_id for part in parts))


def _listed(words: Sequence[str]) -> str:
    *others, last = words
    return _("{others} and {last}").format(others=", ".join(others), last=last) if others else last

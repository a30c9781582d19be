"""Which record type a duty is about, by its name in addresses."""

from functools import cache

from django.apps import apps

from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key


@cache
def model_of(of_type: str) -> type[Record] | None:
    """The record type of this name; None for a thing that is no record, as a decision or a feed."""
    found = (model for model in apps.get_models() if issubclass(model, Record))
    return next((model for model in found if type_key(model) == of_type), None)


@cache
def reference_field(of_type: str) -> str:
    """The field that people call such a record by; empty where there is none."""
    model = model_of(of_type)
    return protection_of(model).reference if model is not None else ""

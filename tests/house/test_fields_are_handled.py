"""Every field that the product keeps is public, restricted or personal: exactly one of them."""

import pytest
from django.apps import apps

from peelian.records.schema import SENSITIVITIES

OUR_MODELS = [model for model in apps.get_models() if model.__module__.startswith("peelian.")]


def sorting_of(model):
    """(field, level) as the model and all its bases sort them."""
    return [
        (field, level)
        for owner in model.__mro__
        if "Handling" in owner.__dict__
        for level in SENSITIVITIES
        for field in owner.__dict__["Handling"].__dict__.get(level, ())
    ]


def test_there_are_models_to_look_at():
    assert {"crime", "outcome", "entry", "user"} <= {m._meta.model_name for m in OUR_MODELS}


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model.__name__)
def test_every_field_is_handled_exactly_once(model):
    fields = sorted(field.name for field in model._meta.concrete_fields)
    handled = sorted(field for field, _ in sorting_of(model))

    assert handled == fields

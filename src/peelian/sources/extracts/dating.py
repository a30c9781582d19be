"""Which field of a record type tells the month of a row."""

from peelian.records.base import MonthField, Record
from peelian.records.derived import LocalMonth
from peelian.records.schema import derived_of


def dated_by(model: type[Record]) -> str:
    """The field that tells the month of a row; empty for a record type that has no month."""
    derivation = derived_of(model).get("month")
    if isinstance(derivation, LocalMonth):
        return derivation.moment
    return next((f.name for f in model._meta.concrete_fields if isinstance(f, MonthField)), "")

"""Checks a declaration against its record type while it is being imported."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal

import ibis
from ibis.common.exceptions import IbisTypeError

from peelian.engines.measures.declared import Dimension, Tables, View
from peelian.records.base import Record
from peelian.records.schema import empty_table, schema_of

Wanted = Literal["a condition", "a number"]
# The field by which a row's place is looked up.
PLACE_FIELD = "lsoa_code"


class MisspeltField(Exception):
    """A declaration names a field that its record type does not have."""


class WrongExpression(Exception):
    """An expression of a declaration does not say what its place needs."""


class BadView(Exception):
    """A view does not add to its base the columns that it names, and only those."""


@cache
def schema_for(of: type[Record] | View) -> ibis.Schema:
    """Columns that an expression may use: those of the record type, and those a view adds.

    Raises `BadView` where a view's columns are not those of its base and those it names.
    """
    if not isinstance(of, View):
        return schema_of(of)
    schema = of.build(empty_table).schema()
    base = schema_of(of.base).names
    if set(schema.names) != {*base, *of.adds} or set(base) & set(of.adds):
        raise BadView(
            f"The view {of.key} has the columns {', '.join(schema.names)}. It must have those of "
            f"{of.base.__name__} ({', '.join(base)}) and those it adds ({', '.join(of.adds)})."
        )
    return schema


def check_field(measure: str, role: str, name: str, of: type[Record] | View) -> None:
    """Raise `MisspeltField`, with the fields to choose from, unless `of` has the field."""
    schema = schema_for(of)
    if name not in schema:
        raise MisspeltField(_complaint(measure, role, name, of, schema))


def check_dimension(measure: str, dimension: Dimension, of: type[Record] | View) -> None:
    """Raise `MisspeltField` unless the rows, located if the dimension does so, have its field."""
    schema = schema_for(of) if dimension.locate is None else _located(dimension.locate, of)
    name = dimension.field or PLACE_FIELD
    if name not in schema:
        raise MisspeltField(_complaint(measure, dimension.key, name, of, schema))


@cache
def _located(locate: Callable[[Any, Tables], Any], of: type[Record] | View) -> ibis.Schema:
    """The columns of located rows: many dimensions locate alike, and every start checks them."""
    schema: ibis.Schema = locate(ibis.table(schema_for(of), name="checked"), empty_table).schema()
    return schema


def bind(
    measure: str, role: str, expression: Any, of: type[Record] | View, *, wants: Wanted
) -> None:
    """Check a deferred expression: its fields exist, and its answer is what its place needs.

    Raises `MisspeltField` with the fields to choose from, or `WrongExpression`.
    """
    table = ibis.table(schema_for(of), name="checked")
    try:
        (bound,) = table.bind(expression)
    except AttributeError as error:
        if not isinstance(error.obj, ibis.Table):
            raise WrongExpression(
                f"{measure}: {role} uses '.{error.name}', which its field does not offer."
            ) from error
        raise MisspeltField(
            _complaint(measure, role, error.name or "", of, table.columns)
        ) from error
    except IbisTypeError as error:
        raise WrongExpression(f"{measure}: {role} cannot be computed: {error}") from error
    kind = bound.type()
    if not (kind.is_boolean() if wants == "a condition" else kind.is_numeric()):
        raise WrongExpression(f"{measure}: {role} must be {wants}, but it is of type {kind}.")


def _complaint(
    measure: str, role: str, name: str, of: type[Record] | View, fields: Iterable[str]
) -> str:
    title = of.key if isinstance(of, View) else of.__name__
    known = list(fields)
    close = get_close_matches(name, known, n=1)
    hint = f" Perhaps '{close[0]}'." if close else ""
    return (
        f"{measure}: {role} uses '{name}', but {title} has no such field.{hint} "
        f"Fields you can use: {', '.join(known)}."
    )

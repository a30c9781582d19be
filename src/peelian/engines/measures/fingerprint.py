"""A hash of a measure's definition, so that no change of it escapes a new version.

It rests on the declaration as bound to its rows, and so on views and populations too, but not on
how the engine puts its query, and only on the columns in use: neither a faster engine nor a field
added to a record type makes a new definition.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

import ibis

from peelian.engines.measures.declared import Tables
from peelian.engines.measures.explain import declared
from peelian.engines.measures.kinds import Count, Measure, Rate, RateRatio, Share
from peelian.engines.measures.query import rows_of
from peelian.records.base import Record
from peelian.records.schema import schema_of, type_key

Question = Callable[[Any], Any]
Fields = Callable[[type[Record]], Mapping[str, Any]]


def fingerprint(measure: Measure, *, fields: Fields = schema_of) -> str:
    """The same for the same definition, in every process.

    `fields` gives the columns that a record type has, with their types.
    """
    parts = [*declared(measure).lines, ("definition", measure.definition)]
    questions: list[Question] = [lambda tables: _counted(measure, tables)]
    if isinstance(measure, Rate | RateRatio):
        questions.append(measure.per.table)
    if isinstance(measure, RateRatio):
        parts.append(("group", f"{measure.group.field}, {measure.group.place}"))
    bound = [_bound(question, fields) for question in questions]
    return hashlib.sha256(json.dumps([parts, bound]).encode()).hexdigest()[:16]


def _counted(measure: Measure, tables: Tables) -> Any:
    """The rows of a measure with nothing but what it says of them."""
    rows = rows_of(measure, tables)
    said = {"dated_by": rows[measure.dated_by], "counting": measure.counting}
    said |= {
        name: getattr(measure, name)
        for name in measure.conditions
        if getattr(measure, name) is not None
    }
    if isinstance(measure, Count | Share) and measure.distinct:
        said["distinct"] = rows[measure.distinct]
    if isinstance(measure, Count | Rate | RateRatio) and measure.weight:
        said["weight"] = rows[measure.weight]
    return rows.select(**said)


def _bound(question: Question, fields: Fields) -> str:
    """The question over tables that hold only the columns which it uses."""
    models: dict[type[Record], frozenset[str]] = {}

    def noted(model: type[Record]) -> ibis.Table:
        models[model] = frozenset()
        return _table(model, fields, frozenset())

    def needed(model: type[Record], name: str) -> bool:
        def tables(asked: type[Record]) -> ibis.Table:
            return _table(asked, fields, frozenset({name} if asked is model else ()))

        try:
            question(tables)
        except (AttributeError, ibis.IbisError):
            return True
        return False

    question(noted)
    unused = {
        model: frozenset(name for name in fields(model) if not needed(model, name))
        for model in models
    }
    return repr(question(lambda model: _table(model, fields, unused[model])))


def _table(model: type[Record], fields: Fields, without: frozenset[str]) -> ibis.Table:
    kept = {name: kind for name, kind in fields(model).items() if name not in without}
    return ibis.table(dict(sorted(kept.items())), name=type_key(model))

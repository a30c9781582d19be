"""A hash of a measure's definition, so that no change of it escapes a new version.

It rests on the declaration and on the bound query, and so on views and populations too, but only
on the columns that these use: a field added to a record type changes no measure.
"""

import hashlib
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import ibis

from peelian.engines.measures.explain import declared
from peelian.engines.measures.kinds import Measure, Rate, RateRatio
from peelian.engines.measures.periods import Period
from peelian.engines.measures.query import query
from peelian.engines.measures.request import request
from peelian.records.base import Record
from peelian.records.schema import schema_of, type_key

# Any year will do: it is the same for all versions of all measures.
YEAR = Period("2000-01", "2000-12")
Question = Callable[[Any], Any]


def fingerprint(measure: Measure) -> str:
    """The same for the same definition, in every process."""
    questions: list[Question] = [lambda tables: query(request(measure), tables, (YEAR,))]
    if isinstance(measure, Rate | RateRatio):
        questions.append(measure.per.table)
    text = json.dumps(
        [declared(measure).lines, measure.definition, *(_bound(question) for question in questions)]
    )
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _bound(question: Question) -> str:
    """The question over tables that hold only the columns which it uses."""
    models: list[type[Record]] = []

    def noted(model: type[Record]) -> ibis.Table:
        models.append(model)
        return _table(model, frozenset())

    question(noted)
    unused = {
        model: frozenset(
            name for name in schema_of(model).names if _can_do_without(question, model, name)
        )
        for model in dict.fromkeys(models)
    }
    return repr(question(lambda model: _table(model, unused[model])))


def _can_do_without(question: Question, without: type[Record], name: str) -> bool:
    def tables(model: type[Record]) -> ibis.Table:
        return _table(model, frozenset({name}) if model is without else frozenset())

    try:
        question(tables)
    except (AttributeError, ibis.IbisError):
        return False
    return True


@cache
def _table(model: type[Record], without: frozenset[str]) -> ibis.Table:
    kept = {name: kind for name, kind in schema_of(model).items() if name not in without}
    return ibis.table(dict(sorted(kept.items())), name=type_key(model))

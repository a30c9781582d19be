"""The engine, on DuckDB and on Polars, against the slow twin on random small worlds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.measures import plain
from engines.measures.oracle_samples import questions
from peelian.areas.crime.measures import MEASURES
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.examples import ENGINES, ExampleTables
from peelian.engines.measures.request import request
from peelian.engines.measures.words import in_brief

BY_KEY = {measure.key: measure for measure in MEASURES}


def answer_of(measure, example, first, last, engine):
    asked = request(measure, by=example.by, where=example.where, first=first, last=last)
    answer = calculate(asked, ExampleTables(example, engine))
    return "\n".join(in_brief(cell, measure) for cell in answer.cells)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("key", BY_KEY)
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_both_engines_show_what_plain_python_shows(key, engine, data):
    measure = BY_KEY[key]
    example, first, last = data.draw(questions(measure))

    told = plain.shows(measure.key, example, first, last)

    assert answer_of(measure, example, first, last, engine) == told

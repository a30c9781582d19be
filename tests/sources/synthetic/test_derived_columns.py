"""Columns that follow from others are what the loader, and the calendar itself, would say."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from peelian.areas.contact.models import Call
from peelian.areas.stop_and_search.models import StopSearch
from peelian.records.load.derive import derivation_sql
from peelian.records.schema import derived_of, schema_of
from peelian.sources.synthetic.clock import hours_of
from peelian.sources.synthetic.kinds import KINDS
from peelian.spine.incident import Incident


@pytest.mark.parametrize("model", [Call, Incident, StopSearch], ids=lambda model: model.__name__)
@pytest.mark.parametrize("month", ["2023-10", "2024-03"])
def test_every_derived_column_is_what_the_loader_derives(staffordshire, model, month):
    """In October one hour comes twice, in March one is left out."""
    rules = derived_of(model)
    differ = " + ".join(
        f'count(*) FILTER ("{name}" IS DISTINCT FROM {derivation_sql(rule)})'
        for name, rule in rules.items()
    )
    kind = model.__name__.lower()
    assert staffordshire.one(f"SELECT {differ} FROM rows", kind, month=month) == 0
    some = " AND ".join(f'count("{name}") > 0' for name in rules)
    assert staffordshire.one(f"SELECT {some} FROM rows", kind, month=month)


@pytest.mark.parametrize(
    ("month", "hours"), [("2023-10", 31 * 24 + 1), ("2024-03", 31 * 24 - 1), ("2024-02", 29 * 24)]
)
def test_a_month_has_the_hours_of_its_local_calendar(month, hours):
    found = hours_of(month)
    assert len(found.starts) == hours
    for start, weekday, hour in zip(found.starts, found.weekdays, found.hours, strict=True):
        local = datetime.fromtimestamp(int(start), UTC).astimezone(ZoneInfo("Europe/London"))
        assert (local.strftime("%Y-%m"), local.isoweekday(), local.hour) == (month, weekday, hour)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_files_hold_the_columns_of_the_store(eight, kind):
    described = eight.ask("DESCRIBE rows", kind.key)
    names = {"VARCHAR": "string", "TIMESTAMP WITH TIME ZONE": "timestamp('UTC')"}
    found = {name: names.get(of, of) for name, of, *_ in described}
    wanted = {name: str(of) for name, of in schema_of(kind.model).items()}
    assert list(found) == list(wanted)
    assert {name: of for name, of in found.items() if of == "string"} == {
        name: of for name, of in wanted.items() if of == "string"
    }

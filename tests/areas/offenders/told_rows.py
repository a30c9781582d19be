"""Rows as a loader would bring them, what they tell, and what duties make of it."""

from datetime import UTC, datetime

from peelian.engines.duties.calendars import Calendar
from peelian.engines.duties.unfold import Event, unfold
from peelian.records.schema import schema_of
from peelian.records.telling import told_by


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def row(model, **said):
    return {
        **dict.fromkeys(schema_of(model).names),
        "record_id": f"{model.__name__}-{len(said)}",
        "force_id": "staffordshire",
        **said,
    }


def names(model, **said):
    return [one.name for one in told_by(model, row(model, **said), "place")]


def events(*told):
    """What some rows tell, as duties read it."""
    return [
        Event(one.name, one.at, (one.record_type, one.record_id), one.facts)
        for model, said in told
        for one in told_by(model, row(model, **said), "place")
    ]


def unfolded(rule, *told):
    return unfold(
        rule, events(*told), calendar=Calendar(), number=lambda setting, _day: setting.default
    )

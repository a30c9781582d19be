"""A comparison as JSON and as CSV: nothing is left out, nobody is dropped."""

import csv
import io
import json
from dataclasses import fields, replace

import pytest

from engines.comparisons.comparison_samples import STEADY, forces, series
from engines.measures.measure_samples import count, share
from peelian.engines.comparisons.compare import compare
from peelian.engines.comparisons.compared import (
    Compared,
    Comparison,
    ControlChart,
    Peer,
    Peers,
    Variable,
)
from peelian.engines.comparisons.control import control_chart
from peelian.engines.measures.declared import Comparable
from peelian.engines.publishing.comparison import (
    internal_chart,
    internal_comparison,
    shown_chart,
    shown_comparison,
)
from peelian.engines.publishing.comparison_json import as_json, chart_as_json
from peelian.engines.publishing.comparison_table import as_csv
from peelian.engines.publishing.shown import Internal, NotReleasable, Released

FIVE = {"kent": (6, 10), "dorset": (2, 10), "gwent": (3, 10), "btp": (1, 9)}
LIKE = Peers(
    of=Peer(force="kent", distance=0.0, values={"residents": 1.0}),
    peers=(
        Peer(force="dorset", distance=0.5, values={"residents": 2.0}),
        Peer(force="gwent", distance=0.7, values={"residents": 3.0}),
    ),
    variables=(Variable(key="residents", title="residents", authority="ONS", scaling="log"),),
    method="nearest",
)


def found(measure=None, **asked):
    measure = measure or share()
    return shown_comparison(compare(measure, forces(FIVE), **asked), measure)


def as_read(shown):
    """What a reader of the file gets."""
    return json.loads(json.dumps(as_json(shown), allow_nan=False))


def rows_of(shown):
    return list(csv.DictReader(io.StringIO(as_csv(shown))))


def test_every_field_of_a_comparison_is_in_the_file():
    whole = as_read(found(own="kent"))

    assert {field.name for field in fields(Comparison)} <= whole.keys()
    assert {field.name for field in fields(Compared)} <= whole["forces"][0].keys()
    assert whole["own"] == "kent"
    assert whole["comparable"]["allowed"] is True


def test_each_force_has_its_figure_whole():
    kent = as_read(found())["forces"][0]

    assert (kent["force"], kent["name"], kent["rank"]) == ("kent", "Kent Police", 1)
    assert (kent["cell"]["numerator"], kent["cell"]["denominator"]) == (6, 10)
    assert kent["cell"]["method"] == "wilson"
    assert kent["cell"]["lower"] < 0.6 < kent["cell"]["upper"]
    assert (kent["cell"]["unknown"], kent["cell"]["note"]) == (0, "")
    assert kent["cell"]["figure"].endswith(";force=kent")
    assert kent["limits"]["lower998"] < kent["limits"]["lower95"]


def test_lines_funnel_and_chance_are_there():
    whole = as_read(found(divisor="n"))

    assert whole["lines"]["divisor"] == "n"
    assert whole["funnel"]["centre"] == pytest.approx(11 / 30)
    assert len(whole["funnel"]["curve"]) > 20
    assert [one["rule"] for one in whole["chance"]] == [
        "outside one standard deviation",
        "beyond the 95% limits",
        "beyond the 99.8% limits",
    ]


def test_who_is_not_compared_is_named_with_the_reason():
    whole = as_read(found())

    assert [(left["force"], left["cell"]["numerator"]) for left in whole["set_aside"]] == [
        ("btp", 1)
    ]
    assert len(whole["missing"]) == 40
    assert all(left["reason"] and left["cell"] is None for left in whole["missing"])


def test_a_refusal_keeps_the_cells_and_nothing_that_ranks():
    refused = share(comparable=Comparable(allowed=False, reason="By habit."))
    whole = as_read(found(refused))

    assert whole["refusal"] == "Not comparable between forces: By habit."
    assert (whole["forces"], whole["lines"], whole["funnel"], whole["chance"]) == (
        [],
        None,
        None,
        [],
    )
    assert {cell["unit"]: cell["numerator"] for cell in whole["cells"]} == {
        "btp": 1,
        "dorset": 2,
        "gwent": 3,
        "kent": 6,
    }


def test_peers_are_there_with_values_distances_and_method():
    peers = as_read(found(own="kent", peers=LIKE))["peers"]

    assert peers["of"]["values"] == {"residents": 1.0}
    assert [(one["name"], one["distance"]) for one in peers["peers"]] == [
        ("Dorset Police", 0.5),
        ("Gwent Police", 0.7),
    ]
    assert (peers["variables"][0]["authority"], peers["method"]) == ("ONS", "nearest")


def test_nothing_loaded_is_a_file_all_the_same():
    whole = as_read(shown_comparison(compare(share(), forces({})), share()))

    assert (whole["period"], whole["cells"]) == (None, [])
    assert whole["refusal"]


def test_a_control_chart_is_whole_too():
    chart = control_chart(count(), series(*STEADY, 14), force="kent")
    whole = json.loads(json.dumps(chart_as_json(shown_chart(chart, count())), allow_nan=False))

    assert {field.name for field in fields(ControlChart)} <= whole.keys()
    assert whole["cells"][whole["signals"][0]["at"][0]]["period"]["first"] == "2021-01"


def test_csv_has_a_row_for_each_force_and_for_each_that_is_not_compared():
    rows = rows_of(found())

    assert [row["force"] for row in rows[:4]] == ["kent", "gwent", "dorset", "btp"]
    assert [row["status"] for row in rows[:5]] == [*["compared"] * 3, "set_aside", "missing"]
    assert len(rows) == 44
    kent, surrey = rows[0], next(row for row in rows if row["force"] == "surrey")
    assert (kent["rank"], kent["value"], kent["band"], kent["zone"]) == (
        "1",
        "0.6",
        "above",
        "within",
    )
    assert (surrey["value"], surrey["rank"]) == ("", "")
    assert surrey["reason"] == "No crime file of Surrey Police is loaded for March 2021."


def test_csv_of_a_refusal_has_figures_and_no_rank():
    rows = rows_of(found(count()))

    assert {row["status"] for row in rows} == {"not_ranked", "set_aside", "missing"}
    assert {row["rank"] for row in rows} == {""}
    assert next(row for row in rows if row["force"] == "kent")["numerator"] == "6"


def test_attributions_stand_in_a_column_of_their_own():
    text = as_csv(found(), attributions=("One.", "Two."))

    assert text.splitlines()[0].endswith(",note,attribution")
    assert all(line.endswith("One. Two.") for line in text.splitlines()[1:])


def test_what_needs_a_release_stays_within_the_force():
    measure = share(profile="person")
    comparison = compare(measure, forces(FIVE))
    chart = control_chart(replace(measure), series(*STEADY), force="kent")

    with pytest.raises(NotReleasable):
        shown_comparison(comparison, measure)
    with pytest.raises(NotReleasable):
        shown_chart(chart, measure)
    within = internal_comparison(comparison, measure)
    assert {type(one) for one in within.shown.values()} == {Internal}
    assert {type(one) for one in internal_chart(chart, measure).shown} == {Internal}
    assert {type(one) for one in found().shown.values()} == {Released}

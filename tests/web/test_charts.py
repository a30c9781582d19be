"""Plots tell no lies: no zero for a gap, no line into maturing months, no bar without a figure."""

from itertools import pairwise

import altair as alt
import pytest

from peelian.web.components.charts import Event, Point
from peelian.web.components.look import SERIES_COLOURS, ruler
from web.chart_samples import FORCES, MONTHS, drawn_bars, drawn_trend, figures, layer, months, svg


@pytest.mark.parametrize(
    "chart",
    [
        lambda: drawn_trend(months(0.06, 0.07, None, 0.05, 0.02, maturing_from=4)),
        lambda: drawn_trend(months(0.06, 0.07), events=[Event(label="Apr 2021", text="New form")]),
        lambda: drawn_bars(FORCES),
    ],
    ids=["gap and maturing", "event", "bars"],
)
def test_the_specification_is_valid_vega_lite(chart):
    """Held against the schema here, once; a page would spend half of its time on it."""
    alt.LayerChart.from_dict(chart().spec).to_dict(validate=True)


class TestTrend:
    def test_a_month_without_data_is_no_figure_and_breaks_the_line(self):
        chart = drawn_trend(months(0.06, 0.07, None, 0.05, 0.06))

        assert [row["label"] for row in figures(chart)] == [
            "Mar 2021",
            "Apr 2021",
            "Jun 2021",
            "Jul 2021",
        ]
        before, after = {row["run"] for row in figures(chart)[:2]}, {figures(chart)[2]["run"]}
        assert before.isdisjoint(after)
        assert layer(chart, "line")["encoding"]["detail"]["field"] == "run"

    def test_a_month_without_data_still_stands_on_the_axis(self):
        chart = drawn_trend(months(0.06, None, 0.05))

        scale = layer(chart, "line")["encoding"]["x"]["scale"]
        assert scale["domain"] == ["Mar 2021", "Apr 2021", "May 2021"]
        (column,) = layer(chart, "columns")["data"]["values"]
        assert column["label"] == "Apr 2021"

    def test_the_gap_is_explained(self):
        notes = " ".join(drawn_trend(months(0.06, None, 0.05)).notes)

        assert "does not mean zero" in notes

    def test_maturing_months_are_dashed_and_joined_to_nothing(self):
        chart = drawn_trend(months(0.06, 0.07, 0.05, 0.02, 0.01, maturing_from=3))

        rows = figures(chart)
        assert {row["run"] for row in rows if row["maturing"]}.isdisjoint(
            row["run"] for row in rows if not row["maturing"]
        )
        dashed = layer(chart, "maturing line")
        assert dashed["mark"]["strokeDash"] == [5, 4]
        assert dashed["transform"] == [{"filter": "datum.maturing"}]
        assert layer(chart, "line")["transform"] == [{"filter": "!datum.maturing"}]
        assert "strokeDash" not in layer(chart, "line")["mark"]

    def test_the_line_follows_time_not_the_alphabet(self):
        shuffled = months(0.01, 0.02, 0.03, 0.04)[::-1]

        chart = drawn_trend(shuffled)

        assert [row["value"] for row in figures(chart)] == [0.01, 0.02, 0.03, 0.04]
        assert layer(chart, "line")["encoding"]["x"]["scale"]["domain"] == MONTHS[:4]

    def test_the_axis_starts_at_zero_unless_asked_otherwise(self):
        points = months(0.06, 0.07)

        assert layer(drawn_trend(points), "line")["encoding"]["y"]["scale"]["domain"][0] == 0
        cut = drawn_trend(points, from_zero=False)
        assert layer(cut, "line")["encoding"]["y"]["scale"]["domain"][0] == 0.05

    def test_the_band_is_the_range(self):
        encoding = layer(drawn_trend(months(0.06, 0.07)), "range")["encoding"]

        assert (encoding["y"]["field"], encoding["y2"]["field"]) == ("lower", "upper")

    def test_events_stand_in_words_at_their_month(self):
        chart = drawn_trend(
            months(0.06, 0.07, 0.05), events=[Event(label="Apr 2021", text="New system")]
        )

        words = [
            row["words"]
            for each in chart.spec["layer"]
            for row in each.get("data", {}).get("values", [])
            if "words" in row
        ]
        assert words == ["New system", "New system"]  # the rule and its text
        assert ">New system<" in svg(chart)

    def test_an_event_outside_the_months_says_which_months_there_are(self):
        with pytest.raises(ValueError, match=r"'Jan 2020'.*Mar 2021 to Apr 2021"):
            drawn_trend(months(0.06, 0.07), events=[Event(label="Jan 2020", text="x")])

    def test_series_are_named_at_their_lines_without_a_legend(self):
        names = ["Staffordshire", "Cheshire", "Derbyshire", "West Mercia"]
        points = [
            point
            for place, name in enumerate(names)
            for point in months(0.05 + place / 100, 0.06, series=name)
        ]

        chart = drawn_trend(points)

        colours = layer(chart, "line")["encoding"]["color"]
        assert colours["scale"]["range"] == list(SERIES_COLOURS)
        assert colours["legend"] is None
        picture = svg(chart)
        assert all(f">{name}<" in picture for name in names)

    def test_names_at_one_height_do_not_overlap(self):
        points = [
            point for name in ("One", "Two", "Three") for point in months(0.05, 0.06, series=name)
        ]

        heights = [row["at"] for row in layer(drawn_trend(points), "names")["data"]["values"]]

        line_of_text = 17 / 280 * 0.08
        gaps = [after - before for before, after in pairwise(heights)]
        assert min(gaps) >= line_of_text * 0.99

    def test_a_fifth_series_is_refused(self):
        points = [point for name in "abcde" for point in months(0.05, series=name)]

        with pytest.raises(ValueError, match="at most 4 series"):
            drawn_trend(points)

    def test_a_month_twice_is_refused(self):
        with pytest.raises(ValueError, match="'Mar 2021' stands twice"):
            drawn_trend(months(0.05) + months(0.06))

    def test_no_points_is_refused(self):
        with pytest.raises(ValueError, match="at least one point"):
            drawn_trend([])

    def test_nothing_but_gaps_is_still_a_chart(self):
        chart = drawn_trend(months(None, None))

        assert figures(chart) == []
        assert svg(chart)


class TestBars:
    def test_the_longest_stands_first_and_the_missing_last(self):
        rows = figures(drawn_bars(FORCES))

        assert [row["label"] for row in rows] == ["Staffordshire", "Cheshire", "Merseyside"]

    def test_missing_is_said_in_words_and_has_no_bar(self):
        chart = drawn_bars(FORCES)

        assert figures(chart)[-1]["reason"] == "no data"
        assert layer(chart, "bars")["transform"] == [{"filter": "isValid(datum.value)"}]

    def test_bars_start_at_zero(self):
        assert layer(drawn_bars(FORCES), "bars")["encoding"]["x"]["scale"]["domain"] == [0, 83]

    def test_a_maturing_bar_is_hollow_and_explained(self):
        chart = drawn_bars([Point(label="Drugs", value=3.0, maturing=True)])

        assert figures(chart)[0]["fill"] == "white"
        assert chart.notes == ("Dashed bars are not yet complete and will still change.",)

    def test_whiskers_span_the_range(self):
        encoding = layer(drawn_bars(FORCES), "whiskers")["encoding"]

        assert (encoding["x"]["field"], encoding["x2"]["field"]) == ("lower", "upper")

    def test_two_bars_of_one_name_are_refused(self):
        with pytest.raises(ValueError, match="Two bars are called"):
            drawn_bars([*FORCES, FORCES[0]])


class TestPoint:
    def test_a_hidden_figure_carries_no_number(self):
        with pytest.raises(ValueError, match="status 'suppressed' and the value 3"):
            Point(label="Drugs", value=3, status="suppressed")

    def test_a_figure_that_is_ok_has_a_value(self):
        with pytest.raises(ValueError, match="status 'ok' but no value"):
            Point(label="Drugs", value=None)

    def test_a_range_has_two_ends(self):
        with pytest.raises(ValueError, match="one end of a range"):
            Point(label="Drugs", value=3, lower=2)


class TestRuler:
    @pytest.mark.parametrize(
        ("highest", "kind", "ticks", "number_format"),
        [
            (0.077, "share", (0.0, 0.02, 0.04, 0.06, 0.08), ".0%"),
            (0.012, "share", (0.0, 0.0025, 0.005, 0.0075, 0.01, 0.0125), ".2%"),
            (112.0, "rate", (0.0, 25.0, 50.0, 75.0, 100.0, 125.0), ",.0f"),
            (3.0, "count", (0.0, 1.0, 2.0, 3.0), ",.0f"),
            (9631.0, "count", (0.0, 2000.0, 4000.0, 6000.0, 8000.0, 10000.0), ",.0f"),
        ],
    )
    def test_ticks_are_numbers_that_people_count_in(self, highest, kind, ticks, number_format):
        found = ruler(lowest=0, highest=highest, kind=kind)

        assert found.ticks == ticks
        assert found.number_format == number_format

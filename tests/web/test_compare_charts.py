"""The charts of a comparison: what colour says is said by sign, and no line is drawn wrongly."""

import altair as alt
import pytest

from peelian.engines.comparisons.compared import Signal
from peelian.web.components.charts import Event, Line, Point
from web.chart_samples import figures, layer, svg
from web.comparison_samples import (
    BARS,
    BEYOND,
    SPOTS,
    drawn_control,
    drawn_deviation,
    drawn_funnel,
)


def values(chart, name):
    return layer(chart, name)["data"]["values"]


@pytest.mark.parametrize("draw", [drawn_deviation, drawn_funnel, drawn_control])
def test_the_specification_is_valid_vega_lite(draw):
    alt.LayerChart.from_dict(draw().spec).to_dict(validate=True)


class TestDeviation:
    def test_the_highest_stands_first(self):
        assert [row["label"] for row in figures(drawn_deviation())] == ["Dorset", "Kent", "Surrey"]

    def test_bands_differ_by_sign_as_well_as_by_colour(self):
        rows = {row["label"]: row for row in figures(drawn_deviation())}

        assert rows["Dorset"]["shown"] == "8.50 ▲"
        assert rows["Kent"]["shown"] == "6.50"
        assert rows["Surrey"]["shown"] == "3.00 ▼"
        assert len({row["fill"] for row in rows.values()}) == 3

    def test_the_own_force_is_dark_and_bold_and_keeps_its_sign(self):
        chart = drawn_deviation(own="Surrey")

        own = next(row for row in figures(chart) if row["label"] == "Surrey")
        assert (own["fill"], own["weight"], own["shown"]) == ("#0b0c0c", "bold", "3.00 ▼")
        assert "The black bar is Surrey." in chart.notes

    def test_three_lines_are_named_and_only_the_mean_is_dashed(self):
        rows = values(drawn_deviation(), "lines")

        assert [row["words"] for row in rows] == [
            "One deviation\nbelow 4.00",
            "Mean 6.00",
            "One deviation\nabove 8.00",
        ]
        assert [row["main"] for row in rows] == [False, True, False]

    def test_a_line_below_zero_is_said_and_not_drawn(self):
        low = Line(at=-1.0, words="One deviation below -1.00")
        chart = drawn_deviation(lines=(low, Line(at=6.0, words="Mean 6.00", main=True)))

        assert [row["words"] for row in values(chart, "lines")] == ["Mean 6.00"]
        assert "One deviation below -1.00 would lie below zero" in " ".join(chart.notes)

    def test_the_axis_holds_the_upper_line_where_no_bar_reaches_it(self):
        chart = drawn_deviation(BARS[1:2])

        assert layer(chart, "bars")["encoding"]["x"]["scale"]["domain"] == [0, 8.0]

    def test_words_of_a_line_near_zero_are_given_room(self):
        low = Line(at=0.1, words="One deviation below 0.10")

        assert drawn_deviation().spec["padding"]["left"] == 4
        assert drawn_deviation(lines=(low,)).spec["padding"]["left"] > 30

    @pytest.mark.parametrize(
        ("points", "own", "sentence"),
        [
            ((), "", "at least one force"),
            ((*BARS, BARS[0]), "", "Two bars are called 'Kent'"),
            (BARS, "Gwent", "No bar is called 'Gwent'"),
            ((Point(label="Gwent", value=None, status="no_data"),), "", "Only forces with a value"),
            ((Point(label="Gwent", value=1.0, series="sideways"),), "", "the band 'sideways'"),
        ],
    )
    def test_what_cannot_be_compared_is_refused(self, points, own, sentence):
        with pytest.raises(ValueError, match=sentence):
            drawn_deviation(points, own=own)


class TestFunnel:
    def test_outside_forces_point_away_from_the_middle_and_far_ones_are_filled(self):
        rows = {row["label"]: row for row in figures(drawn_funnel())}

        assert rows["Dorset"]["shape"] == "triangle-up"
        assert rows["Dorset"]["fill"] == "white"
        assert rows["Surrey"]["shape"] == "triangle-down"
        assert rows["Surrey"]["fill"] == "#12436D"
        assert rows["Kent"]["shape"] == "circle"

    def test_forces_outside_are_named_and_those_within_are_not(self):
        words = {row["words"] for row in values(drawn_funnel(), "leaders")}

        assert words == {"Dorset", "Surrey"}

    def test_the_own_force_is_named_wherever_it_lies(self):
        words = [row["words"] for row in values(drawn_funnel(own="Kent"), "leaders")]

        assert words[0] == "Kent"

    def test_more_forces_than_can_be_named_are_counted(self):
        many = [
            Point(label=f"Force {n}", value=8.0 + n / 10, series="above", size=800_000 + 9_000 * n)
            for n in range(15)
        ]

        assert "3 more lie outside" in " ".join(drawn_funnel(many).notes)

    def test_both_pairs_of_limits_are_drawn_and_named(self):
        chart = drawn_funnel()

        bounds = {row["bound"] for row in chart.spec["datasets"]["limits"]}
        assert bounds == {"upper998", "upper95", "lower95", "lower998"}
        assert layer(chart, "limits 95%")["mark"]["strokeDash"] == [6, 4]
        words = [row["words"] for row in values(chart, "names of lines")]
        assert sorted(words) == ["95%", "95%", "99.8%", "99.8%", "middle"]

    def test_limits_leave_off_where_they_leave_the_chart(self):
        chart = drawn_funnel()

        low, high = layer(chart, "limits 95%")["encoding"]["y"]["scale"]["domain"]
        assert all(low <= row["value"] <= high for row in chart.spec["datasets"]["limits"])

    def test_a_force_without_a_size_is_refused(self):
        with pytest.raises(ValueError, match="the size None"):
            drawn_funnel((Point(label="Gwent", value=1.0, series="within"),))

    def test_no_limits_are_refused(self):
        with pytest.raises(ValueError, match="needs forces and limits"):
            drawn_funnel(SPOTS, limits=())


class TestControl:
    def test_a_signal_has_a_shape_of_its_own_and_is_named(self):
        chart = drawn_control()

        shapes = {row["label"]: row["shape"] for row in values(chart, "months")}
        assert shapes["Apr 2021"] == "diamond"
        assert {shapes[month] for month in ("Jan 2021", "May 2021")} == {"circle"}
        assert ">beyond a limit<" in svg(chart)

    def test_a_point_that_breaks_two_rules_has_the_graver_shape(self):
        trend = Signal(rule="trend", at=(3, 4, 5), says="x")

        shapes = [row["shape"] for row in values(drawn_control(signals=(trend, BEYOND)), "months")]

        assert shapes == ["circle", "circle", "diamond", "triangle-up", "triangle-up"]

    def test_limits_step_from_one_stretch_to_the_next(self):
        rows = [row for row in values(drawn_control(), "limits") if not row["main"]]

        assert [(row["label"], row["last"], row["value"]) for row in rows] == [
            ("Jan 2021", "Feb 2021", 4.6),
            ("Jan 2021", "Feb 2021", 5.6),
            ("Apr 2021", "Jun 2021", 4.4),
            ("Apr 2021", "Jun 2021", 6.0),
        ]

    def test_a_month_without_a_figure_breaks_the_line(self):
        chart = drawn_control()

        runs = {row["label"]: row["run"] for row in values(chart, "line")}
        assert runs["Jan 2021"] == runs["Feb 2021"] != runs["Apr 2021"] == runs["Jun 2021"]
        assert [row["label"] for row in values(chart, "gaps")] == ["Mar 2021"]
        assert "does not mean zero" in " ".join(chart.notes)

    def test_who_made_limits_anew_stands_on_the_chart(self):
        chart = drawn_control(events=[Event(label="Apr 2021", text="Made anew by R. Example")])

        assert ">Made anew by R. Example<" in svg(chart)

    def test_a_position_without_a_month_is_refused(self):
        with pytest.raises(ValueError, match="There is no month 9"):
            drawn_control(signals=(Signal(rule="trend", at=(9,), says="x"),))

"""Maps tell no lies: every shade has its limits, and no area is pale for want of data."""

from itertools import pairwise

import pytest

from peelian.web.components.charts import Point
from peelian.web.components.choropleth import class_limits
from peelian.web.components.look import CLASS_COLOURS
from web.chart_samples import ELEVEN_AREAS, areas, drawn_map, key_words, square


class TestChoropleth:
    def test_there_are_five_shades(self):
        chart = drawn_map(ELEVEN_AREAS)

        scale = chart.spec["layer"][0]["encoding"]["fill"]["scale"]
        assert scale["range"] == list(CLASS_COLOURS)
        assert [area["shade"] for area in areas(chart)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, -1]

    def test_the_key_gives_the_limits_that_shade_the_map(self):
        assert key_words(drawn_map(ELEVEN_AREAS)) == [
            "under 28.0",
            "28.0 to under 46.0",
            "46.0 to under 64.0",
            "64.0 to under 82.0",
            "82.0 or more",
            "no data",
        ]

    def test_missing_is_hatched_and_never_the_palest_shade(self):
        condition = drawn_map(ELEVEN_AREAS).spec["layer"][0]["encoding"]["fill"]["condition"]

        assert condition["test"] == "datum.shade < 0"
        assert condition["value"]["gradient"] == "linear"

    def test_an_area_without_a_point_is_missing(self):
        chart = drawn_map((10.0, 20.0), points=[Point(label="Area 0", key="E0", value=10.0)])

        assert [area["shade"] for area in areas(chart)] == [0, -1]
        assert areas(chart)[1]["text"] == "no data"

    def test_a_hidden_area_is_not_called_missing(self):
        points = [
            Point(label="Area 0", key="E0", value=10.0),
            Point(label="Area 1", key="E1", value=None, status="suppressed"),
        ]

        assert key_words(drawn_map((10.0, 20.0), points=points))[-1] == "no data, or not shown"

    def test_a_map_without_gaps_has_no_key_for_them(self):
        assert "no data" not in key_words(drawn_map((1.0, 2.0, 3.0, 4.0, 5.0)))

    def test_equal_areas_share_one_shade(self):
        chart = drawn_map((5.0, 5.0, 5.0))

        assert {area["shade"] for area in areas(chart)} == {0}
        assert key_words(chart) == ["all areas with a figure"]

    def test_a_hole_runs_the_other_way_round(self):
        """Both rings run the same way here, and would fill the hole if left alone."""
        outer, hole = (
            [[-2, 52], [-1, 52], [-1, 53], [-2, 53], [-2, 52]],
            [[-1.7, 52.3], [-1.3, 52.3], [-1.3, 52.7], [-1.7, 52.7], [-1.7, 52.3]],
        )
        feature = square("E0", 0)
        feature["geometry"]["coordinates"] = [outer, hole]

        chart = drawn_map((1.0,), features=[feature])

        ((drawn_outer, drawn_hole),) = areas(chart)[0]["geometry"]["coordinates"]
        assert turn(drawn_outer) * turn(drawn_hole) < 0

    def test_a_feature_without_the_property_names_those_it_has(self):
        with pytest.raises(ValueError, match=r"no property 'LSOA21CD'\. It has: LSOA11CD"):
            drawn_map((1.0,), id_property="LSOA21CD")

    def test_two_points_for_one_area_are_refused(self):
        point = Point(label="Area 0", key="E0", value=1.0)

        with pytest.raises(ValueError, match="Two points have the key 'E0'"):
            drawn_map((1.0,), points=[point, point])

    def test_a_point_on_a_map_has_nothing_to_shade(self):
        feature = {
            "type": "Feature",
            "properties": {"LSOA11CD": "E0"},
            "geometry": {"type": "Point", "coordinates": [-2, 52]},
        }

        with pytest.raises(ValueError, match="cannot shade a Point"):
            drawn_map((1.0,), features=[feature])


def turn(ring):
    """Positive or negative for the two directions of travel round a ring."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def test_limits_of_shares_are_whole_tenths_of_a_percent():
    limits = class_limits([0.01234, 0.0234, 0.0456, 0.0567, 0.0789, 0.0912], kind="share")

    assert limits == (0.023, 0.046, 0.057, 0.079)

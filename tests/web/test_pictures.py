"""The picture for readers without JavaScript is one labelled image that the policy lets through."""

import re
from xml.etree import ElementTree

import pytest

from peelian.web.components.charts import Point
from web.chart_samples import ELEVEN_AREAS, FORCES, drawn_bars, drawn_map, drawn_trend, months


def charts():
    return {
        "trend": drawn_trend(months(0.06, None, 0.05, 0.01, maturing_from=3)),
        "bars": drawn_bars(FORCES),
        "map": drawn_map(ELEVEN_AREAS),
    }


@pytest.mark.parametrize("name", ["trend", "bars", "map"])
def test_a_picture_is_one_labelled_image(name):
    root = ElementTree.fromstring(charts()[name].svg)

    assert root.get("role") == "img"
    assert root.get("aria-label")
    assert root.get("viewBox")
    assert [each for each in root.iter() if each.get("role")] == [root]
    assert len(list(root.iter())) > 20


@pytest.mark.parametrize("name", ["trend", "bars", "map"])
def test_a_picture_carries_no_style_that_the_policy_would_block(name):
    chart = charts()[name]

    for svg in (chart.svg, chart.narrow):
        assert not re.search(r"""<style|\sstyle=|<script|\son[a-z]+=|(?:xlink:)?href=""", svg)


def test_words_from_records_cannot_become_mark_up():
    chart = drawn_bars(
        [Point(label="<b onclick=x>Kent</b>", value=1.0)], description='"><script>x</script>'
    )

    root = ElementTree.fromstring(chart.svg)
    assert {each.tag.split("}")[1] for each in root.iter()} <= {
        "svg",
        "g",
        "path",
        "rect",
        "text",
        "line",
        "tspan",
    }


def test_plots_have_a_picture_for_phones_and_maps_one_for_all():
    assert 'width="360"' in charts()["trend"].narrow
    assert charts()["map"].narrow == ""


def test_a_chart_follows_the_width_of_the_page_and_names_no_address():
    for chart in charts().values():
        assert chart.spec["width"] == "container"
        assert "http" not in str(chart.spec)


def test_a_chart_is_drawn_once_for_the_same_figures():
    assert drawn_trend(months(0.06, 0.07)) is drawn_trend(months(0.06, 0.07))

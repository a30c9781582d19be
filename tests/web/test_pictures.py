"""A picture for readers without scripts is drawn when it is asked for, and only what was shown."""

import os
import re
import threading
import time
from xml.etree import ElementTree

import pytest

from peelian.web.components import kept_pictures
from peelian.web.components.charts import Event, Point
from peelian.web.components.drawing import drawn
from peelian.web.components.kept_pictures import keep, picture, sweep
from peelian.web.components.pictures import NARROW
from web.chart_samples import ELEVEN_AREAS, FORCES, drawn_bars, drawn_map, drawn_trend, months, svg
from web.comparison_samples import drawn_control, drawn_deviation, drawn_funnel

MOVED = Event(label="Apr 2021", text="A new system with a name of many words")
CHARTS = {
    "trend": lambda: drawn_trend(months(0.06, None, 0.05, 0.01, maturing_from=3)),
    "trend with an event": lambda: drawn_trend(months(0.06, 0.05), events=[MOVED]),
    "bars": lambda: drawn_bars(FORCES),
    "map": lambda: drawn_map(ELEVEN_AREAS),
    "map of one shade": lambda: drawn_map((1.0, 1.0)),
    "deviation": drawn_deviation,
    "deviation without lines": lambda: drawn_deviation(lines=()),
    "funnel": drawn_funnel,
    "control": lambda: drawn_control(events=[MOVED]),
}
UNKNOWN = "0" * 32


@pytest.mark.parametrize("name", ["trend", "bars", "map"])
def test_a_picture_needs_no_style_that_the_policy_would_block(name):
    chart = CHARTS[name]()

    assert not re.search(r"""<style|\sstyle=|<script|\son[a-z]+=|(?:xlink:)?href=""", svg(chart))
    assert len(list(ElementTree.fromstring(svg(chart)).iter())) > 20


def test_words_from_records_cannot_become_mark_up():
    chart = drawn_bars([Point(label="<b onclick=x>Kent</b>", value=1.0)])

    root = ElementTree.fromstring(svg(chart))
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
    assert CHARTS["trend"]().narrow.width == NARROW
    assert CHARTS["map"]().narrow is None


@pytest.mark.parametrize("name", CHARTS)
def test_the_room_kept_for_a_chart_is_as_high_as_the_chart(name):
    chart = CHARTS[name]()

    heights = [
        float(re.search(r'height="([\d.]+)"', drawn(chart.text, width=each)).group(1))
        for each in (chart.wide.width, NARROW)
    ]

    assert heights == [pytest.approx(chart.height, abs=1)] * 2


def test_a_chart_follows_the_width_of_the_page_and_names_no_address():
    for make in CHARTS.values():
        chart = make()
        assert chart.spec["width"] == "container"
        assert "http" not in chart.text


def test_a_chart_is_made_once_for_the_same_figures():
    assert drawn_trend(months(0.06, 0.07)) is drawn_trend(months(0.06, 0.07))


class TestAddress:
    def test_a_picture_may_be_kept_for_a_year_and_may_do_nothing(self, client):
        chart = drawn_bars(FORCES)
        keep(chart)

        answer = client.get(f"/pictures/{chart.key}-720.svg")

        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/svg+xml"
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert "sandbox" in answer["Content-Security-Policy"]
        assert "Cookie" not in answer.get("Vary", "")
        assert answer.content.decode() == svg(chart)

    @pytest.mark.parametrize("ending", ["721.svg", "999.svg", "0720.svg", "720.json", "720.svg/x"])
    def test_only_the_widths_that_pages_use_are_drawn(self, client, ending):
        chart = drawn_bars(FORCES)
        keep(chart)

        assert client.get(f"/pictures/{chart.key}-{ending}").status_code == 404

    @pytest.mark.parametrize("key", [UNKNOWN, "../secret", UNKNOWN[:-1], UNKNOWN.replace("0", "g")])
    def test_what_no_page_has_shown_does_not_exist(self, client, key):
        answer = client.get(f"/pictures/{key}-720.svg")

        assert answer.status_code == 404
        assert "immutable" not in answer.get("Cache-Control", "")

    def test_a_picture_is_drawn_once(self, monkeypatch):
        chart = drawn_bars(FORCES)
        keep(chart)
        first = picture(chart.key, 720)
        monkeypatch.setattr(kept_pictures, "drawn", lambda *_, **__: pytest.fail("drawn again"))

        assert picture(chart.key, 720) == first


class TestFolder:
    def test_no_picture_is_drawn_for_a_page(self, pictures, client, loaded_home):
        client.get("/measures/crime.rate/?force=staffordshire")

        assert [path.suffix for path in pictures.iterdir()] == [".json"]

    def test_many_at_once_leave_one_whole_file(self, pictures):
        chart = drawn_trend(months(0.06, 0.07))
        crowd = [threading.Thread(target=keep, args=(chart,)) for _ in range(8)]
        for each in crowd:
            each.start()
        for each in crowd:
            each.join()

        (path,) = pictures.iterdir()
        assert path.read_text(encoding="utf-8") == chart.text

    def test_a_remembered_chart_is_kept_again_after_a_sweep(self, pictures):
        chart = drawn_trend(months(0.06, 0.07))
        keep(chart)
        sweep(most=0)
        assert picture(chart.key, 720) is None

        keep(chart)
        assert picture(chart.key, 720) is not None

    def test_the_oldest_go_first_and_use_keeps_young(self, pictures):
        charts = [drawn_trend(months(0.06, number / 100)) for number in (1, 2, 3)]
        for days, chart in zip((5, 3, 4), charts, strict=True):
            keep(chart)
            then = time.time() - days * kept_pictures.DAY
            os.utime(pictures / f"{chart.key}.json", (then, then))
        keep(charts[0])

        sweep(most=2)

        assert {path.stem for path in pictures.iterdir()} == {charts[0].key, charts[1].key}

    def test_what_nobody_used_for_long_goes(self, pictures):
        chart = drawn_trend(months(0.06, 0.07))
        keep(chart)
        long_ago = time.time() - kept_pictures.LONGEST_KEPT - 60
        os.utime(pictures / f"{chart.key}.json", (long_ago, long_ago))

        sweep()

        assert list(pictures.iterdir()) == []

    def test_a_folder_that_cannot_be_written_to_costs_no_page(self, pictures, caplog):
        pictures.write_text("a file where the folder should be")

        with caplog.at_level("WARNING"):
            keep(drawn_trend(months(0.06, 0.07)))

        assert "cannot be kept" in caplog.text

"""Small charts and the ways to look into them, for the tests of charts."""

from peelian.web.components.charts import Point, bars, choropleth, trend
from peelian.web.components.drawing import drawn

MONTHS = ["Mar 2021", "Apr 2021", "May 2021", "Jun 2021", "Jul 2021", "Aug 2021"]


def months(*values, maturing_from=None, series=""):
    """Points for successive months; None is a month without data."""
    return [
        Point(
            label=month,
            order=order,
            value=value,
            lower=None if value is None else value * 0.9,
            upper=None if value is None else value * 1.1,
            status="no_data" if value is None else "ok",
            maturing=maturing_from is not None and order >= maturing_from,
            series=series,
            text=f"{month}: {value}",
        )
        for order, (month, value) in enumerate(zip(MONTHS, values, strict=False))
    ]


def drawn_trend(points, **changes):
    settings = {"kind": "share", "axis_title": "Share charged", "description": "A trend."}
    return trend(points=points, **{**settings, **changes})


def drawn_bars(points, **changes):
    settings = {"kind": "rate", "axis_title": "Per 1,000 people", "description": "Bars."}
    return bars(points=points, **{**settings, **changes})


def layer(chart, name):
    found = [each for each in chart.spec["layer"] if each.get("name") == name]
    assert found, f"No layer {name!r} in {[each.get('name') for each in chart.spec['layer']]}"
    return found[0]


def svg(chart):
    return drawn(chart.text, width=chart.wide.width)


def figures(chart):
    return chart.spec["data"]["values"]


FORCES = (
    Point(label="Cheshire", value=60.0, lower=58.0, upper=62.0),
    Point(label="Staffordshire", value=80.0, lower=77.0, upper=83.0),
    Point(label="Merseyside", value=None, status="no_data"),
)


def square(code, west, *, size=0.1):
    ring = [
        [west, 52.0],
        [west + size, 52.0],
        [west + size, 52.1],
        [west, 52.1],
        [west, 52.0],
    ]
    return {
        "type": "Feature",
        "properties": {"LSOA11CD": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def drawn_map(values, **changes):
    features = [square(f"E{place}", -2.5 + place / 10) for place in range(len(values))]
    points = [
        Point(
            label=f"Area {place}",
            key=f"E{place}",
            value=value,
            status="no_data" if value is None else "ok",
            text=f"Area {place}: {value}",
        )
        for place, value in enumerate(values)
    ]
    settings = {
        "features": features,
        "points": points,
        "id_property": "LSOA11CD",
        "kind": "rate",
        "axis_title": "Crimes per 1,000 people",
        "description": "A map.",
    }
    return choropleth(**{**settings, **changes})


def areas(chart):
    return chart.spec["datasets"]["areas"]


def key_words(chart):
    return [row["words"] for row in chart.spec["layer"][-2]["data"]["values"]]


ELEVEN_AREAS = (10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0, None)

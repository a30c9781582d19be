"""Small comparisons and control charts, as plain as charts and panels allow."""

from peelian import catalogue
from peelian.engines.comparisons.compared import (
    ControlChart,
    FunnelLimits,
    Rebased,
    Signal,
    Step,
)
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import Period
from peelian.engines.publishing.comparison import shown_chart
from peelian.records.months import shift
from peelian.web.components.charts import Line, Point, control, deviation, funnel_picture

RATE = catalogue.measure("crime.rate")
LINES = (
    Line(at=4.0, words="One deviation below 4.00"),
    Line(at=6.0, words="Mean 6.00", main=True),
    Line(at=8.0, words="One deviation above 8.00"),
)
BARS = (
    Point(label="Kent", value=6.5, lower=6.3, upper=6.7, shown="6.50", series="within"),
    Point(label="Surrey", value=3.0, lower=2.9, upper=3.1, shown="3.00", series="below"),
    Point(label="Dorset", value=8.5, lower=8.1, upper=8.9, shown="8.50", series="above"),
)
SPOTS = (
    Point(label="Kent", value=6.5, shown="6.50", series="within", size=1_800_000),
    Point(label="Surrey", value=3.0, shown="3.00", series="far below", size=1_200_000),
    Point(label="Dorset", value=8.5, shown="8.50", series="above", size=770_000),
)


def limits(size, half):
    """Limits round 6.0, half as wide again at 99.8%."""
    return FunnelLimits(
        size=size,
        lower95=6.0 - half,
        upper95=6.0 + half,
        lower998=6.0 - 1.5 * half,
        upper998=6.0 + 1.5 * half,
    )


CURVE = tuple(limits(size, 2_000 / size**0.5) for size in range(700_000, 2_000_000, 20_000))


def drawn_deviation(points=BARS, **changes):
    settings = {
        "lines": LINES,
        "kind": "rate",
        "axis_title": "Crime rate, per 1,000 residents",
        "description": "Bars of forces.",
    }
    return deviation(points=points, **{**settings, **changes})


def drawn_funnel(points=SPOTS, **changes):
    settings = {
        "limits": CURVE,
        "centre": Line(at=6.0, words="middle", main=True),
        "kind": "rate",
        "axis_title": "Crime rate, per 1,000 residents",
        "size_title": "Residents",
        "description": "A funnel.",
    }
    return funnel_picture(points=points, **{**settings, **changes})


SERIES = tuple(
    Point(label=f"{month} 2021", order=order, value=value, status="ok" if value else "no_data")
    for order, (month, value) in enumerate(
        zip(
            ("Jan", "Feb", "Mar", "Apr", "May", "Jun"), (5.0, 5.2, None, 9.0, 5.1, 5.3), strict=True
        )
    )
)
STEPS = (
    Step(first=0, last=1, mean=5.1, lower=4.6, upper=5.6, moving_range=0.2),
    Step(first=3, last=5, mean=5.2, lower=4.4, upper=6.0, moving_range=0.3),
)
BEYOND = Signal(rule="point beyond limits", at=(3,), says="April 2021 lies above the upper limit.")


def drawn_control(points=SERIES, **changes):
    settings = {
        "steps": STEPS,
        "signals": (BEYOND,),
        "lines": (
            Line(at=6.0, words="upper 6.00"),
            Line(at=5.2, words="mean 5.20", main=True),
            Line(at=4.4, words="lower 4.40"),
        ),
        "kind": "rate",
        "axis_title": "Crime rate, per 1,000 residents",
        "description": "A control chart.",
    }
    return control(points=points, **{**settings, **changes})


def released_chart(values, *, signals=(), rebases=(), steps=None, refusal=""):
    """A control chart of Staffordshire's months from January 2020, ready for its page."""
    cells = tuple(
        Cell(
            measure=RATE.key,
            version=RATE.version,
            period=Period(month, month, "month"),
            snapshot="c0ffee",
            unit="staffordshire",
            where=(("force", ("staffordshire",)),),
            breakdown=(),
            numerator=round(value * 1000),
            denominator=1_000_000,
            value=value,
            lower=value - 0.1,
            upper=value + 0.1,
        )
        for month, value in ((shift("2020-01", at), value) for at, value in enumerate(values))
    )
    whole = Step(first=0, last=len(cells) - 1, mean=5.0, lower=4.0, upper=6.0, moving_range=0.38)
    chart = ControlChart(
        measure=RATE.key,
        force="staffordshire",
        cells=cells,
        steps=(whole,) if steps is None else steps,
        signals=signals,
        rebases=rebases,
        refusal=refusal,
    )
    return shown_chart(chart, RATE)


REBASED = Rebased(
    month="2020-09",
    by="R. Example, Force Statistician",
    reason="A new record system went live.",
    at="2021-01-05T09:00:00+00:00",
)

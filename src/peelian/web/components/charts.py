"""Charts for pages: the shop window over the modules that draw them.

Each function takes plain, frozen values and gives a :class:`Chart`; templates show it with
``{% load peelian_charts %}{% chart chart %}``. The sentence that says what a chart shows is a
heading of the page above it, and its table stands below.
"""

from peelian.web.components.bars import bars
from peelian.web.components.choropleth import choropleth
from peelian.web.components.control import control, rule_words
from peelian.web.components.deviation import deviation
from peelian.web.components.funnel_picture import funnel_picture
from peelian.web.components.pictures import Chart
from peelian.web.components.points import Event, Kind, Line, Point, Status
from peelian.web.components.trend import trend

__all__ = [
    "Chart",
    "Event",
    "Kind",
    "Line",
    "Point",
    "Status",
    "bars",
    "choropleth",
    "control",
    "deviation",
    "funnel_picture",
    "rule_words",
    "trend",
]

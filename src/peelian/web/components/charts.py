"""Charts for pages: the shop window over the modules that draw them.

Each function takes plain, frozen values and gives a :class:`Chart`; templates show it with
``{% load peelian_charts %}{% chart chart %}``. The sentence that says what a chart shows is a
heading of the page above it, and its table stands below.
"""

from peelian.web.components.bars import bars
from peelian.web.components.choropleth import choropleth
from peelian.web.components.pictures import Chart
from peelian.web.components.points import Event, Kind, Point, Status
from peelian.web.components.trend import trend

__all__ = ["Chart", "Event", "Kind", "Point", "Status", "bars", "choropleth", "trend"]

"""``{% chart chart %}``: a chart for readers with and without JavaScript."""

from typing import Any

from django import template

from peelian.web.components.charts import Chart
from peelian.web.components.kept_pictures import keep

register = template.Library()


@register.inclusion_tag("components/chart.html")
def chart(chart: Chart, caption: str = "") -> dict[str, Any]:
    """Show the specification, the way to its pictures, and what the reader should know of both.

    ``caption`` names the source; the sentence that says what the chart shows is a heading above.
    """
    keep(chart)
    return {"chart": chart, "caption": caption}

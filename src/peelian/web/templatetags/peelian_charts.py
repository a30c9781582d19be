"""``{% chart chart %}``: a chart for readers with and without JavaScript."""

from typing import Any

from django import template

from peelian.web.components.charts import Chart

register = template.Library()


@register.inclusion_tag("components/chart.html")
def chart(chart: Chart, caption: str = "") -> dict[str, Any]:
    """Show the picture, the specification beside it, and what the reader should know of both.

    ``caption`` names the source; the sentence that says what the chart shows is a heading above.
    """
    return {"chart": chart, "caption": caption}

"""The charts of a comparison: its figures and lines as charts take them."""

from django.utils.translation import gettext as _

from peelian.engines.publishing.comparison import ReleasedComparison
from peelian.records.store.invented import marked
from peelian.web.components.charts import Chart, Line, deviation, funnel_picture
from peelian.web.components.figures import level, point
from peelian.web.public.compare_words import short_name


def lines_picture(found: ReleasedComparison, own: str) -> Chart | None:
    """The inspectorate's chart: every force against one standard deviation each side."""
    comparison, lines = found.comparison, found.comparison.lines
    if lines is None or not comparison.forces:
        return None
    like = found.shown[comparison.forces[0].force]
    return deviation(
        points=[
            point(found.shown[one.force], label=_label(found, one.force), series=one.band)
            for one in comparison.forces
        ],
        lines=(
            Line(
                at=lines.lower,
                words=_("One deviation below {level}").format(level=level(like, lines.lower)),
            ),
            Line(
                at=lines.mean,
                words=_("Mean {level}").format(level=level(like, lines.mean)),
                main=True,
            ),
            Line(
                at=lines.upper,
                words=_("One deviation above {level}").format(level=level(like, lines.upper)),
            ),
        ),
        kind=found.measure.kind,
        axis_title=f"{found.measure.short}, {like.unit}",
        description=_(
            "Bars of {number} forces by {title}, highest first, with lines at the mean and one "
            "standard deviation each side. The table holds the values."
        ).format(number=len(comparison.forces), title=found.measure.title),
        own=_label(found, own) if comparison.force(own) else "",
    )


def funnel_chart(found: ReleasedComparison, own: str) -> Chart | None:
    """Every force by its size, between the limits of the funnel; None for kinds without one."""
    comparison, funnel = found.comparison, found.comparison.funnel
    placed = [one for one in comparison.forces if one.limits is not None and one.zone is not None]
    if funnel is None or not placed:
        return None
    like = found.shown[placed[0].force]
    return funnel_picture(
        points=[
            point(
                found.shown[one.force],
                label=_label(found, one.force),
                series=one.zone or "",
                size=one.limits.size if one.limits else None,
            )
            for one in placed
        ],
        limits=funnel.curve,
        centre=Line(at=funnel.centre, words=_("middle"), main=True),
        kind=found.measure.kind,
        axis_title=f"{found.measure.short}, {like.unit}",
        size_title=_("Residents") if found.measure.kind == "rate" else _("Number of cases"),
        description=_(
            "Funnel of {number} forces by {title} and size, with limits at 95% and 99.8%. The "
            "table holds the values and says which forces lie outside."
        ).format(number=len(placed), title=found.measure.title),
        own=_label(found, own) if comparison.force(own) else "",
    )


def _label(found: ReleasedComparison, slug: str) -> str:
    """A force as an axis names it; one of invented rows says so there too."""
    name = short_name(slug)
    return marked(name) if found.shown[slug].cell.synthetic else name

"""Where a search was: its map point, and the neighbourhood that crimes at the same point name.

Files of searches give an anonymised map point and no area. Street files give both, and draw their
points from the same list, so a point that stands in a street file tells the neighbourhood.
"""

from typing import Any

from peelian.engines.measures.declared import Tables
from peelian.spine.crime import Crime

# Points are published to six decimals; what passed through other hands carries noise beyond them.
MILLIONTHS = 1_000_000


def at_points_of_crimes(rows: Any, tables: Tables) -> Any:
    """The rows with an `lsoa_code`; nothing where no crime loaded stands at the same point.

    Every row stays one row. Where street files of different years name two areas for one point,
    the lower code is taken: newer areas have higher codes, and residents are of the older ones.
    """
    crimes: Any = tables(Crime)
    asked = rows.select(
        _east=_millionths(rows.longitude), _north=_millionths(rows.latitude)
    ).distinct()
    points = crimes.select(
        _at_east=_millionths(crimes.longitude),
        _at_north=_millionths(crimes.latitude),
        _lsoa=crimes.lsoa_code,
    )
    points = points.filter(points._lsoa.notnull())
    # Only the points in question: there are many crimes and few searches.
    points = points.semi_join(
        asked, [points._at_east == asked._east, points._at_north == asked._north]
    )
    points = points.group_by(["_at_east", "_at_north"]).aggregate(lsoa_code=points._lsoa.min())
    placed = rows.mutate(_east=_millionths(rows.longitude), _north=_millionths(rows.latitude))
    joined = placed.left_join(
        points, [placed._east == points._at_east, placed._north == points._at_north]
    )
    return joined.select(*rows.columns, "lsoa_code")


def _millionths(degrees: Any) -> Any:
    """Whole millionths of a degree, which any two engines compare alike."""
    return (degrees * MILLIONTHS).round().cast("int64")

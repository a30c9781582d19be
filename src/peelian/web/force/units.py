"""Names of units, for readers who may know them."""

from collections.abc import Mapping
from datetime import datetime

from peelian.access.user import User
from peelian.access.visible import visible
from peelian.spine.unit import Unit


def unit_names(actor: User, at: datetime) -> Mapping[str, str]:
    """Names by reference, of the units whose name this person may see; the newest name wins."""
    seen = visible(actor, Unit, at=at)
    if "name" not in seen.columns or "unit_ref" not in seen.columns:
        return {}
    rows = Unit.objects.filter(
        seen.rows_open_in("name").as_q(), seen.rows_open_in("unit_ref").as_q()
    )
    return dict(rows.order_by("starts_on").values_list("unit_ref", "name"))

"""The order in which forces are invented: the first N of it are made when N are asked for."""

from peelian.spine.force import forces

# Staffordshire, which the calibration is of, then the forces of the sample data, each with a habit.
FIRST = (
    "staffordshire",
    "cheshire",
    "derbyshire",
    "leicestershire",
    "north-wales",
    "warwickshire",
    "west-mercia",
)
HOME = FIRST[0]


def in_order() -> tuple[str, ...]:
    """The slugs of the 43 territorial forces of England and Wales."""
    others = [
        force.slug for force in forces().values() if force.territorial and force.slug not in FIRST
    ]
    return (*FIRST, *others)

"""The ways in which calls are broken down."""

from peelian.areas.contact.codes import LINES, QUEUES
from peelian.engines.measures.declared import Dimension

FORCE = Dimension("force", "Police force", field="force_id")
LINE = Dimension("line", "Line or channel", field="line", codes=LINES)
QUEUE = Dimension(
    "queue", "Queue", field="queue", codes=QUEUES, unknown="one queue only, or not recorded"
)
HOUR = Dimension("hour", "Hour of the day", field="hour", unknown="time not recorded")
WEEKDAY = Dimension(
    "weekday", "Day of the week (1 is Monday)", field="weekday", unknown="time not recorded"
)

WHEN = (HOUR, WEEKDAY)

"""How long a visit lasts and when an account falls asleep. All are Peelian's defaults.

They follow controls C-SES-1 and C-SES-2 (threats T13 and T34); a force that wants longer times
should change them here and say why, not on one page.
"""

from datetime import timedelta

IDLE = timedelta(minutes=30)  # then the visit locks
LONGEST = timedelta(hours=12)  # then it ends, busy or not
FRESH = timedelta(minutes=5)  # so long a proof serves for exporting, releasing, grading, sealing
KEPT = timedelta(hours=12)  # so long an unsaved form waits for its writer
ASLEEP = timedelta(days=30)  # an account that nobody used for so long is refused

# Each page would otherwise write that its reader is there. A visit locks up to so much early,
# never late.
TOUCH_EVERY = timedelta(minutes=1)

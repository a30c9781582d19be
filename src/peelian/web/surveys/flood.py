"""How much is taken in ten minutes of those who answer: see `web.flood`."""

from typing import Final

from peelian.web.flood import Flood

# Peelian's defaults. A force-wide survey is answered by a few hundred in its busiest ten minutes.
REPLIES: Final = Flood(from_one=120, altogether=2_000)
MESSAGES: Final = Flood(from_one=5, altogether=50)

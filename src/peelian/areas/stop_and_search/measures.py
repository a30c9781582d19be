"""Measures of stop and search, in the order in which readers meet them.

Every definition is a question over searches as published or recorded, over complaints, over the
yearly returns of forces to the Home Office, or over the reviews of supervisors.
"""

from peelian.areas.stop_and_search import fairness, finds, returns, reviewed, volume

MEASURES = (
    *volume.MEASURES,
    *finds.MEASURES,
    *fairness.MEASURES,
    *returns.MEASURES,
    *reviewed.MEASURES,
)

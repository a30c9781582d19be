"""Measures of stop and search, in the order in which readers meet them.

Every definition is a question over the rows of data.police.uk, over complaints, or over the yearly
returns of forces to the Home Office.
"""

from peelian.areas.stop_and_search import fairness, finds, returns, volume

MEASURES = (*volume.MEASURES, *finds.MEASURES, *fairness.MEASURES, *returns.MEASURES)

"""The protective notices and orders that are weighed for a victim: one list for every procedure.

Which of them a force can ask for depends on the area and the day (domestic abuse protection notices
and orders came area by area from 27 November 2024), so each stands here and a person chooses.
"""

from typing import Final

# Key and words, in the order in which they are usually weighed.
PROTECTIVE_ORDERS: Final = (
    ("bail-conditions", "Conditions of bail"),
    ("dvpn", "Domestic violence protection notice or order (Crime and Security Act 2010)"),
    ("dapn", "Domestic abuse protection notice or order (Domestic Abuse Act 2021)"),
    ("non-molestation", "Non-molestation order: the victim's own application to the family court"),
    ("occupation", "Occupation order: the victim's own application to the family court"),
    ("stalking", "Stalking protection order (Stalking Protection Act 2019)"),
    ("restraining", "Restraining order, on conviction or acquittal"),
    ("other", "Another order"),
)

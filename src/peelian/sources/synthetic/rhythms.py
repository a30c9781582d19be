"""When things happen: how much in each hour of the local day and on each day of the week.

Searches follow the hours of 4,478 published searches of December 2019 and January 2020; the others
are only plausible.
"""

import numpy as np

EMERGENCIES = np.array(
    [
        46,
        36,
        29,
        24,
        20,
        18,
        20,
        27,
        36,
        42,
        46,
        49,
        52,
        53,
        55,
        59,
        63,
        66,
        67,
        66,
        65,
        64,
        60,
        54,
    ],
    dtype=np.float64,
)
ENQUIRIES = np.array(
    [14, 10, 8, 6, 6, 7, 12, 26, 52, 70, 74, 72, 68, 66, 66, 68, 70, 66, 58, 50, 42, 34, 26, 19],
    dtype=np.float64,
)
SEARCHES = np.array(
    [
        *(379, 266, 183, 151, 84, 37, 23, 16, 27, 41, 90, 142),
        *(156, 207, 272, 245, 205, 198, 250, 268, 309, 306, 261, 362),
    ],
    dtype=np.float64,
)
# Monday to Sunday.
BY_DAY = np.array([0.98, 0.96, 0.96, 0.97, 1.04, 1.08, 1.01])
WORKING_DAYS = np.array([1.15, 1.10, 1.08, 1.06, 1.04, 0.82, 0.75])

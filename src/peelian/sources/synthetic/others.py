"""Complaints, and the limits that the invented forces set themselves."""

from datetime import date

import numpy as np
import pyarrow as pa

from peelian.areas.response.models import ResponseLimit
from peelian.sources.synthetic import targets
from peelian.sources.synthetic.columns import numbers, words
from peelian.sources.synthetic.lot import Lot
from peelian.spine.complaint import ABOUT_STOP_SEARCH, COMPLAINT_SUBJECTS, Complaint

SUBJECT_WEIGHTS = {ABOUT_STOP_SEARCH: targets.ABOUT_SEARCHES.value, "Use of force": 0.12}
LIMITS_FROM = date(2010, 1, 1)
AUTHORITY = "Invented with the synthetic force: nobody's policy"


def complaint_rows(lot: Lot) -> pa.Table:
    """The complaints of one force and month."""
    draws = lot.draws("complaint")
    size = lot.number(draws, lot.character.complaints)
    rest = (1.0 - sum(SUBJECT_WEIGHTS.values())) / (
        len(COMPLAINT_SUBJECTS.codes) - len(SUBJECT_WEIGHTS)
    )
    weights = [SUBJECT_WEIGHTS.get(code, rest) for code in COMPLAINT_SUBJECTS.codes]
    return lot.table(
        Complaint,
        size,
        {
            "complaint_ref": lot.keys("complaint_ref", size, digits=16),
            "month": lot.month,
            "about": words(draws.pick(weights, size), COMPLAINT_SUBJECTS.codes),
        },
    )


def limit_rows(lot: Lot) -> pa.Table:
    """The limits of one force, which hold for every month."""
    limits = [(word, limit) for word, limit in lot.character.grades if limit is not None]
    size = len(limits)
    return lot.table(
        ResponseLimit,
        size,
        {
            "grade": pa.array([word for word, _limit in limits]),
            "limit_minutes": numbers(np.array([limit for _word, limit in limits])),
            "from_date": pa.array([LIMITS_FROM] * size, pa.date32()),
            "authority": AUTHORITY,
        },
    )

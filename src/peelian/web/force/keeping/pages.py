"""Every page of keeping and answering, in the order of their addresses."""

from peelian.web.force.keeping import (
    erasing,
    front,
    holds,
    releasing,
    requests,
    reviewing,
    rules,
)

pages = (
    *front.pages,
    *reviewing.pages,
    *holds.pages,
    *erasing.pages,
    *rules.pages,
    *requests.pages,
    *releasing.pages,
)

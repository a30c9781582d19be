"""The pages of guided assessments, in the order in which their addresses are tried."""

from peelian.web.force.procedures import (
    asking,
    checking,
    deciding,
    finished,
    mine,
    offering,
    starting,
)

pages = (
    *mine.pages,
    *starting.pages,
    *offering.pages,
    *asking.pages,
    *deciding.pages,
    *checking.pages,
    *finished.pages,
)

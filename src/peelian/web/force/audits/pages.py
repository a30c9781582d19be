"""Every page of audits, in the order of their addresses."""

from peelian.web.force.audits import (
    frame,
    front,
    item_list,
    item_page,
    item_work,
    marking,
    planning,
    quality,
    results,
    run,
    steps,
    taking,
)

pages = (
    *front.pages,
    *planning.pages,
    *run.pages,
    *steps.pages,
    *frame.pages,
    *taking.pages,
    *marking.pages,
    *results.pages,
    *item_list.pages,
    *item_page.pages,
    *item_work.pages,
    *quality.pages,
)

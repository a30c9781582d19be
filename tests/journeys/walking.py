"""How somebody comes in, looks at pages and goes through a guided assessment in a browser."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from journeys.hands import POINTER, Hand

DESKTOP, PHONE = 1280, 375
# More parts than any assessment has, those told of advice counted twice.
PARTS = 25
# A folder for pictures, for whoever wants to look at the pages.
PICTURES = os.environ.get("PEELIAN_PICTURES", "")


def come_in(visitor, world, user):
    """This person has just signed in, in the visitor's browser."""
    visitor.page.context.clear_cookies()
    visitor.page.context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": world.session_of(user),
                "url": visitor.site,
            }
        ]
    )


def leave(visitor):
    """Sign out by the button that every page has."""
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Sign out").first.click()


def look(visitor, name: str = ""):
    """The page at hand is accessible and fits, at a desk and on a phone."""
    for width in (PHONE, DESKTOP):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.check()
        if PICTURES:
            told = name or re.sub(r"\W+", "-", visitor.page.title().lower())[:60]
            visitor.page.screenshot(path=Path(PICTURES) / f"{told}-{width}.png", full_page=True)


def words_of(visitor) -> str:
    """What the page at hand says, with one space between words."""
    return re.sub(r"\s+", " ", visitor.page.locator("main").inner_text())


def refused(visitor) -> str:
    """What the page at hand says is wrong with what was sent."""
    visitor.settled()
    # A form with errors is answered by 400, which Chromium reports as a script would its own.
    visitor.complaints[:] = [one for one in visitor.complaints if "status of 400" not in one]
    visitor.page.locator(".govuk-error-summary").wait_for()
    return words_of(visitor)


def walk(visitor, answers: Mapping[str, str], *, hand: Hand = POINTER) -> str:
    """Begin, and answer each part as it comes until all is sent; the advice given on the way.

    The start page is open. `answers` go by the names of the boxes: keys of options, with commas
    where there are several, and moments as 2026-12-01 20:15. What has no answer is left as it is.
    """
    hand.send(visitor.page, {}, "Begin")
    visitor.settled()
    return go_on(visitor, answers, hand=hand)


def go_on(visitor, answers: Mapping[str, str], *, hand: Hand = POINTER, parts: int = PARTS) -> str:
    """From the part at hand to the end, or as many parts; the advice that was given on the way."""
    page, used, advice = visitor.page, set(), []
    for _part in range(parts):
        if page.get_by_role("button", name="Finish").count():
            visitor.check()
            hand.send(page, {}, "Finish")
            visitor.settled()
            assert used == set(answers), f"never asked: {set(answers) - used}"
            return " ".join(advice)
        visitor.check()
        used |= hand.send(page, answers, "Save and continue")
        visitor.settled()
        wrong = page.locator(".govuk-error-summary")
        assert not wrong.count(), f"{page.title()}: {wrong.inner_text()}"
        advice += [
            " ".join(told.split()) for told in page.locator("#advice + ul").all_inner_texts()
        ]
    assert parts < PARTS, f"the assessment did not end: {words_of(visitor)}"
    return " ".join(advice)

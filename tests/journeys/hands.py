"""Two ways of filling in a page and sending it: with a pointer, or by keyboard alone."""

import re
from collections.abc import Mapping
from typing import Protocol

from playwright.sync_api import Page

FOCUSED = """() => {
    const at = document.activeElement;
    return {
        name: at.name || "", value: at.value || "", checked: Boolean(at.checked),
        kind: at.type || "", link: at.tagName === "A", text: (at.innerText || "").trim(),
    };
}"""
# More stops than any page of ours has.
STOPS = 250
CHOICES = 60


class Hand(Protocol):
    """Whatever moves through a page."""

    def send(self, page: Page, answers: Mapping[str, str], button: str) -> set[str]:
        """Answer what is asked on the page at hand and push the button; what was answered."""

    def follow(self, page: Page, link: str) -> None:
        """Go where the first link leads that has these words."""


def boxes(page: Page, answers: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What goes into which box, with the answer that it is a part of: a moment has four."""
    found = {}
    for name, value in answers.items():
        if not page.locator(f'[name="{name}_0"]').count():
            found[name] = (name, value)
            continue
        year, month, day, *time = re.split(r"[- ]", value)
        for number, part in enumerate((day, month, year, *time)):
            found[f"{name}_{number}"] = (name, part)
    return found


class Pointer:
    """With a mouse or a finger, as most do."""

    def send(self, page: Page, answers: Mapping[str, str], button: str) -> set[str]:
        """Every box by its name, then the button."""
        used = set()
        for box, (answer, value) in boxes(page, answers).items():
            if self._fill(page, box, value):
                used.add(answer)
        with page.expect_navigation():
            page.get_by_role("button", name=button, exact=True).click()
        return used

    def follow(self, page: Page, link: str) -> None:
        """By its words, as they stand on the page."""
        with page.expect_navigation():
            page.locator("a").filter(has_text=link).first.click()

    def _fill(self, page: Page, box: str, value: str) -> bool:
        found = page.locator(f'[name="{box}"]')
        if not found.count():
            return False
        kind = found.first.evaluate("box => box.type")
        if kind == "radio":
            page.locator(f'[name="{box}"][value="{value}"]').check(force=True)
        elif kind == "checkbox":
            for one in value.split(","):
                page.locator(f'[name="{box}"][value="{one}"]').check(force=True)
        elif kind == "select-one":
            found.select_option(value)
        else:
            found.fill(value)
        return True


class Keyboard:
    """Tabulator, space, arrows and enter: nothing is pointed at."""

    def send(self, page: Page, answers: Mapping[str, str], button: str) -> set[str]:
        """Walk down the page, answer what has the focus, and press the button when it has it."""
        wanted, used = boxes(page, answers), set()
        for _stop in range(STOPS):
            page.keyboard.press("Tab")
            at = page.evaluate(FOCUSED)
            if at["text"] == button:
                with page.expect_navigation():
                    page.keyboard.press("Enter")
                return used
            if at["name"] in wanted:
                answer, value = wanted[at["name"]]
                self._answer(page, at, value)
                used.add(answer)
        raise AssertionError(f"the keyboard does not reach “{button}”")

    def follow(self, page: Page, link: str) -> None:
        """Walk to the first link that has these words, and go where it leads."""
        for _stop in range(STOPS):
            page.keyboard.press("Tab")
            at = page.evaluate(FOCUSED)
            if at["link"] and link in at["text"]:
                with page.expect_navigation():
                    page.keyboard.press("Enter")
                return
        raise AssertionError(f"the keyboard does not reach the link “{link}”")

    def _answer(self, page: Page, at: Mapping[str, object], value: str) -> None:
        match at["kind"]:
            case "radio" if at["value"] == value:
                page.keyboard.press("Space")
            case "select-one" if at["value"] == value:
                return
            case "radio":
                self._arrow_to(page, value)
            case "select-one":
                page.keyboard.press("Home")
                self._arrow_to(page, value)
            case "checkbox":
                if at["value"] in value.split(",") and not at["checked"]:
                    page.keyboard.press("Space")
            case _:
                page.keyboard.press("Control+A")
                page.keyboard.type(value)

    def _arrow_to(self, page: Page, value: str) -> None:
        for _choice in range(CHOICES):
            page.keyboard.press("ArrowDown")
            if page.evaluate(FOCUSED)["value"] == value:
                return
        raise AssertionError(f"the arrows do not reach “{value}”")


POINTER, KEYBOARD = Pointer(), Keyboard()

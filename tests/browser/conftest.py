"""A served site with the sample data, and a browser that reports every error it meets."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, sync_playwright

from journeys.world import World
from peelian.spine.officer import Officer
from people import small_force

# Playwright runs an event loop in the test's thread, where Django would refuse its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

AXE = (Path(__file__).parents[1] / "web" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
# Axe also tells at length of all that is in order; only the faults need leave the browser.
FAULTS = """async rules => {
    const only = {type: 'tag', values: rules};
    const told = await axe.run(document, {runOnly: only, resultTypes: ['violations']});
    return told.violations.map(
        fault => `${fault.id}: ${fault.help} (${fault.nodes[0].html.slice(0, 160)})`
    );
}"""
CHROMIUM = "/usr/bin/chromium"
# Without these, Chromium asks for hosts that have nothing to do with the pages under test.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DESKTOP, PHONE = 1280, 375
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    if not Path(CHROMIUM).exists():
        pytest.fail(f"{CHROMIUM} is missing. Install it: apt-get install chromium fonts-liberation")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def site(live_server, sample_store, tmp_path, monkeypatch):
    """The address of the served pages, over the sample data.

    What pages remember is kept from test to test: it goes by snapshot, and these tests change none.
    """
    monkeypatch.setattr(settings, "STORE_ROOT", sample_store)
    monkeypatch.setattr(settings, "PICTURES_ROOT", tmp_path / "pictures")
    settings.ALLOWED_HOSTS.append("testserver")
    yield live_server.url
    settings.ALLOWED_HOSTS.remove("testserver")


@dataclass
class Visitor:
    """Someone with a browser. `complaints` gathers script errors and refused content."""

    page: Page
    site: str
    scripts: bool = True
    complaints: list[str] = field(default_factory=list)

    def open(self, url: str, *, status: int = 200) -> Page:
        """Go to a page and wait until all its charts are drawn."""
        answer = self.page.goto(self.site + url)
        assert answer is not None
        assert answer.status == status, f"{url} answered {answer.status}"
        self.settled()
        return self.page

    def settled(self) -> None:
        """The page at hand is there, with what its scripts add."""
        if self.scripts:
            self.page.locator("body[data-ready]").wait_for()

    def check(self) -> None:
        """The page at hand is accessible, fits its window and raised no error.

        Axe is a script itself: where none runs, nothing is checked.
        """
        if not self.scripts:
            return
        # Evaluated and not added as a script, which the page's own policy would rightly refuse.
        self.page.evaluate(AXE)
        assert self.page.evaluate(FAULTS, RULES) == []
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= self.page.viewport_size["width"], "the page is wider than its window"
        assert self.complaints == []


def _visitor(chromium, site, width, **options):
    context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
    scripts = options.get("java_script_enabled", True)
    visitor = Visitor(context.new_page(), site, scripts)
    visitor.page.on(
        "console",
        lambda message: (
            visitor.complaints.append(message.text) if message.type == "error" else None
        ),
    )
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    return context, visitor


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def visitor(request, chromium, site):
    """A visitor at a desk, then one with a phone."""
    context, made = _visitor(chromium, site, request.param)
    yield made
    context.close()


@pytest.fixture
def reader(chromium, site):
    """A visitor at a desk."""
    context, made = _visitor(chromium, site, DESKTOP)
    yield made
    context.close()


@pytest.fixture
def world(site, tmp_path, monkeypatch):
    """An invented force, its clock, and a store of its own with nothing in it."""
    made = World(tmp_path / "store", tmp_path, monkeypatch)
    made.force = small_force()
    Officer.objects.filter(officer_ref="no-supervisor").update(rank="Inspector")
    return made


@pytest.fixture
def plain_reader(chromium, site):
    """A visitor whose browser runs no scripts."""
    context, made = _visitor(chromium, site, DESKTOP, java_script_enabled=False)
    yield made
    context.close()

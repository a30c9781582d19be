"""The two sides on which figures stand: before the door of sign-in and behind it.

Pages of figures are written once. What differs between the sides is here: addresses, menu, who
reads, which snapshot is opened how, and what is written down before anything is shown.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from peelian.access.actors import Actor
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.behind import Behind
from peelian.records.store.reader import Reader
from peelian.web.components.parts import Link


class Side(Protocol):
    """One side of the door, for one request."""

    @property
    def actor(self) -> Actor:
        """Who reads."""
        ...

    @property
    def at(self) -> datetime | None:
        """The moment at which access is decided; now where it is None."""
        ...

    @property
    def public(self) -> bool:
        """Whether this is the side that everyone sees: maps, comparisons, the API, row files."""
        ...

    def url(self, page: str, *parts: str) -> str:
        """The address of a page of figures on this side."""
        ...

    def menu(self, current: str) -> tuple[Link, ...]:
        """The menu under the header."""
        ...

    def way_here(self, *links: Link) -> tuple[Link, ...]:
        """Breadcrumbs from the first page of this side."""
        ...

    def through(self, tables: Reader) -> Reader:
        """The snapshot as this reader may ask it."""
        ...

    def forces(self, measure: Measure, tables: Reader) -> Collection[str]:
        """The forces of which this reader may see the measure."""
        ...

    def list_url(self, measure: Measure, tables: Reader) -> str:
        """Where a list of measures leads: to its page, or to its definition where that is shut."""
        ...

    def usual_force(self, tables: Reader) -> str:
        """The force that a reader sees who has not chosen; empty where nothing is loaded."""
        ...

    def record_url(self, measure: Measure, address: str) -> str:
        """Where a row behind a figure opens as a record; empty where it does not."""
        ...

    def give_url(self, measure: Measure, figure: str) -> str:
        """Where rows behind a figure become work; empty where this reader cannot give any."""
        ...

    def about_to_show(self, measure: Measure, question: str, found: Behind | None = None) -> None:
        """Write down what is about to be shown. Raises `TrailError`; then nothing is (C-AUD-4)."""
        ...

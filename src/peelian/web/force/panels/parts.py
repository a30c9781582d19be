"""What pages of panels are made of: sections with a table, facts, links and forms."""

from dataclasses import dataclass, field
from typing import Any

from peelian.web.components.parts import Link, SummaryRow, Table


@dataclass(frozen=True)
class Send:
    """A form with its button; `action` is where it goes, `form` may be None for a bare button."""

    button: str
    action: str = ""
    form: Any = None
    secondary: bool = False


@dataclass(frozen=True)
class Section:
    """One part of a page. `inset` sets its sentences apart."""

    title: str
    says: tuple[str, ...] = ()
    table: Table | None = None
    facts: tuple[SummaryRow, ...] = ()
    links: tuple[Link, ...] = ()
    sends: tuple[Send, ...] = field(default=())
    inset: str = ""
    anchor: str = ""

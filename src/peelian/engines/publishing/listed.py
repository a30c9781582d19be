"""An area with everything that it declares, and the measures that follow from what it declares."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from peelian.engines.audits.declared import Audit
from peelian.engines.audits.measuring import measures_of as measures_of_audit
from peelian.engines.duties.measuring import measures_of as measures_of_rule
from peelian.engines.duties.rule import Rule
from peelian.engines.measures.area import Area
from peelian.engines.measures.kinds import Measure
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.measuring import measures_of as measures_of_panel
from peelian.engines.panels.packs import Pack
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.measuring import measures_of as measures_of_procedure
from peelian.engines.publishing.topics import Topic
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.measuring import measures_of as measures_of_survey
from peelian.records.base import Record


@dataclass(frozen=True)
class Listed:
    """One area of policing with everything that it declares."""

    area: Area
    measures: tuple[Measure, ...]
    topics: tuple[Topic, ...]
    rules: tuple[Rule, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    audits: tuple[Audit, ...] = ()
    panels: tuple[Panel, ...] = ()
    packs: tuple[Pack, ...] = ()
    surveys: tuple[Survey, ...] = ()
    checks: Mapping[type[Record], Callable[[Any], tuple[str, ...]]] = field(default_factory=dict)

    @cached_property
    def made(self) -> tuple[Measure, ...]:
        """The measures that what it declares has without more declaration: a duty, an audit, …"""
        return (
            *(one for rule in self.rules for one in measures_of_rule(rule)),
            *(one for made in self.procedures for one in measures_of_procedure(made)),
            *(one for audit in self.audits for one in measures_of_audit(audit)),
            *(one for panel in self.panels for one in measures_of_panel(panel)),
            *(one for survey in self.surveys for one in measures_of_survey(survey)),
        )

    @property
    def every(self) -> tuple[Measure, ...]:
        """Those written out, then those that are made."""
        return (*self.measures, *self.made)

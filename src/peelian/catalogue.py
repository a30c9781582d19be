"""What is in the house, listed by hand and in order. Doors hand it down; nothing registers itself.

`AREAS` names the areas of policing and `FRAMEWORKS` the rulebooks across them, with what each
declares; `REGISTERS` the record types that have pages. Who brings records stands in
`sources.adapters`.
"""

from difflib import get_close_matches
from functools import cache

from peelian.areas.contact import area as contact_area
from peelian.areas.contact import audits as contact_audits
from peelian.areas.contact import duties as contact_duties
from peelian.areas.contact import measures as contact_measures
from peelian.areas.contact import pages as contact_pages
from peelian.areas.contact import procedures as contact_procedures
from peelian.areas.contact.models import Call
from peelian.areas.crime import area as crime_area
from peelian.areas.crime import measures as crime_measures
from peelian.areas.crime import pages as crime_pages
from peelian.areas.investigation import area as investigation_area
from peelian.areas.investigation import audits as investigation_audits
from peelian.areas.investigation import measures as investigation_measures
from peelian.areas.investigation import pages as investigation_pages
from peelian.areas.investigation.models import Investigation
from peelian.areas.neighbourhood import area as neighbourhood_area
from peelian.areas.neighbourhood import measures as neighbourhood_measures
from peelian.areas.neighbourhood import pages as neighbourhood_pages
from peelian.areas.neighbourhood import surveys as neighbourhood_surveys
from peelian.areas.offenders import area as offenders_area
from peelian.areas.offenders import checks as offenders_checks
from peelian.areas.offenders import duties as offenders_duties
from peelian.areas.offenders import measures as offenders_measures
from peelian.areas.offenders import pages as offenders_pages
from peelian.areas.offenders import procedures as offenders_procedures
from peelian.areas.offenders.models import Bail, HomeVisit, ManagedPerson, NotificationBreach
from peelian.areas.response import area as response_area
from peelian.areas.response import measures as response_measures
from peelian.areas.response import pages as response_pages
from peelian.areas.standards import area as standards_area
from peelian.areas.standards import measures as standards_measures
from peelian.areas.standards import pages as standards_pages
from peelian.areas.standards.models import ConductMatter
from peelian.areas.stop_and_search import area as search_area
from peelian.areas.stop_and_search import audits as search_audits
from peelian.areas.stop_and_search import duties as search_duties
from peelian.areas.stop_and_search import measures as search_measures
from peelian.areas.stop_and_search import pages as search_pages
from peelian.areas.stop_and_search import panels as search_panels
from peelian.areas.stop_and_search import procedures as search_procedures
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.use_of_force import area as force_area
from peelian.areas.use_of_force import duties as force_duties
from peelian.areas.use_of_force import measures as force_measures
from peelian.areas.use_of_force import pages as force_pages
from peelian.areas.use_of_force import panels as force_panels
from peelian.areas.use_of_force import procedures as force_procedures
from peelian.areas.use_of_force.models import UseOfForce
from peelian.areas.victims import area as victims_area
from peelian.areas.victims import duties as victims_duties
from peelian.areas.victims import measures as victims_measures
from peelian.areas.victims import pages as victims_pages
from peelian.areas.victims import procedures as victims_procedures
from peelian.areas.victims.models import VictimContact
from peelian.areas.vulnerability import area as vulnerability_area
from peelian.areas.vulnerability import audits as vulnerability_audits
from peelian.areas.vulnerability import measures as vulnerability_measures
from peelian.areas.vulnerability import pages as vulnerability_pages
from peelian.areas.vulnerability import procedures as vulnerability_procedures
from peelian.areas.workforce import area as workforce_area
from peelian.areas.workforce import checks as workforce_checks
from peelian.areas.workforce import duties as workforce_duties
from peelian.areas.workforce import measures as workforce_measures
from peelian.areas.workforce import pages as workforce_pages
from peelian.areas.workforce import procedures as workforce_procedures
from peelian.areas.workforce import surveys as workforce_surveys
from peelian.areas.workforce.models import StaffAssault
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.feedback_rule import FEEDBACK_RULES
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.work import WORK_RULES
from peelian.engines.evaluations.rule import EVALUATION_RULES
from peelian.engines.measures.area import Area
from peelian.engines.measures.kinds import Measure
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.packs import Pack
from peelian.engines.procedures.declared import Procedure
from peelian.engines.publishing.listed import Listed
from peelian.engines.publishing.topics import Topic
from peelian.engines.surveys.declared import Survey
from peelian.frameworks.domestic_abuse import duties as domestic_abuse_duties
from peelian.frameworks.domestic_abuse import framework as domestic_abuse
from peelian.frameworks.peel import framework as peel
from peelian.frameworks.peel import victim_service as peel_victim_service
from peelian.frameworks.victims_code import duties as victims_code_duties
from peelian.frameworks.victims_code import framework as victims_code
from peelian.records.base import Record
from peelian.spine.complaint import Complaint
from peelian.spine.crime import Crime
from peelian.spine.incident import Incident
from peelian.spine.officer import Officer
from peelian.spine.outcome import Outcome
from peelian.spine.person import Person
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.suspect import Suspect
from peelian.spine.unit import Unit
from peelian.spine.victim import Victim


class UnknownMeasure(LookupError):
    """No measure has this key."""


AREAS = (
    Listed(crime_area.AREA, crime_measures.MEASURES, crime_pages.TOPICS),
    Listed(
        search_area.AREA,
        search_measures.MEASURES,
        search_pages.TOPICS,
        search_duties.RULES,
        search_procedures.PROCEDURES,
        audits=search_audits.AUDITS,
        panels=search_panels.PANELS,
        packs=search_panels.PACKS,
    ),
    Listed(
        force_area.AREA,
        force_measures.MEASURES,
        force_pages.TOPICS,
        force_duties.RULES,
        force_procedures.PROCEDURES,
        panels=force_panels.PANELS,
        packs=force_panels.PACKS,
    ),
    Listed(
        contact_area.AREA,
        contact_measures.MEASURES,
        contact_pages.TOPICS,
        contact_duties.RULES,
        contact_procedures.PROCEDURES,
        audits=contact_audits.AUDITS,
    ),
    Listed(response_area.AREA, response_measures.MEASURES, response_pages.TOPICS),
    Listed(
        investigation_area.AREA,
        investigation_measures.MEASURES,
        investigation_pages.TOPICS,
        audits=investigation_audits.AUDITS,
    ),
    Listed(
        victims_area.AREA,
        victims_measures.MEASURES,
        victims_pages.TOPICS,
        victims_duties.RULES,
        victims_procedures.PROCEDURES,
    ),
    Listed(
        vulnerability_area.AREA,
        vulnerability_measures.MEASURES,
        vulnerability_pages.TOPICS,
        procedures=vulnerability_procedures.PROCEDURES,
        audits=vulnerability_audits.AUDITS,
    ),
    Listed(standards_area.AREA, standards_measures.MEASURES, standards_pages.TOPICS),
    Listed(
        offenders_area.AREA,
        offenders_measures.MEASURES,
        offenders_pages.TOPICS,
        offenders_duties.RULES,
        offenders_procedures.PROCEDURES,
        checks=offenders_checks.CHECKS,
    ),
    Listed(
        workforce_area.AREA,
        workforce_measures.MEASURES,
        workforce_pages.TOPICS,
        workforce_duties.RULES,
        workforce_procedures.PROCEDURES,
        surveys=workforce_surveys.SURVEYS,
        checks=workforce_checks.CHECKS,
    ),
    Listed(
        neighbourhood_area.AREA,
        neighbourhood_measures.MEASURES,
        neighbourhood_pages.TOPICS,
        surveys=neighbourhood_surveys.SURVEYS,
    ),
)

# Rulebooks that read across areas, with the duties that join two of them.
FRAMEWORKS: tuple[Listed, ...] = (
    Listed(domestic_abuse.AREA, (), (), domestic_abuse_duties.RULES),
    Listed(victims_code.AREA, (), (), victims_code_duties.RULES),
    Listed(peel.AREA, (), (), audits=peel_victim_service.AUDITS),
)

# Work that people hand out, which belongs to no area.
WORK = Listed(
    Area(
        key="work",
        title="Work handed out",
        summary="Tasks, decisions of meetings and deliveries of records: given by people, and "
        "followed up like any duty.",
        owner="Head of performance",
        ledger=("CON-27", "OFF-13", "GOV-05", "GOV-09"),
    ),
    (),
    (),
    WORK_RULES,
)

# What audits and panels tell whoever did the work, of whichever area it was.
FEEDBACK = Listed(
    Area(
        key="audits",
        title="Feedback of audits and panels",
        summary="What audits and scrutiny panels say to whoever did the work, and whether it was "
        "answered.",
        owner="Head of performance",
        ledger=("POW-16", "VUL-33"),
    ),
    (),
    (),
    FEEDBACK_RULES,
)

# Changes of whatever area, registered before they start and judged on their day.
EVALUATIONS = Listed(
    Area(
        key="evaluations",
        title="Changes on trial",
        summary="Changes that were registered before they started, with the figure that will tell, "
        "and whether they got their verdict.",
        owner="Head of performance",
        ledger=("INV-29", "WRK-24", "NEI-16"),
    ),
    (),
    (),
    EVALUATION_RULES,
)

# Everything that declares something, in the order in which it is listed.
LISTED = (*AREAS, *FRAMEWORKS, FEEDBACK, EVALUATIONS, WORK)

# The record types that have pages. Parts of people in records have none: they are seen with the
# record that they are about. Rows of returns and of residents are figures, not records.
REGISTERS: tuple[type[Record], ...] = (
    Call,
    Incident,
    Crime,
    Outcome,
    Investigation,
    Victim,
    VictimContact,
    StopSearch,
    UseOfForce,
    Suspect,
    Bail,
    ManagedPerson,
    HomeVisit,
    NotificationBreach,
    StaffAssault,
    Person,
    Complaint,
    ConductMatter,
    Unit,
    Post,
    Holding,
    Officer,
    Shift,
    Absence,
)


def measures() -> tuple[Measure, ...]:
    """Every measure, in the order of its area."""
    return tuple(measure for listed in LISTED for measure in listed.every)


def declared_measures() -> tuple[Measure, ...]:
    """The measures that are written out one by one, in the order of their area."""
    return tuple(measure for listed in LISTED for measure in listed.measures)


def area_of(measure: Measure) -> Area:
    """The area that a measure is listed under, written out or made."""
    return next(listed.area for listed in LISTED if measure in listed.every)


def rules() -> tuple[Rule, ...]:
    """Every rule of a duty, in the order of its area; those of work that people hand out last."""
    return tuple(rule for listed in LISTED for rule in listed.rules)


def procedures() -> tuple[Procedure, ...]:
    """Every guided assessment, in the order of its area."""
    return tuple(one for listed in LISTED for one in listed.procedures)


def audits() -> tuple[Audit, ...]:
    """Every audit, in the order of its area; those of frameworks after those of areas."""
    return tuple(one for listed in LISTED for one in listed.audits)


def panels() -> tuple[Panel, ...]:
    """Every scrutiny panel, in the order of its area."""
    return tuple(one for listed in LISTED for one in listed.panels)


def panel(key: str) -> Panel | None:
    """The panel with this key; None for one that is not declared."""
    return next((one for one in panels() if one.key == key), None)


def packs() -> tuple[Pack, ...]:
    """Every pack of a meeting, in the order of its area."""
    return tuple(one for listed in LISTED for one in listed.packs)


def surveys() -> tuple[Survey, ...]:
    """Every survey, in the order of its area."""
    return tuple(one for listed in LISTED for one in listed.surveys)


def faults_of(row: Record) -> tuple[str, ...]:
    """What is wrong with a record as it stands, in sentences; empty where nothing is known."""
    return tuple(
        fault
        for listed in LISTED
        for model, check in listed.checks.items()
        if isinstance(row, model)
        for fault in check(row)
    )


def topics() -> tuple[Topic, ...]:
    """Every topic card of the home page, in the order of its area."""
    return tuple(topic for listed in AREAS for topic in listed.topics)


@cache
def _by_key() -> dict[str, Measure]:
    return {measure.key: measure for measure in measures()}


def measure(key: str) -> Measure:
    """The measure with this key; raises `UnknownMeasure` naming the nearest keys."""
    known = _by_key()
    if key in known:
        return known[key]
    close = get_close_matches(key, known, n=3, cutoff=0.4) or list(known)[:3]
    raise UnknownMeasure(
        f"There is no measure '{key}'. Perhaps {' or '.join(close)}? "
        "`peelian measures` lists them all."
    )

"""The roles, in plain words. What none of them allows is refused.

Which post has which role is the force's decision, row by row (`Post.roles`, `RoleHeld`); what a
role means is the same for every force and stands here.
"""

from types import MappingProxyType
from typing import Final

from peelian.access.powers import Power
from peelian.access.role import EVERY_FIELD, FACTS, Role, allow
from peelian.access.verbs import Verb
from peelian.records.protection import Purpose

POLICING = (Purpose.POLICING,)
# Policing with the management of people who were convicted: for whoever does that work, and for
# whoever was given a task in it.
PROTECTING = (Purpose.POLICING, Purpose.PUBLIC_PROTECTION)
FIGURES = (
    Purpose.POLICING,
    Purpose.PUBLIC_PROTECTION,
    Purpose.STANDARDS,
    Purpose.STATISTICS,
)
STAFFING = (Purpose.WORKFORCE, Purpose.ORGANISATION)
WORK = (Verb.CONSULT, Verb.COLLECT, Verb.ALTER)
WHO_IS_WHERE = allow(Verb.CONSULT, purposes=(Purpose.ORGANISATION,), fields=FACTS, reach="force")


class CallHandler(Role):
    key = "call-handler"
    title = "Call handler"
    says = "Takes contacts from the public: sees and records policing records of the whole force."
    doors = frozenset({"force"})
    allows = (
        allow(
            Verb.CONSULT,
            Verb.COLLECT,
            purposes=POLICING,
            fields=EVERY_FIELD,
            reach="force",
            asks=True,
        ),
        allow(Verb.CONSULT, Verb.ALTER, purposes=PROTECTING, fields=EVERY_FIELD, reach="tied"),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.BREAK_GLASS})


class PatrolOfficer(Role):
    key = "patrol-officer"
    title = "Response or neighbourhood officer"
    says = "Sees and changes the records of their own unit, and those they answer for elsewhere."
    doors = frozenset({"force"})
    allows = (
        allow(*WORK, purposes=PROTECTING, fields=EVERY_FIELD, reach="tied"),
        allow(*WORK, purposes=POLICING, fields=EVERY_FIELD, reach="scope"),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.BREAK_GLASS})


class Investigator(Role):
    key = "investigator"
    title = "Investigator"
    says = "Works on their own investigations and reads those of their unit."
    doors = frozenset({"force"})
    allows = (
        allow(*WORK, Verb.DISCLOSE, purposes=PROTECTING, fields=EVERY_FIELD, reach="tied"),
        allow(Verb.CONSULT, Verb.COLLECT, purposes=POLICING, fields=EVERY_FIELD, reach="scope"),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.BREAK_GLASS})


class OffenderManager(Role):
    key = "offender-manager"
    title = "Offender manager"
    says = "Works on the people they manage and reads the records of their unit."
    doors = frozenset({"force"})
    allows = (
        allow(*WORK, purposes=PROTECTING, fields=EVERY_FIELD, reach="tied"),
        allow(Verb.CONSULT, purposes=PROTECTING, fields=EVERY_FIELD, reach="scope"),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.BREAK_GLASS})


class Supervisor(Role):
    key = "supervisor"
    title = "Supervisor"
    says = "Reads, changes and hands out the work of their unit; sees who is on duty, not why not."
    doors = frozenset({"force"})
    allows = (
        allow(*WORK, Verb.DISCLOSE, purposes=PROTECTING, fields=EVERY_FIELD, reach="tied"),
        allow(*WORK, Verb.DISCLOSE, purposes=PROTECTING, fields=EVERY_FIELD, reach="scope"),
        allow(Verb.CONSULT, purposes=(Purpose.WORKFORCE,), fields=FACTS, reach="scope"),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.BREAK_GLASS, Power.DECLARE_CONFLICTS, Power.REVIEW_BLIND})


class Analyst(Role):
    key = "analyst"
    title = "Performance analyst"
    says = "Counts over the whole force without fields that say who anybody is."
    doors = frozenset({"force"})
    allows = (
        allow(Verb.CONSULT, Verb.DISCLOSE, purposes=FIGURES, fields=FACTS, reach="force"),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.RUN_SURVEYS, Power.EVALUATE})


class Auditor(Role):
    key = "auditor"
    title = "Force audit team"
    says = (
        "Plans audits, draws samples and reviews files of other teams; sees facts, and of a drawn "
        "file what its sheet shows."
    )
    doors = frozenset({"force"})
    allows = (allow(Verb.CONSULT, purposes=FIGURES, fields=FACTS, reach="force"), WHO_IS_WHERE)
    powers = frozenset({Power.RUN_AUDITS, Power.REVIEW_BLIND, Power.EVALUATE, Power.PREPARE_PANELS})


class StandardsInvestigator(Role):
    key = "standards-investigator"
    title = "Professional standards"
    says = "Handles complaints and conduct matters, with the policing records that they are about."
    doors = frozenset({"force"})
    allows = (
        allow(
            *WORK,
            Verb.DISCLOSE,
            purposes=(Purpose.STANDARDS,),
            fields=EVERY_FIELD,
            reach="force",
        ),
        allow(
            Verb.CONSULT,
            purposes=(Purpose.POLICING, Purpose.WORKFORCE),
            fields=EVERY_FIELD,
            reach="force",
            asks=True,
        ),
        WHO_IS_WHERE,
    )
    powers = frozenset(
        {Power.SEAL, Power.DECLARE_CONFLICTS, Power.REVIEW_LOOKUPS, Power.PREPARE_PANELS}
    )


class PeopleServices(Role):
    key = "people-services"
    title = "People services"
    says = "Keeps units, posts, who holds them, shifts and absence; sees no policing records."
    doors = frozenset({"force"})
    allows = (allow(*WORK, Verb.DISCLOSE, purposes=STAFFING, fields=EVERY_FIELD, reach="force"),)
    powers = frozenset({Power.MANAGE_ORGANISATION, Power.RUN_SURVEYS})


class ChiefOfficer(Role):
    key = "chief-officer"
    title = "Chief officer"
    says = "Sees every figure of the force and the facts behind it, without who anybody is."
    doors = frozenset({"force"})
    allows = (
        allow(Verb.CONSULT, purposes=FIGURES, fields=FACTS, reach="force"),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.SEAL, Power.SHARE, Power.RELEASE_TO_SUBJECTS, Power.EVALUATE})


class Inspector(Role):
    key = "inspector"
    title = "Inspector"
    says = (
        "Reads facts of the forces being inspected, without who anybody is; draws samples and "
        "reviews files, and changes no record."
    )
    doors = frozenset({"inspectorate"})
    allows = (allow(Verb.CONSULT, purposes=FIGURES, fields=FACTS, reach="force"), WHO_IS_WHERE)
    powers = frozenset({Power.RUN_AUDITS, Power.REVIEW_BLIND})


class CommissionerStaff(Role):
    key = "commissioner-staff"
    title = "Commissioner's staff"
    says = (
        "Reads figures and the facts of complaints and statistics of the force; holds panels and "
        "surveys, and changes no record."
    )
    doors = frozenset({"commissioner"})
    allows = (
        allow(
            Verb.CONSULT,
            purposes=(Purpose.STANDARDS, Purpose.STATISTICS),
            fields=FACTS,
            reach="force",
        ),
    )
    powers = frozenset({Power.RUN_PANELS, Power.RUN_SURVEYS})


class PanelMember(Role):
    key = "panel-member"
    title = "Scrutiny panel member"
    says = "Sees what is put before their panel and nothing else."
    doors = frozenset({"commissioner"})
    allows = (allow(Verb.CONSULT, purposes=POLICING, fields=FACTS, reach="tied"),)
    powers = frozenset({Power.SIT_ON_PANELS})


class Partner(Role):
    key = "partner"
    title = "Partner agency"
    says = "Sees what the force has agreed to share with their agency, until the share ends."
    doors = frozenset({"partner"})


class TrailReviewer(Role):
    key = "trail-reviewer"
    title = "Reviewer of the trail"
    says = "Reads who looked and who changed; every reading is in the trail itself."
    doors = frozenset({"force"})
    powers = frozenset({Power.REVIEW_TRAIL, Power.REVIEW_LOOKUPS})


class RecordsManager(Role):
    key = "records-manager"
    title = "Records manager"
    says = (
        "Decides what is kept and what is erased, and prepares what people are given of their data."
    )
    doors = frozenset({"force"})
    allows = (
        allow(
            Verb.CONSULT,
            Verb.ERASE,
            Verb.DISCLOSE,
            purposes=(*PROTECTING, Purpose.STANDARDS, Purpose.WORKFORCE),
            fields=EVERY_FIELD,
            reach="force",
        ),
        WHO_IS_WHERE,
    )
    powers = frozenset({Power.RETAIN, Power.ANSWER_SUBJECTS, Power.SEAL})


class Administrator(Role):
    key = "administrator"
    title = "Administrator"
    says = "Makes accounts and gives roles; sees no record of policing or of standards."
    doors = frozenset({"force", "operator"})
    allows = (WHO_IS_WHERE,)
    powers = frozenset({Power.MANAGE_ACCOUNTS, Power.GIVE_ROLES, Power.MANAGE_ORGANISATION})


ALL_ROLES: Final[tuple[type[Role], ...]] = (
    CallHandler,
    PatrolOfficer,
    Investigator,
    OffenderManager,
    Supervisor,
    Analyst,
    Auditor,
    StandardsInvestigator,
    PeopleServices,
    ChiefOfficer,
    Inspector,
    CommissionerStaff,
    PanelMember,
    Partner,
    TrailReviewer,
    RecordsManager,
    Administrator,
)
ROLES: Final = MappingProxyType({role.key: role for role in ALL_ROLES})

"""The names of all that can happen, so that areas need not know each other to act on it.

Values are kept in the database: never change one. Each name with its sentence stands here once.
"""

from enum import StrEnum


class What(StrEnum):
    """What happened, as pages and clocks call it."""

    # Contact and response
    CONTACT_TAKEN = "contact-taken"
    CONTACT_ASSESSED = "contact-assessed"
    CONTACT_CLOSED = "contact-closed"
    ATTENDED = "attended"
    DOMESTIC_ABUSE_ATTENDED = "domestic-abuse-attended"
    # Domestic abuse
    RISK_ASSESSED = "risk-assessed"
    RISK_REFUSED = "risk-refused"
    REFERRAL_CALLED_FOR = "referral-called-for"
    REFERRED = "referred"
    REFERRAL_DECLINED = "referral-declined"
    ORDERS_CONSIDERED = "orders-considered"
    SCHOOL_TOLD = "school-told"
    # Victims
    VICTIM_RECORDED = "victim-recorded"
    ENHANCED_RIGHTS = "enhanced-rights"
    NEEDS_ASSESSED = "needs-assessed"
    CONTRACT_AGREED = "contract-agreed"
    VICTIM_UPDATED = "victim-updated"
    STATEMENT_OFFERED = "statement-offered"
    SUPPORT_WITHDRAWN = "support-withdrawn"
    WITHDRAWAL_RECORDED = "withdrawal-recorded"
    SUPPORT_REFERRED = "support-referred"
    SUPPORT_DECLINED = "support-declined"
    NOT_INVESTIGATED = "not-investigated"
    CONTACT_ENDED = "contact-ended"
    # Suspects
    SUSPECT_NAMED = "suspect-named"
    SUSPECT_ACTION_SET = "suspect-action-set"
    SUSPECT_WANTED = "suspect-wanted"
    SUSPECT_CIRCULATED = "suspect-circulated"
    SUSPECT_ARRESTED = "suspect-arrested"
    ARREST_DECLINED = "arrest-declined"
    SUSPECT_INTERVIEWED = "suspect-interviewed"
    SUSPECT_REVIEWED = "suspect-reviewed"
    SUSPECT_SETTLED = "suspect-settled"
    BAILED = "bailed"
    BAIL_CHANGED = "bail-changed"
    SENT_TO_PROSECUTOR = "sent-to-prosecutor"
    PROSECUTOR_ANSWERED = "prosecutor-answered"
    BAIL_ENDED = "bail-ended"
    RELEASED_UNDER_INVESTIGATION = "released-under-investigation"
    RELEASED_WITHOUT_CHARGE = "released-without-charge"
    # People who are managed
    MANAGED = "managed"
    PLAN_SET = "plan-set"
    MANAGED_REACTIVELY = "managed-reactively"
    VISITED = "visited"
    RISK_REVIEWED = "risk-reviewed"
    PLAN_REVIEWED = "plan-reviewed"
    MANAGEMENT_ENDED = "management-ended"
    BREACHED = "breached"
    BREACH_RECORDED_AS_CRIME = "breach-recorded-as-crime"
    # Powers
    SEARCHED = "searched"
    SEARCH_REVIEWED = "search-reviewed"
    FORCE_USED = "force-used"
    FORCE_REVIEWED = "force-reviewed"
    FEEDBACK_READ = "feedback-read"
    # Assaults on staff
    STAFF_ASSAULTED = "staff-assaulted"
    INVESTIGATOR_NAMED = "investigator-named"
    WELFARE_MET = "welfare-met"
    COMMAND_TOLD = "command-told"
    EXECUTIVE_TOLD = "executive-told"
    ASSOCIATION_TOLD = "association-told"
    RIGHTS_EXPLAINED = "rights-explained"
    PROOF_CHECKED = "proof-checked"
    ACCIDENT_REPORTED = "accident-reported"
    # Work given by people
    TASK_GIVEN = "task-given"
    TASK_DONE = "task-done"
    DECISION_TAKEN = "decision-taken"
    DECISION_DONE = "decision-done"
    # Assessments that somebody looks at again, without the first answers
    SECOND_LOOK_DRAWN = "second-look-drawn"
    SECOND_LOOK_MADE = "second-look-made"
    # Feedback on an encounter or a file, from an audit or a panel
    FEEDBACK_GIVEN = "feedback-given"
    FEEDBACK_REPLIED = "feedback-replied"
    # A change that is evaluated
    CHANGE_REGISTERED = "change-registered"
    CHANGE_JUDGED = "change-judged"
    CHANGE_WITHDRAWN = "change-withdrawn"
    # A source that is late or short
    FEED_LATE = "feed-late"
    FEED_FRESH = "feed-fresh"

    @property
    def says(self) -> str:
        """The name in words: "bail changed"."""
        return self.value.replace("-", " ")

"""What posts can be trusted with beside records: each power is a duty that somebody answers for."""

from enum import StrEnum


class Power(StrEnum):
    """A power, in the words that the page of a role shows."""

    MANAGE_ACCOUNTS = "make accounts, end them and turn them on again"
    MANAGE_ORGANISATION = "keep units, posts and who holds them"
    GIVE_ROLES = "give roles and take them away"
    SEAL = "seal records and name who may still see them"
    DECLARE_CONFLICTS = "record that somebody has a conflict of interest"
    SHARE = "share records with a partner agency"
    REVIEW_TRAIL = "read the trail of who looked and who changed"
    REVIEW_LOOKUPS = "judge look-ups that have no visible reason"
    RETAIN = "decide what is kept, held back from erasure or erased"
    ANSWER_SUBJECTS = "prepare what a person is given of their own data"
    RELEASE_TO_SUBJECTS = "release to a person what was prepared"
    RUN_AUDITS = "plan audits, draw their samples and close them"
    REVIEW_BLIND = "review drawn files of other teams, with what could sway them hidden"
    RUN_PANELS = "hold scrutiny panels: members, meetings, references to footage, feedback"
    PREPARE_PANELS = "find the recordings of cases before a panel and check what its members read"
    SIT_ON_PANELS = "judge the cases that are put before the panels on which they sit"
    RUN_SURVEYS = "open surveys, invite people and read what they said in groups"
    EVALUATE = "register changes before they start and give the verdict on them"
    BREAK_GLASS = "open a record of another unit at once, with a reason"

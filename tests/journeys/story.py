"""One case of domestic abuse, told once: the test walks it, and the documentation prints it.

Every step says what happens where, which duties then stand how, and what the figures count.
"""

from dataclasses import dataclass

Standing = tuple[str, str, str]


@dataclass(frozen=True)
class Step:
    """One step: when (local time), what happens, and what is then true.

    `duties` are (rule, what it is about, state), `figures` (measure, counted, out of). `typed` says
    what a person writes in Peelian; where it is empty, record systems bring it all.
    """

    key: str
    at: str
    title: str
    says: str
    duties: tuple[Standing, ...] = ()
    figures: tuple[tuple[str, int, int], ...] = ()
    typed: str = ""


TITLE = "Domestic abuse, from the door to the charge"
SAYS = (
    "An invented case in an invented force. Control room, crime system, custody and search records "
    "send extracts; Peelian is told nothing that one of them holds. People add what no system asks "
    "for: the risk, the referral and the review."
)
STEPS = (
    Step(
        "attended",
        "2026-03-27 21:30",
        "An officer has been at the door",
        "The control room's extract brings an incident flagged as domestic abuse, attended at "
        "21:10. The officer's first page shows the assessment that is due before the tour ends.",
        duties=(("domestic_abuse.risk_assessed", "I-4", "Running"),),
    ),
    Step(
        "declined",
        "2026-03-27 22:00",
        "The victim declines the questions",
        "The officer records the refusal with its reason, and what was seen and is known. Earlier "
        "reports were found by the same person's key, so a criterion for referral is met whatever "
        "grade the officer decides on.",
        typed="Reason for the refusal, what was seen, the grade and why.",
        duties=(
            ("domestic_abuse.risk_assessed", "I-4", "Met"),
            ("domestic_abuse.referral_decided", "I-4", "Running"),
        ),
        figures=(("domestic_abuse.risk_assessed.in_time", 1, 1),),
    ),
    Step(
        "recorded",
        "2026-03-28 09:00",
        "The crime is recorded, the suspect is named",
        "The crime system brings the investigation, the victim with the contact agreed, and a "
        "suspect who has not been found. Updates run by what this victim agreed: every seven days.",
        duties=(
            ("victims_code.updated", "V-1", "Running"),
            ("offenders.suspect_reached", "S-1", "Running"),
        ),
    ),
    Step(
        "referred",
        "2026-03-30 10:00",
        "The supervisor refers the case",
        "The weekend is no working day, so Monday is in time.",
        typed="The decision to refer, with its reason.",
        duties=(("domestic_abuse.referral_decided", "I-4", "Met"),),
        figures=(("domestic_abuse.referral_decided.in_time", 1, 1),),
    ),
    Step(
        "bailed",
        "2026-03-31 23:00",
        "Arrest, search and bail",
        "Custody and search records bring an arrest at 14:00, a search at 14:05 and bail from the "
        "day after the arrest: three months that begin with 1 April end with 30 June. The victim "
        "has enhanced rights and must be told of arrest and bail within one working day.",
        duties=(
            ("offenders.suspect_reached", "S-1", "Met"),
            ("victims_code.told_of_arrest", "C-1", "Running"),
            ("victims_code.told_of_bail", "C-1", "Running"),
            ("offenders.bail_decision", "S-1", "Running"),
            ("stop_and_search.search_review", "Q-1", "Running"),
        ),
    ),
    Step(
        "told",
        "2026-04-01 12:00",
        "The victim is told",
        "The crime system brings two contacts by the route recorded as safe.",
        duties=(
            ("victims_code.told_of_arrest", "C-1", "Met"),
            ("victims_code.told_of_bail", "C-1", "Met"),
        ),
        figures=(
            ("victims_code.told_of_arrest.in_time", 1, 1),
            ("victims_code.told_of_bail.in_time", 1, 1),
        ),
    ),
    Step(
        "reviewed",
        "2026-04-02 09:00",
        "A supervisor who was not there reviews the search",
        "The review needs a verdict and a reason. It is made one at a time.",
        typed="Verdict, reason and feedback.",
        duties=(("stop_and_search.search_review", "Q-1", "Met"),),
        figures=(("stop_and_search.search_review.in_time", 1, 1),),
    ),
    Step(
        "charged",
        "2026-06-26 15:00",
        "A decision before bail ends",
        "Custody brings a charge four days before the end. The victim is told on the same day.",
        duties=(
            ("offenders.bail_decision", "S-1", "Met"),
            ("victims_code.told_of_bail_change", "C-1", "Met"),
        ),
        figures=(("offenders.bail_decision.in_time", 1, 1),),
    ),
)

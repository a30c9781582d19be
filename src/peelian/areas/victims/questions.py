"""What is asked of and about a victim: needs, contact, statement, and what a withdrawal leaves."""

from typing import Final

from peelian.engines.procedures.declared import NO, YES, Option, Page, Question, When
from peelian.spine.orders import PROTECTIVE_ORDERS

# Who has enhanced rights, by the Code of 2020.
ENHANCED: Final = (
    Option("serious", "Victim of the most serious crime, domestic abuse or hate crime included"),
    Option("bereaved", "Close relative of somebody who died by a crime"),
    Option("persistent", "Persistently targeted"),
    Option("under-18", "Under 18"),
    Option("disability", "Disability, or a mental health condition"),
    Option("intimidated", "Intimidated: afraid or distressed about giving evidence"),
)
ROUTES: Final = (
    Option("telephone", "Telephone"),
    Option("text", "Text message"),
    Option("email", "Email"),
    Option("letter", "Letter"),
    Option("person", "In person"),
    Option("other", "Through somebody else"),
)

NEEDS = (
    Page(
        "needs",
        "What they need",
        (
            Question(
                "enhanced_rights",
                "Do they have enhanced rights?",
                "They are then told within one working day and not five, from now on.",
                "yes-no",
                personal=False,
            ),
            Question(
                "enhanced",
                "Which of these hold for them?",
                "Each brings enhanced rights by itself.",
                "several",
                options=ENHANCED,
                only=(When("enhanced_rights", (YES,)),),
            ),
            Question(
                "understood",
                "What do they need so as to understand and be understood?",
                "Right 1: an interpreter, plain words, signs, somebody beside them.",
                "words",
            ),
            Question(
                "measures",
                "Would special measures help them to give evidence?",
                "A screen, a video link or a recorded interview must be asked for early.",
                "yes-no",
                unknown=True,
            ),
            Question(
                "safety",
                "What could put them in danger, and what would protect them?",
                "Contact itself can put somebody in danger.",
                "words",
            ),
        ),
    ),
    Page(
        "support",
        "Support",
        (
            Question(
                "referral",
                "Are they referred to a support service?",
                "Right 4: within two working days of the report, unless they decline.",
                "choice",
                options=(Option("referred", "Yes"), Option("declined", "They declined")),
                personal=False,
            ),
        ),
    ),
)

CONTRACT = (
    Page(
        "contact",
        "What is agreed about contact",
        (
            Question(
                "routes",
                "By which routes do they wish to be told?",
                "What is agreed with them counts, not what is usual.",
                "several",
                options=ROUTES,
            ),
            Question(
                "safe-route",
                "Which route and times are safe, and who must not learn of it?",
                "A message on a shared telephone can be read by whoever hurt them.",
                "words",
            ),
            Question(
                "update_every_days",
                "Every how many days do they wish to hear from you?",
                "Each promise is judged by what this victim agreed to.",
                "number",
                personal=False,
            ),
            Question(
                "language",
                "In which language?",
                "Right 1: understood, and able to understand.",
                "words",
            ),
            Question(
                "told-rights",
                "Have they been told their rights and given their reference in writing?",
                "Rights 2 and 3.",
                "yes-no",
                unasked=True,
                personal=False,
            ),
        ),
    ),
)

STATEMENT = (
    Page(
        "statement",
        "Personal statement",
        (
            Question(
                "offered",
                "Was a personal statement offered, and was it explained?",
                "Right 7. That it was offered is what counts; nobody has to make one.",
                "yes-no",
                personal=False,
            ),
            Question(
                "not-offered-why",
                "Why not?",
                "It is offered again before a hearing.",
                "words",
                only=(When("offered", (NO,)),),
            ),
            Question(
                "choice",
                "What did they choose?",
                "They may change their mind up to the sentence.",
                "choice",
                options=(
                    Option("made", "They made one"),
                    Option("later", "Later"),
                    Option("declined", "They do not wish to"),
                ),
                only=(When("offered", (YES,)),),
                personal=False,
            ),
            Question(
                "read",
                "How is it to be heard in court?",
                "They may read it themselves, or have it read.",
                "choice",
                options=(
                    Option("self", "They read it"),
                    Option("read-out", "Somebody reads it out"),
                    Option("not-read", "It is not read out"),
                ),
                only=(When("choice", ("made",)),),
                unknown=True,
            ),
        ),
    ),
)

WITHDRAWAL = (
    Page(
        "reasons",
        "Why they withdraw",
        (
            Question(
                "own-words",
                "Their reasons, in their own words",
                "Two of ten records that inspectors read gave no reason.",
                "words",
            ),
            Question(
                "still-true",
                "Do they say that what they reported is true?",
                "To withdraw support is not to take it back.",
                "yes-no",
                refusable=True,
                unasked=True,
                unknown=True,
            ),
            Question(
                "pressure",
                "Did you ask about pressure or fear, alone with them?",
                "A withdrawal can be the last thing that the abuser asked for.",
                "yes-no",
                unasked=True,
            ),
            Question(
                "pressure-found",
                "What did you find?",
                "Pressure on a witness is a crime by itself.",
                "words",
                only=(When("pressure", (YES,)),),
            ),
            Question(
                "effect",
                "Did you explain what follows, and that it may go on without them?",
                "They must not be surprised by it.",
                "yes-no",
            ),
            Question(
                "proof",
                "How is it on record?",
                "A record that can be audited is signed or filmed.",
                "choice",
                options=(
                    Option("signed", "Signed statement"),
                    Option("video", "Body-worn video"),
                    Option("neither", "Neither"),
                ),
                personal=False,
            ),
        ),
    ),
    Page(
        "safety",
        "How safe they are now",
        (
            Question(
                "safe-now",
                "How safe are they now, and what protects them?",
                "Danger is assessed again, because it may have grown.",
                "words",
            ),
            Question(
                "orders",
                "Which protective orders were discussed?",
                "An order can protect without a charge and without their support.",
                "several",
                options=(
                    *(Option(key, says) for key, says in PROTECTIVE_ORDERS),
                    Option("none", "None was discussed"),
                ),
                personal=False,
            ),
            Question(
                "orders-why",
                "What was decided about orders, and why?",
                "Not to ask for one is a decision with a reason too.",
                "words",
            ),
        ),
    ),
    Page(
        "without-them",
        "Whether it goes on without them",
        (
            Question(
                "evidence",
                "What evidence is there without them?",
                "Video, the 999 recording, injuries, neighbours, messages, earlier reports.",
                "words",
            ),
            Question(
                "supervisor",
                "What is the supervisor's view, and whose is it?",
                "To end a case is not for one person.",
                "words",
            ),
        ),
    ),
)

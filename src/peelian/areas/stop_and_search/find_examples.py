"""Worked examples of what searches lead to: rows in, answer out, worked by hand."""

from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.measures.declared import Example

LINKS = """
    search_type               | linked_to_object | outcome
    Person search             | true             | Arrest
    Person search             | false            | A no further action disposal
    Person and Vehicle search | false            | Khat or Cannabis warning
    Vehicle search            |                  | A no further action disposal
    """

LINKED_FIND_RATE = (
    Example(
        says="A blank is neither yes nor no: it stays among all searches, and is said.",
        rows={StopSearch: LINKS},
        shows="1 of 4, 25%, 1 unknown",
    ),
    Example(
        says="A force that never says yes shows 0%, which is why forces are not ranked.",
        rows={
            StopSearch: """
                search_type   | linked_to_object | outcome
                Person search | false            | Arrest
                Person search |                  | A no further action disposal
                """
        },
        by=("force",),
        shows="staffordshire: 0 of 2, 0%, 1 unknown",
    ),
)

LINKED_FIND_RATE_KNOWN = (
    Example(
        says="Only rows that say yes or no are counted among.",
        rows={StopSearch: LINKS},
        shows="1 of 3, 33%, 1 unknown",
    ),
    Example(
        says="Where every row is blank there is nothing to divide by.",
        rows={
            StopSearch: """
                search_type   | linked_to_object
                Person search |
                """
        },
        shows="not_computable",
    ),
)

LINK_NOT_RECORDED = (
    Example(
        says="No is an answer; blank is none.",
        rows={StopSearch: LINKS},
        shows="1 of 4, 25%",
    ),
)

POWERS = """
    search_type    | power               | legislation       | linked_to_object
    Person search  | No suspicion needed | {section_60}      | false
    Person search  | No suspicion needed | {section_60}      | true
    Person search  | Reasonable grounds  | {section_1}       | true
    Person search  | Reasonable grounds  | {section_23}      |
    Vehicle search | Reasonable grounds  | {section_1}       | true
    Person search  | Reasonable grounds  | {section_47}      | true
    Person search  |                     |                   | true
    """.format(
    section_60="Criminal Justice and Public Order Act 1994 (section 60)",
    section_1="Police and Criminal Evidence Act 1984 (section 1)",
    section_23="Misuse of Drugs Act 1971 (section 23)",
    section_47="Firearms Act 1968 (section 47)",
)

NO_SUSPICION_LINKED_FIND_RATE = (
    Example(
        says="A power that is not recorded is not taken for one that needs no suspicion.",
        rows={StopSearch: POWERS},
        shows="1 of 2, 50%",
    ),
)

AUDITED_LINKED_FIND_RATE = (
    Example(
        says="Section 1 and section 23 only, and persons only: the audit reads no vehicle search.",
        rows={StopSearch: POWERS},
        shows="1 of 2, 50%, 1 unknown",
    ),
)

ACTION_RATE = (
    Example(
        says="A blank outcome is unknown; a seizure that ended in no further action is no action.",
        rows={
            StopSearch: """
                search_type   | outcome
                Person search | Arrest
                Person search | Community resolution
                Person search | A no further action disposal
                Person search | Suspected psychoactive substances seized - No further action
                Person search |
                """
        },
        shows="2 of 5, 40%, 1 unknown",
    ),
)

CLOTHING = (
    Example(
        says="A vehicle wears no clothes: searches of vehicles alone are left out.",
        rows={
            StopSearch: """
                search_type               | more_than_outer_clothing | age_range
                Person search             | true                     | 10-17
                Person and Vehicle search | false                    | over 34
                Person search             |                          | over 34
                Vehicle search            | false                    |
                """
        },
        by=("age",),
        shows="10-17: 1 of 1, 100%\nover 34: 0 of 2, 0%, 1 unknown",
    ),
)

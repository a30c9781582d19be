"""One dated statement made twice, in the same words or in another order of them."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused
from peelian.engines.publishing.checker.claims.repeats.repeats import find


def test_a_statement_and_its_repeat_must_print_one_number():
    """The finding names the place and the words of the first."""
    text = "The trust ran 34 schools on 31 March 2026. On 31 March 2026 the trust ran 43 schools."
    (found,) = findings(find, text)
    assert (str(found.verdict), found.printed, found.allowed) == ("does not follow", "43", "34")
    assert found.computed == "34 at line 1, 43 here"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            (
                "At the end of May 2024 the jail held 812 men. The jail held 821 men at the end "
                "of May 2024."
            ),
            "821",
        ),
        (
            (
                "On 30 June 2025 there were 418 children in care. There were 481 children in "
                "care on 30 June 2025."
            ),
            "481",
        ),
        ("The panel met nine times in 2023. It met six times in 2023, twice in public.", "six"),
        (
            "In 2024, 34% of pupils ate free meals. Some 43% of pupils ate free meals in 2024.",
            "43%",
        ),
        (
            "The firm had 2,310 employees at year end. At year end the firm had 2,130 employees.",
            "2,130",
        ),
        (
            "The charity employed 62 staff on 1 April 2025. On 1 April 2025 the charity "
            "employed 26 "
            "staff, half of them part-time.",
            "26",
        ),
        (
            (
                "In May we held eight focus groups. What was said in these nine focus groups is "
                "in annex B."
            ),
            "nine",
        ),
        (
            (
                "The plan sets aside 140 hectares for trees. Planting of all these 104 hectares "
                "is to begin."
            ),
            "104",
        ),
    ],
)
def test_other_order_of_the_same_words_changes_nothing(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The jail held 812 men at the end of May 2024. The jail held 821 men at the end of "
            "June 2024."
        ),
        (
            "The charity had 62 staff on 1 April 2025. On 1 April 2025 the charity had 26 "
            "part-time staff."
        ),
        (
            "The charity had 62 staff on 1 April 2025. On 1 April 2025 the charity had 26 staff "
            "in shops."
        ),
        "In 2023 the county had 57 fire engines. The city had 75 fire engines in 2023.",
        "In 2024 the agency opened 143 cases. In 2024 the agency closed 134 cases.",
        (
            "In 2024 the agency opened 143 cases. In 2024 the agency opened 134 cases, excluding "
            "fraud."
        ),
        (
            "In 2024 the court sat on 214 days. In 2024 the court sat on 241 days, according to "
            "the union."
        ),
        "The court sat on 214 days in 2024. This was wrong. In 2024 the court sat on 241 days.",
        "In May 2024 we closed 120 cases. In Leeds it rained. In May 2024 we closed 210 cases.",
        "In 2021 sales were £4.1m. In 2021 net sales were £1.4m.",
        (
            "On 30 June 2025 there were 418 children in care. On 30 June 2025 148 children were "
            "in school."
        ),
        "The store sold 120 bikes in May 2024. In May 2024 the store sold 120 bikes.",
        "The plan sets aside 140 hectares for trees. Of these, 104 hectares are to be planted.",
    ],
)
def test_any_word_that_only_one_of_them_has_makes_two_statements(text):
    assert refused(find, text) == []


def test_statements_under_two_headings_may_be_of_two_places():
    lines = "The service had 12 vans on 1 May 2024.", "The service had 21 vans on 1 May 2024."
    assert refused(find, "# North", lines[0], "# South", lines[1]) == []
    assert refused(find, "# Vans", lines[0], lines[1]) == ["21"]


SUMMED = [
    ("We answered 12,460 calls.", "Our staff answered 12,640 calls in the year.", "12,460"),
    (
        "Volunteers made 280 visits to people in custody.",
        "This year 28 volunteers made 208 visits.",
        "280",
    ),
    (
        "- 71% of the victims we surveyed were satisfied with our service",
        (
            "We telephoned 1,200 victims, and 888 of them (74%) said they were satisfied with "
            "the service."
        ),
        "71%",
    ),
    (
        "Savings of £6.9 million were delivered.",
        "The savings programme delivered £9.6 million.",
        "£6.9 million",
    ),
]


@pytest.mark.parametrize(("short", "long", "figure"), SUMMED)
def test_a_misprint_in_a_summary_is_found_by_what_the_body_says(short, long, figure):
    assert refused(find, "# Summary", short, "# The year", long) == [figure]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("We answered 12,460 calls.", "We answered 12,640 emails."),
        ("We answered 12,460 calls.", "Last year we answered 12,640 calls."),
        ("We answered 12,460 calls.", "In 2019 we answered 12,640 calls; in 2020, 12,460."),
        ("We answered 12,460 calls.", "The north office answered 12,640 calls."),
        ("We answered 12,460 calls.", "We planned to answer 12,640 calls."),
        ("We planted 2,315 trees.", "We planted 2,351 trees in 2018, before the programme."),
        ("34% of women felt safe.", "43% of men felt safe."),
        ("34% of women felt safe at night.", "43% of women felt safe by day."),
        ("We spent £4.8 million on pay.", "We spent £8.4 million in all."),
        ("The trust has 1,420 staff.", "The trust has 1,240 full-time staff."),
        ("The trust has 1,420 staff.", "On average the trust has 1,240 staff on duty."),
        ("Fees raised £2.31 million.", "Parking fees raised £2.13 million."),
        ("It needs version 2.70.", "It needs version 2.74."),
    ],
)
def test_a_body_that_speaks_of_something_else_does_not_contradict_its_summary(short, long):
    assert refused(find, "# Summary", short, "# The year", long) == []


def test_a_pronoun_does_not_say_what_a_share_is_of():
    """The two sentences are of two sums, which stand before them."""
    share = "This represents {} of the debt collected for 2012."
    lines = (
        "# Debt",
        f"We collected £474. {share.format('2%')}",
        f"We lost £162. {share.format('9%')}",
    )
    assert refused(find, *lines) == []


def test_a_part_that_with_others_makes_the_sum_is_no_misprint():
    lines = "# Summary", "We closed 143 cases.", "# North", "The team closed 134 cases."
    assert refused(find, *lines, "# South", "The team closed 9 cases.") == []
    assert refused(
        find, "# Summary", "We closed 143 cases.", "# Cases", "We closed 134 cases."
    ) == ["143"]

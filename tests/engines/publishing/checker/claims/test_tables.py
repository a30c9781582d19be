"""Tables, row by row: totals and their parts, shares of totals, changes, and what is not shown."""

import random

import pytest

from peelian.engines.publishing.checker.checking import settled
from peelian.engines.publishing.checker.claims.tables.tables import find
from peelian.engines.publishing.checker.documents import Document, Passage, Table
from peelian.engines.publishing.checker.language.text import text_of
from peelian.engines.publishing.checker.reading.grids import heads_of


def table(text, caption=""):
    """Lines of cells parted by pipes as a table."""
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.split("\n"))
    return Table(rows, "table 1", caption, heads_of(rows))


def findings(text, *, before="Table 1", after="Source: the force"):
    """All that is found in one table, with a line above it and a note below."""
    parts = (Passage(before, "line 1"), table(text), Passage(after, "line 9"))
    return settled(find(text_of(Document("text", parts))))


def told(text, **around):
    """The verdict, the place and the printed figure of each finding."""
    return [(one.verdict.value, one.place, one.printed) for one in findings(text, **around)]


def refused(text, **around):
    """The places and the printed figures of what does not follow."""
    return [(place, cell) for verdict, place, cell in told(text, **around) if "not f" in verdict]


AREAS = "Area|2022|2023\nNorth|12|15\nSouth|20|22\nEast|30|5\nTotal|{}|{}"


def test_a_total_in_two_columns_agrees_once():
    (found,) = findings(AREAS.format(62, 42))
    assert (found.verdict, found.place, found.printed) == ("agrees", "table 1, Total", "Total")
    assert found.computed == (
        "the 3 rows (North, South, East) make the total in 2 columns; 6 cells added up"
    )
    assert found.marks == ((4, 0), (4, 1), (4, 2))


def test_a_wrong_total_is_refused_where_another_column_proves_the_parts():
    agrees, wrong = findings(AREAS.format(62, 43))
    assert (agrees.verdict, agrees.printed) == ("agrees", "62")
    assert (wrong.verdict, wrong.place) == ("does not follow", "table 1, Total, 2023")
    assert wrong.computed == "15 + 22 + 5 is 42"
    assert wrong.allowed == "42"
    assert wrong.because == "the rows come to 42, 1 less than the total"
    assert wrong.marks == ((4, 2), (1, 2), (2, 2), (3, 2))
    assert wrong.sentence == "Total | 62 | 43"


def test_a_wrong_row_total_is_refused_once_and_not_again_in_the_corner():
    text = "|Men|Women|All\nNorth|12|15|27\nSouth|20|22|42\nEast|30|5|36\nAll|62|42|104"
    assert refused(text) == [("table 1, East, All", "36")]
    corner = [one for one in findings(text) if one.place == "table 1, All, All"]
    assert [one.verdict for one in corner] == ["cannot be checked"]


@pytest.mark.parametrize(
    ("hidden", "total", "verdicts"),
    [
        ("*", 46, ["agrees", "cannot be checked"]),
        ("-", 46, ["agrees", "cannot be checked"]),
        ("-", 42, ["agrees"]),
        ("*", 40, ["agrees", "does not follow"]),  # 12 and 30 are more already
        ("<5", 46, ["agrees"]),
        ("<5", 47, ["agrees", "does not follow"]),
        ("..", 99, ["agrees", "cannot be checked"]),
    ],
)
def test_a_hidden_part_is_nothing_or_more(hidden, total, verdicts):
    text = f"Area|2022|2023\nNorth|12|15\nSouth|{hidden}|22\nEast|30|5\nTotal|{total}|42"
    if verdicts == ["agrees"] and hidden == "<5":
        verdicts = ["agrees", "cannot be checked"]
    assert [one.verdict.value for one in findings(text)] == verdicts


def test_a_hidden_part_is_named():
    text = "Area|2022|2023\nNorth|12|15\nSouth|c|22\nEast|30|5\nTotal|46|42"
    assert findings(text)[1].because == '1 part not shown: "c" (hidden)'


def test_what_looks_rounded_to_five_may_miss_by_as_much():
    text = "Area|2022|2023\nNorth|125|150\nSouth|75|225\nEast|30|50\nTotal|{}|425"
    assert not refused(text.format(235))
    assert refused(text.format(260)) == [("table 1, Total, 2022", "260")]


def test_full_time_posts_are_rounded_although_they_look_whole():
    text = "Rank|2022|2023\nConstable|120|130\nSergeant|31|33\nTotal|152|163"
    assert not refused(text, before="Full-time equivalents by rank")
    assert refused(text) == [("table 1, Total, 2022", "152")]


def test_decimals_are_rounded_to_what_is_printed():
    text = "Item|2022 (£m)|2023 (£m)\nPay|120.1|130.2\nEstates|20.3|21.3\nTotal|140.5|{}"
    assert not refused(text.format("151.6"))
    assert refused(text.format("151.7")) == [("table 1, Total, 2023 (£m)", "151.7")]


def test_subtotals_are_added_and_not_counted_twice():
    text = (
        "Post|2022|2023\nConstable|100|110\nSergeant|20|22\nTotal officers|120|132\n"
        "Office|30|35\nCells|10|12\nTotal staff|40|{}\nGrand total|160|179"
    )
    assert [verdict for verdict, _place, _cell in told(text.format(47))] == ["agrees"] * 3
    assert refused(text.format(48)) == [("table 1, Total staff, 2023", "48")]


@pytest.mark.parametrize("inner", ["of which: injury", "- injury", "including injury"])
def test_parts_of_parts_are_left_out(inner):
    text = f"Offence|2022|2023\nViolence|100|120\n{inner}|40|45\nTheft|200|190\nTotal|300|310"
    assert [verdict for verdict, _place, _cell in told(text)] == ["agrees"]


def test_rows_within_the_row_above_are_seen_by_their_sums():
    text = "Offence|Count\nViolence|100\nHomicide|10\nInjury|90\nTheft|200\nTotal|300"
    assert told(text) == [("agrees", "table 1, Total, Count", "300")]


def test_regions_are_sums_of_their_forces_and_make_the_total():
    text = "|2022|2023\nNorth|30|33\nLake|10|11\nFell|20|22\nSouth|50|54\nDown|25|27\nWold|25|27\n"
    assert told(text + "Total|80|87") == [("agrees", "table 1, Total", "Total")]


def test_rates_averages_and_years_are_never_added():
    text = "Area|Calls|Minutes|Rate per 1,000\nNorth|12|15|1.2\nSouth|20|22|3.1\nTotal|32|19|2.0"
    assert told(text) == [("agrees", "table 1, Total, Calls", "32")]
    assert not findings("Area|Year|Rate\nNorth|2020|4.1\nSouth|2021|5.2\nTotal|2022|6.1")


def test_people_may_stand_in_several_months():
    text = "Month|Searches|Individuals\nJan|100|90\nFeb|120|101\nTotal|220|170"
    (_, people) = findings(text)
    assert people.verdict == "cannot be checked"
    assert people.because == (
        "the rows come to 191, 21 more than the total; "
        "what is counted here may stand in several of them"
    )


def test_a_note_at_a_part_may_explain_the_total():
    text = "Force|2022|2023\nLake|3^|2\nFell|4|5\nWold|2|1\nTotal|6|8"
    assert [one.verdict.value for one in findings(text)] == ["agrees", "cannot be checked"]


@pytest.mark.parametrize(
    ("total", "verdict"),
    [
        (360, "does not follow"),  # more than the total: no row may be left out
        (380, "cannot be checked"),  # less: a rank may be left out
        (370, "agrees"),
    ],
)
def test_one_column_alone(total, verdict):
    text = f"Rank|Officers\nConstable|300\nSergeant|50\nInspector|20\nTotal|{total}"
    assert [one.verdict.value for one in findings(text)] == [verdict]


def test_one_column_that_leaves_nothing_out_must_make_its_total():
    text = "Outcome|Cases\nCharged|300\nCautioned|51\nOther|20\nTotal|380"
    assert refused(text) == [("table 1, Total, Cases", "380")]


@pytest.mark.parametrize(
    "text",
    [
        "Reason|Number|%\nSpeed|501|67\nService|303|41\nOther|200|27\nTotal|748|100",
        "Group|Number\nAll|748\nMen|400\nWomen|348\nUnder 40|301\n40 and over|447\nOther|9",
        "Call|Number\nNoise|310\nTheft|291\nAssault|100\nTotal|1,500",
    ],
    ids=["several reasons each", "several divisions", "the most common"],
)
def test_tables_whose_rows_are_no_division_are_left_alone(text):
    assert not refused(text)


SEXES = "Sex|Number|%\nMen|587|{}\nWomen|161|21.5\nTotal|748|100"


def test_a_share_of_the_total_beside_the_counts():
    assert not refused(SEXES.format("78.5"))
    wrong = findings(SEXES.format("78.4"))[-1]
    assert (wrong.verdict, wrong.printed) == ("does not follow", "78.4")
    assert wrong.computed == "587 of 748 (Total) is 78.48 per cent, printed as 78.4"
    assert wrong.marks == ((1, 2), (1, 1), (3, 1))


def test_shares_under_one_heading_for_two_years():
    text = (
        "|2022||2023|\nArea|Number|%|Number|%\nNorth|123|41.0|151|50.2\nSouth|87|29.0|60|19.9\n"
        "East|90|31.0|90|29.9\nTotal|300|100|301|100"
    )
    assert refused(text) == [("table 1, East, 2022, %", "31.0")]


def test_shares_of_the_row():
    text = "Force|Upheld|Not upheld|% upheld\nA|30|70|30%\nB|12|36|25%\nC|5|15|25%\nD|9|41|{}%"
    assert not refused(text.format(18))
    assert refused(text.format(28)) == [("table 1, D, % upheld", "28%")]


def test_a_rate_of_one_column_in_another():
    text = "Force|Stops|Finds|Find rate (%)\nA|100|21|21\nB|50|11|22\nC|80|17|21\nD|90|9|12"
    assert refused(text) == [("table 1, D, Find rate (%)", "12")]


def test_a_count_with_its_percentage_in_one_cell():
    text = "Age|n (%)\n18-34|121 (30.3)\n35-54|159 (39.8)\n55+|120 ({})\nTotal|400 (100.0)"
    assert not refused(text.format("30.0"))
    assert refused(text.format("33.0")) == [("table 1, 55+, n (%)", "120 (33.0)")]


def test_a_base_in_the_heading_of_which_some_may_not_have_answered():
    text = "|Control (n = 120)\nMen|60 (50.0%)\nWomen|60 (50.0%)\nUnder 40|31 ({}%)"
    assert not refused(text.format("25.8"))
    assert refused(text.format("20.8")) == [("table 1, Under 40, Control (n = 120)", "31 (20.8%)")]
    fewer = findings(text.format("28.2"))[-1]
    assert (fewer.verdict, fewer.because) == (
        "cannot be checked",
        "it fits a base of 110, if some did not answer",
    )


def test_a_row_whose_percentages_are_all_of_fewer_may_have_a_base_of_its_own():
    text = (
        "Event | Drug (n = 1838) | Placebo (n = 1816)\nStroke | 279 (15.2) | 278 (15.3)\n"
        "Heart failure | 241 (13.1) | 201 (11.1)\nNew disease | 442 (35.3) | 466 (37.5)\n"
        "Cataract | 304 (16.5) | 318 (17.5)\nInfection | 53 (2.9) | 58 (3.2)"
    )

    found = findings(text)

    assert "does not follow" not in [one.verdict for one in found]
    assert "the row seems to be of fewer" in " ".join(one.because for one in found)


def test_an_audience_may_listen_to_several_parts():
    text = (
        "Station | Reach | Hours\nNational | 17944 | 151871\nLocal | 27466 | 312183\n"
        "Total | 34628 | 464054"
    )

    assert "does not follow" not in [verdict for verdict, _, _ in told(text)]


def test_rows_that_must_make_a_hundred_per_cent():
    text = (
        "Area|Agree|Neither|Disagree|Total\nA|50%|30%|20%|100%\nB|33%|33%|33%|100%\n"
        "C|{}%|30%|20%|100%"
    )
    assert not refused(text.format(51))
    assert refused(text.format(55)) == [("table 1, C, Total", "100%")]


CHANGES = "Force|2022|2023|Change|% change\nA|100|120|20|20%\nB|50|40|-10|-20%\nC|80|96|{}|{}%"


def test_changes_between_two_columns():
    assert not refused(CHANGES.format("+16", 20))
    assert refused(CHANGES.format(16, 25)) == [("table 1, C, % change", "25%")]
    assert refused(CHANGES.format(-16, 20)) == [("table 1, C, Change", "-16")]


def test_changes_may_lead_from_the_last_column_but_one_or_backwards():
    text = (
        "Force|Now|Then|Before|Change\nA|120|100|90|30\nB|40|50|60|-20\nC|96|80|81|15\nD|9|8|7|{}"
    )
    assert not refused(text.format(2))
    assert refused(text.format(1)) == [("table 1, D, Change", "1")]


def test_changes_of_percentages_are_in_points_and_rounded():
    text = "Question|2022|2023|Change\nFair|60%|65%|+5\nPolite|70%|72%|+3\nHelps|50%|58%|{}"
    assert not refused(text.format("+8"))
    assert refused(text.format("+11")) == [("table 1, Helps, Change", "+11")]


def test_several_changes_that_rounding_explains_are_rounded():
    text = "Force|2022|2023|% change\nA|123|122|-0.4\nB|131|130|-0.4\nC|50|60|20.0\nD|10|15|50.0"
    assert not refused(text)


def test_answers_that_speak_of_change_are_rows_like_others():
    text = "Answer|Men|Women|Total\nIncrease|10|20|30\nNo change|5|7|12\nTotal|15|27|42"
    assert [verdict for verdict, _place, _cell in told(text)] == ["agrees", "agrees"]


def test_percentages_that_were_adjusted_to_make_a_hundred():
    text = "Post|Cases|% of total\nA|1241|41\nB|681|22\nC|323|11\nD|447|15\nE|211|7\nF|117|4\n"
    found = findings(text + "Total|3020|100")[-1]
    assert (found.verdict, found.printed) == ("cannot be checked", "22")
    assert found.because == "they fit if they were adjusted to make 100"


def test_a_column_of_text_beside_the_names_is_no_name():
    text = "Step|Time|Files|Faults\nOne|10 min|2|3\nTwo|15 min|2|30\nTotal|25 min|4|33"
    (found,) = findings(text)
    assert found.printed == "Total"
    assert found.computed.startswith("the 2 rows (One, Two) make the total")


def test_a_table_of_data_is_not_checked_and_says_so():
    rows = tuple((f"row {number}", str(number), "1") for number in range(7000))
    text = text_of(Document("text", (Table((("Row", "Number", "One"), *rows), "table 1"),)))
    (found,) = find(text)
    assert found.because == "the table has more than 20,000 cells, which are not checked"


@pytest.mark.parametrize("rows", [(("Total",),), (("Total", "1"),), (("a", "b"), ("c", "d"))])
def test_tables_without_rows_of_numbers_say_nothing(rows):
    assert not list(find(text_of(Document("text", (Table(rows, "table 1"),)))))


def test_of_a_few_the_sex_may_be_unknown_and_not_shown():
    text = "Sex|2022|2023\nMale|400|380\nFemale|210|220\nTotal|{}|600"
    assert [one.verdict.value for one in findings(text.format(612))] == [
        "agrees",
        "cannot be checked",
    ]
    assert refused(text.format(640)) == [("table 1, Total, 2022", "640")]
    assert refused(text.format(609)) == [("table 1, Total, 2022", "609")]


CELLS = [
    *("", "-", "*", "..", "<5", "0", "0%", "100", "100%", "(5)", "(5%)", "-3", "+7", "1,234"),
    *("12.5", "£1.2m", "Total", "All", "%", "Change", "Number", "of which", "2022", "n = 0"),
    *("5 (50%)", "5 (0)", "0 (0%)", "100 (100.0%)", "Rate per 1,000", "Other", "£0", "1e5", "."),
]


@pytest.mark.parametrize("seed", range(150))
def test_no_table_breaks_the_check(seed):
    pick = random.Random(seed)
    width, height, heads = pick.randint(1, 6), pick.randint(1, 8), pick.randint(0, 3)
    rows = tuple(tuple(pick.choices(CELLS, k=width)) for _ in range(height))
    for one in find(text_of(Document("text", (Table(rows, "table 1", "", heads),)))):
        assert all(row < height and column < width for row, column in one.marks)
        assert one.printed == rows[one.marks[0][0]][one.marks[0][1]]

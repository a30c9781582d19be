"""What names whoever did the work, whom it was about or how it came out is taken out (T01)."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.audits.marked_texts import HIDDEN, PRESENT, STAFF, texts
from peelian.engines.audits.masking import Hidden, mask
from peelian.engines.audits.masking_measuring import MARKS, marked, missed, recall
from peelian.engines.audits.masking_recall import MEASURED, TEXTS, as_table, in_words

SECRETS = tuple(MARKS.values())


def shown(text, **more):
    """The text as a reviewer reads it, where all is hidden."""
    told = Hidden(**({"values": dict.fromkeys(SECRETS, ()), "staff": STAFF} | more))
    return mask(text, told).text


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("PC 4521 Alder saw it.", "[hidden: officer] saw it."),
        ("pc alder saw it, A/Sgt. Hazel too", "[hidden: officer] saw it, [hidden: officer] too"),
        ("DC3310 has the film", "[hidden: officer] has the film"),
        ("seen by Alder, Kim at 10", "seen by [hidden: officer] at 10"),
        ("at 4521 High Street at 2045hrs", "at 4521 High Street at 2045hrs"),
        ("bought in PC World", "bought in PC World"),
        ("for the Priority Crime Team", "for the [hidden: team]"),
        ("call sign ND41 went", "call sign [hidden: team] went"),
        ("NR-B was told", "[hidden: team] was told"),
        ("an IC3 male", "an [hidden: ethnicity] male"),
        ("black male in a black jacket", "[hidden: ethnicity] male in a black jacket"),
        ("male in white trainers by a white van", "male in white trainers by a white van"),
        ("he was white, 6ft", "he was [hidden: ethnicity], 6ft"),
        ("the polish was stolen", "the polish was stolen"),
        ("spoke Polish", "spoke [hidden: ethnicity]"),
        ("He ran. Search negative.", "He ran. [hidden: result]."),
        ("Tag on bag. Two bottles of gin seized", "Tag on bag. [hidden: result]"),
        ("A knife had been found there", "A knife had been found there"),
        ("Nothing was found but he ran", "[hidden: result] but he ran"),
    ],
)
def test_worked_examples(text, reads):
    assert shown(text) == reads


def test_what_a_hidden_field_holds_is_taken_out_wherever_it_stands():
    values = {"officer": ("D-one", "BWV/77"), "result": ("Community resolution",)}

    assert shown("See BWV/77 of d-ONE: community  resolution.", values=values) == (
        "See [hidden: officer] of [hidden: officer]: [hidden: result]."
    )


def test_only_what_an_audit_hides_is_taken_out():
    text = "PC 4521 Alder arrested an IC3 male."

    assert mask(text, Hidden({"officer": ()}, staff=STAFF)).text == (
        "[hidden: officer] arrested an IC3 male."
    )
    assert mask(text, Hidden({})).text == text


def test_of_those_who_were_there_the_last_name_alone_is_enough():
    text = "Thistle drove, and Green and Hazel walked."

    assert shown(text, present=PRESENT) == "[hidden: officer] drove, and Green and Hazel walked."


def test_further_words_of_an_audit_and_a_star_for_any_ending():
    told = {"words": {"result": ("filed as 16", "discontinu*")}}

    assert shown("Filed as 16 and discontinued.", **told) == (
        "[hidden: result] and [hidden: result]."
    )


@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\u00ad", "\ufeff", "\u2060"])
def test_signs_that_nobody_sees_hide_no_name(sign):
    assert "Alder" not in shown(f"P{sign}C A{sign}lder ran")
    assert "IC3" not in shown(f"I{sign}C3 male")


@given(
    before=st.text(max_size=30),
    name=st.sampled_from([*STAFF.names.values(), "North Response B", "IC4", "NFA"]),
    after=st.text(max_size=30),
)
def test_no_whole_name_survives_between_words(before, name, after):
    made = mask(f"{before} {name} {after}", HIDDEN)

    assert f" {name} " not in made.text
    assert made.places


@given(st.text(max_size=200))
def test_any_text_can_be_masked_and_what_is_left_was_there(text):
    made = mask(text, HIDDEN)
    ends = [0, *(end for one in made.places for end in (one.start, one.end))]

    assert ends == sorted(ends)
    assert all(one.start < one.end for one in made.places)


@pytest.mark.parametrize(
    "part", ["a ", "PC ", "PC A ", "white ", "found ", ", and ", "he was ", "Det Acting ", "A"]
)
def test_a_long_text_takes_no_long_time(part):
    """T43: a hostile text of a file cannot stop a reviewer's page; these are 30,000 letters."""
    begun = time.perf_counter()
    mask(part * (30_000 // len(part)), HIDDEN)

    assert time.perf_counter() - begun < 5


def test_the_printed_recall_is_what_masking_does_now():
    """On the texts that were set aside before the lists were made."""
    found = texts("unseen")

    assert (tuple(recall(found, HIDDEN).values()), len(found)) == (MEASURED, TEXTS)


def test_on_the_texts_by_which_it_was_made_it_finds_nearly_all():
    lost = [one for text in texts("tuned") for one in missed(text, HIDDEN)]

    assert lost == ["result: Stop account only, no search result to add"]


def test_the_measure_sees_what_is_missed_and_what_is_taken_for_nothing():
    told = recall([marked("[o:Green] and [e:blue] man. PC Hazel ran, IC1 male")], HIDDEN)

    assert (told["officer"].found, told["officer"].of) == (0, 1)
    assert (told["officer"].beside, told["officer"].taken) == (2, 2)
    assert (told["ethnicity"].found, told["ethnicity"].of, told["ethnicity"].beside) == (0, 1, 1)


def test_it_is_said_in_words_and_as_a_table():
    assert in_words()[0] == (
        "Of names and numbers of staff, 10 of 11 were masked (likely 62% to 98%); of the words "
        "masked for it, 0 of 20 gave nothing away."
    )
    assert "| Words on what came of it | 15 of 19 | 57% to 91% | 7 of 83 |" in as_table()


def test_the_manual_prints_what_was_measured():
    page = (Path(__file__).parents[3] / "docs" / "masking.md").read_text()

    assert as_table() in page
    assert f"On those {TEXTS} the masking was then measured" in page
    assert f"{len(texts('tuned')) + TEXTS} invented texts" in page

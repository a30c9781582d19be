"""A mapping file that cannot be used says which key is wrong and what would be right."""

import pytest

from peelian.records.schema import type_key
from peelian.sources.extracts.mapping import BadMapping, read_mapping
from peelian.sources.extracts.source import EXTRACTS
from sources.extracts.extract_desk import CALLS, MODELS


def said_of(extracts, text):
    with pytest.raises(BadMapping) as refusal:
        read_mapping(extracts.mapping(text), MODELS)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("changed", "to", "says"),
    [
        ("record = ", "recrod = ", "'recrod' is no key of a mapping: perhaps 'record'."),
        ('"call"', '"calls"', "'record' is 'calls': perhaps 'call'?"),
        ('feed = "Calls of a test"', "", "'feed' is missing."),
        ("[columns]", "[colums]", "'colums' is no key of a mapping: perhaps 'columns'."),
        ("call_ref =", "call_reff =", "'columns.call_reff': perhaps 'call_ref'?"),
        ('line = "Line"', "", "'columns.line' is missing: every call has one."),
        ('line = "Line"', 'line = { colum = "Line" }', "perhaps 'column'"),
        ('line = "Line"', 'line = "L"\nmonth = "M"', "'columns.month' follows from other fields"),
        ("%d/%m/%Y %H:%M", "%d/%m/%Y", "does not tell a day, an hour and a minute"),
        ('"%d/%m/%Y %H:%M" }', '"%d/%m/%Y %H:%M", zone = "London" }', "'London' is no time zone"),
        ("duration in seconds", "duration", "'columns.waited_seconds.form' is 'duration'"),
        ("duration in seconds", "percent", "the field holds whole"),
        ('"kent"', '"knet"', "'knet' is not a force. Write its data.police.uk slug"),
        ('"kent"', '"kent"\nkey = ["call_re"]', "'key' names 'call_re': perhaps 'call_ref'?"),
        ("[columns]", '[file]\nencoding = "cp125"\n[columns]', "use utf-8, cp1252"),
        ("[columns]", '[file]\ndelimiter = ";;"\n[columns]', "'file.delimiter' is ';;'"),
        ("[columns]", '[authority]\nfrom = "2025"\n[columns]', "'authority.from' is '2025'"),
        ("[columns]", '[rhythm]\nevery = "minute"\n[columns]', "'rhythm.every' is 'minute'"),
        (
            "[columns]",
            '[rhythm]\nevery = "week"\nlate_after = "2 hours"\n[columns]',
            "lateness in hours is for what comes every hour or every day",
        ),
        ("[columns]", '[published]\nlicence = "OGL"\n[columns]', "'published.attribution' is miss"),
        ("[columns]", '[constants]\nline = "101"\n[columns]', "keep one"),
        (
            "[columns]",
            '[words.line]\n"Emergency" = "99"\n[columns]',
            "'words.line.Emergency' is '99', which is not in the list 'lines and channels': "
            "perhaps '999'.",
        ),
        ("[columns]", "[columns", "is not TOML"),
    ],
)
def test_a_mistake_is_named_with_what_would_be_right(extracts, changed, to, says):
    assert changed in CALLS
    said = said_of(extracts, CALLS.replace(changed, to, 1))
    assert said.startswith("mapping.toml")
    assert says in said


def test_all_mistakes_are_told_at_once(extracts):
    said = said_of(extracts, CALLS.replace("kent", "knet").replace("call_ref", "reference"))
    assert said.startswith("mapping.toml has 2 mistakes:\n")


def test_a_key_that_slipped_into_a_section_is_told_where_it_belongs(extracts):
    text = CALLS.replace('force = "kent"', "") + '\n[words.line]\n"E" = "999"\nforce = "kent"\n'
    assert "write it above the first [section]: here it belongs to [words.line]" in said_of(
        extracts, text
    )


def test_joined_files_need_forces_in_their_order(extracts):
    text = CALLS.replace('force = "kent"', "") + (
        '\n[force]\nsegments = "restarting counter"\ncolumn = ""\namong = ["kent"]\n'
        '[force.say]\n"a.csv" = ["surrey"]\n'
    )
    said = said_of(extracts, text)
    assert "must name the forces whose files were joined" in said
    assert "'force.say.a.csv' names 'surrey', not in 'force.among'" in said


@pytest.mark.parametrize("path", EXTRACTS.examples(), ids=lambda path: path.stem)
def test_every_example_that_ships_can_be_read(path):
    assert type_key(read_mapping(path, MODELS).model) in path.read_text(encoding="utf-8")

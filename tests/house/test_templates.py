"""Templates place what components made; they never turn a raw number into text themselves.

A figure comes with its status, its unknown and its rounding rule. A template that formats a bare
number has lost all three.
"""

import re

import pytest

from house.tree import PACKAGE, short

FORMATS = re.compile(
    r"\|\s*(floatformat|intcomma|intword|stringformat|filesizeformat|add|divisibleby|unlocalize)\b"
    r"|{%\s*widthratio\b"
)
UNESCAPED = re.compile(r"\|\s*(safe|safeseq)\b|{%\s*autoescape\s+off")


# Components are given what they place; form templates write the attributes of Django's widgets.
PLACE_READY_MADE = {"components", "forms"}


def templates():
    return sorted(PACKAGE.rglob("templates/**/*.html"))


def lines_with(pattern):
    return [
        f"{short(path)}:{number}"
        for path in templates()
        if not PLACE_READY_MADE & set(path.parts)
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if pattern.search(line)
    ]


def test_there_are_templates_to_look_at():
    assert len(templates()) >= 5


def test_numbers_are_written_by_components_alone():
    found = lines_with(FORMATS)

    assert not found, f"Pass a figure through its component instead: {found}"


def test_nothing_is_taken_out_of_escaping():
    """A name from a record can hold a tag; only a component may place ready-made mark-up."""
    found = lines_with(UNESCAPED)

    assert not found, f"Pass the mark-up through a component instead: {found}"


@pytest.mark.parametrize(
    "line", ["{{ n|floatformat:1 }}", "{{ n | intcomma }}", "{% widthratio a b 1 %}"]
)
def test_a_formatted_number_would_be_found(line):
    assert FORMATS.search(line)


@pytest.mark.parametrize("line", ["{{ name|safe }}", "{% autoescape off %}"])
def test_an_unescaped_name_would_be_found(line):
    assert UNESCAPED.search(line)

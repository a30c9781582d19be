"""Worked examples of the measures that every procedure has: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from peelian.engines.measures.declared import Example
from peelian.engines.procedures.models import Assessment


def made(key: str) -> tuple[Example, ...]:
    """Corrected ones once, second looks and other procedures not at all."""
    return (
        Example(
            says="One was corrected and counts by its correction; the second look is not counted.",
            rows={
                Assessment: f"""
                    procedure | replaced_by | replaces | second_of | unit_ref
                    {key}     | b           |          |           | N1
                    {key}     |             | a        |           | N1
                    {key}     |             |          |           | N2
                    {key}     |             |          | b         | N2
                    another   |             |          |           | N2
                    """
            },
            by=("unit",),
            shows="N1: 1\nN2: 1",
        ),
    )


def refused(key: str) -> tuple[Example, ...]:
    """Among all that were offered."""
    return (
        Example(
            says="Three were offered and one declined.",
            rows={
                Assessment: f"""
                    procedure | outcome   | replaced_by | second_of
                    {key}     | Completed |             |
                    {key}     | Completed |             |
                    {key}     | Refused   |             |
                    """
            },
            shows="1 of 3, 33%",
        ),
    )


def otherwise(key: str) -> tuple[Example, ...]:
    """Among those with a suggestion; below and above alike."""
    return (
        Example(
            says="Of three with a suggestion, one was decided higher; where none was suggested, "
            "nobody could decide otherwise.",
            rows={
                Assessment: f"""
                    procedure | suggested | differs       | replaced_by | second_of
                    {key}     | a         | As suggested  |             |
                    {key}     | a         | Higher        |             |
                    {key}     | b         | As suggested  |             |
                    {key}     |           | No suggestion |             |
                    """
            },
            shows="1 of 3, 33%",
        ),
    )


def met(key: str, criterion: str) -> tuple[Example, ...]:
    """Alone or beside others; a longer name that only begins alike is another one."""
    return (
        Example(
            says="Met alone, met beside another one, met by none, and one that is called alike.",
            rows={
                Assessment: f"""
                    procedure | criteria            | replaced_by | second_of
                    {key}     | {criterion}         |             |
                    {key}     | other,{criterion}   |             |
                    {key}     |                     |             |
                    {key}     | {criterion}-as-well |             |
                    """
            },
            shows="2 of 4, 50%",
        ),
    )


def agreed(key: str) -> tuple[Example, ...]:
    """Second looks only."""
    return (
        Example(
            says="Two of the three that were looked at twice came to the same verdict.",
            rows={
                Assessment: f"""
                    procedure | second_of | agrees | replaced_by
                    {key}     |           |        |
                    {key}     | a         | true   |
                    {key}     | b         | true   |
                    {key}     | c         | false  |
                    """
            },
            shows="2 of 3, 67%",
        ),
    )

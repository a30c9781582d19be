"""Plain text as Markdown files hold it."""

from collections.abc import Iterable

MADE = "Made from the declarations by `make fix`; do not edit."


def plain(text: str) -> str:
    """Plain text in Markdown, where an underscore, star, bracket or bar would mean something."""
    for sign in "\\`*_[]|<>":
        text = text.replace(sign, f"\\{sign}")
    return text


def row(cells: Iterable[str]) -> str:
    """A line of a table."""
    return f"| {' | '.join(cells)} |"


def whole(lines: Iterable[str]) -> str:
    """Lines as a file, with one line end at its end."""
    return "\n".join(lines).rstrip() + "\n"

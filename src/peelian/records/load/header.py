"""Comparing the first line of a file with the header of its kind."""

import csv
from difflib import get_close_matches

from peelian.records.load.errors import WrongHeader
from peelian.records.load.kinds import FileKind


def columns_of(first_line: bytes) -> tuple[str, ...]:
    """The names in a header line. Raises `WrongHeader` where it is no text at all."""
    try:
        text = first_line.decode("utf-8")
    except UnicodeDecodeError:
        raise WrongHeader("its first line is not text in UTF-8, so it is no CSV file.") from None
    if "\0" in text:
        raise WrongHeader("its first line holds null bytes, so it is no CSV file.")
    if "\r" in text:
        raise WrongHeader(
            "its lines end in carriage returns alone. Save it with lines that end in LF or CRLF."
        )
    try:
        (names,) = csv.reader([text])
    except (csv.Error, ValueError):
        return ()
    return tuple(name.strip() for name in names)


def check_header(first_line: bytes, kind: FileKind) -> tuple[str, ...]:
    """The names in the order of the file, which may differ from that of the kind.

    Raises `WrongHeader` naming every column that is missing, renamed, unknown or there twice.
    """
    names = columns_of(first_line)
    if not any(names):
        raise WrongHeader("it is empty: it has not even a header.")
    missing = [name for name in kind.header if name not in names]
    known = (*kind.header, *kind.tolerates)
    unknown = [name for name in names if name not in known]
    twice = sorted({name for name in names if names.count(name) > 1})
    faults = []
    for name in missing:
        renamed = _nearest(name, unknown)
        if renamed:
            unknown.remove(renamed)
            faults.append(f"column '{name}' is called '{renamed}'")
        else:
            faults.append(f"column '{name}' is missing")
    if all(fault.endswith("is missing") for fault in faults) and len(faults) == len(kind.header):
        raise WrongHeader(
            f"its first line is not the header of a {kind.title}. It must name the columns "
            f"{', '.join(kind.header)}; it begins '{', '.join(names)[:120]}'."
        )
    faults += [f"column '{name}' is unknown" for name in unknown if name]
    faults += ["a column has no name"] if "" in unknown else []
    faults += ["two columns have no name"] if "" in twice and "" not in unknown else []
    faults += [f"column '{name}' stands there twice" for name in twice if name]
    if faults:
        raise WrongHeader(
            f"its header is not that of a {kind.title}: {'; '.join(faults)}. Nothing of it was "
            f"loaded. The columns must be {', '.join(kind.header)}."
        )
    return names


def _nearest(name: str, others: list[str]) -> str:
    """The column that was probably meant by `name`; empty if none is like it."""
    lower = {other.lower(): other for other in others}
    near = get_close_matches(name.lower(), lower, n=1)
    return lower[near[0]] if near else ""

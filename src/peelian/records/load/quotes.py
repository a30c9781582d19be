"""Whether the quotes of a block of CSV are in order, so that every line is one record.

A fast reader may then be trusted with the block. The check is exact and looks at all quotes of a
block at once: opening and closing ones alternate, an opening one begins a field, a closing one
ends it (or is followed by another, which together stand for one quote), and no line ends within.
"""

import re

import numpy as np

QUOTE, COMMA, LINE_FEED, RETURN = ord('"'), ord(","), ord("\n"), ord("\r")

# Fields of a record without its line end. Only a quoted field may hold a line feed.
PLAIN = rb'[^",\n]*'
QUOTED = rb'"[^"]*(?:""[^"]*)*"'
STRICT_RECORD = re.compile(rb"(?:%b|%b)(?:,(?:%b|%b))*" % (QUOTED, PLAIN, QUOTED, PLAIN))
NEEDS_QUOTES = re.compile(rb'[,"\r\n]')
FIELD = re.compile(rb'(?:"([^"]*(?:""[^"]*)*)"|(%b))(,|\Z)' % PLAIN)


def quotes_in_order(block: np.ndarray, at: np.ndarray, ends: np.ndarray) -> bool:
    """True if every record of the block stands on a line of its own with faultless quotes.

    `block` holds the bytes of whole lines, `at` the places of its quotes, `ends` of line feeds.
    """
    if len(at) % 2:
        return False
    opening, closing = at[0::2], at[1::2]
    before = np.where(opening > 0, block[opening - 1], LINE_FEED)
    after = block[np.minimum(closing + 1, len(block) - 1)]
    doubled = np.zeros(len(opening), dtype=bool)
    doubled[1:] = opening[1:] == closing[:-1] + 1
    begins = (before == COMMA) | (before == LINE_FEED) | doubled
    closes = (after == COMMA) | (after == LINE_FEED) | (after == RETURN)
    closes[:-1] |= doubled[1:]
    if not (begins.all() and closes.all()):
        return False
    # A line feed with an odd number of quotes before it stands inside a field.
    return bool((np.searchsorted(at, ends) % 2 == 0).all())


def fields_of(record: bytes) -> tuple[bytes, ...] | None:
    """The fields of one record without its line end; None if its quotes are not in order."""
    if not STRICT_RECORD.fullmatch(record):
        return None
    fields = []
    for match in FIELD.finditer(record):
        quoted, plain, end = match.groups()
        fields.append(plain if quoted is None else quoted.replace(b'""', b'"'))
        if not end:
            break
    return tuple(fields)


def as_written(field: bytes) -> bytes:
    """A field as RFC 4180 writes it: between quotes only if it needs them."""
    if not NEEDS_QUOTES.search(field):
        return field
    return b'"' + field.replace(b'"', b'""') + b'"'

"""Numbers that count nothing: grades, sections, telephone numbers, years, ages, times of day."""

import re
from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.tokens import Form, Token

NAMED: Final = words(
    "grade level section sections s ss figure figures fig table tables chart chapter page pages "
    "p pp paragraph paragraphs para annex appendix part question priority band category class "
    "type pip phase stage tier step act article articles schedule code codes outcome outcomes "
    "recommendation recommendations footnote note no nos version volume wave round route "
    "junction model option objective box line item op operation article form schedules clause "
    "clauses principle q m b vol issue protocol covid room floor zone district ward platform "
    "gate aged age ages pillar strand theme id ref reference scenario experiment domain "
    "criterion score group cohort site char col"
)
"""Words after which a number is a name: "grade 2", "section 60", "aged 16"."""

EMERGENCY: Final = frozenset({"999", "101", "111", "112", "911"})
_CALLED: Final = words(
    "call calls caller callers calling line lines service services number numbers emergency "
    "non-emergency emergencies demand system contact contacts control performance answering team "
    "telephone phone text operator operators queue queues"
)
_WEAK: Final = words("and or , / ) .")
_CALLING: Final = words(
    "dial dialling call calling ring ringing phone phoning answer answering via"
)
MONTHS: Final = words(
    "january february march april june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec may"
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d$")


_AGES: Final = words("aged age ages")
_LISTED: Final = words(
    "sections figures figs tables charts pages pp paragraphs paras questions codes outcomes "
    "articles schedules clauses forms phases stages tiers steps ages versions grades "
    "levels bands categories types options models"
)
"""Words after which several names may be listed: "questions 3, 4 and 7"."""

_PLACES: Final = words("line lines col column row char")
"""Places in a file, whose numbers may follow a colon: "(line:1, col:5)"."""

_TIGHT: Final = words("- /")
_LISTING: Final = words("and or , &")
_SOFTENING: Final = words("under over between from about of below above")
_EVIDENCE: Final = words(
    "call calls called caller callers calling rang dialled emergency emergencies "
    "non-emergency dial dialling ring ringing phone phoning telephone line lines"
)
_OF_AGE: Final = words(
    "was were is are be been people persons those anyone everyone victims suspects respondents "
    "residents adults men women boys girls children drivers workers employees pupils patients"
)
_NO_NOUN: Final = words(", . ; ) and or against compared") | {""}
_COUNTED_THEN: Final = words("were was are had have did said")
"""Verbs after a number that is no further name: "aged 40 to 64 and 100 were older"."""

_LONGEST_LIST: Final = 8
_LONGEST_NAME: Final = 3
_LONGEST_SHORT: Final = 4
_TO_ANOTHER: Final = words("to and or")


def is_label(run: Sequence[Token], at: int) -> bool:
    """Whether the number in figures at a token is a name, an age or a telephone number."""
    if _counted(run, at):
        return False
    following = _text(run, at + 1)
    if _named(run, at) or _is_age(run, at) or _is_telephone(run, at) or _is_hung(run, at):
        return True
    return following in ("year-old", "year-olds", "am", "pm", "o'clock", "bit") or (
        following == "+" and _text(run, at + 2) != "/"
    )


def _named(run: Sequence[Token], at: int) -> bool:
    """After "grade", "aged", "aged under" or "the age of"; or later in "ages 16 to 24"."""
    first, listed = at, False
    while at - first <= 2 * _LONGEST_LIST and _number(run, first - 2):
        sign = _text(run, first - 1)
        if sign in _LISTING and (listed or _goes_on(run, at, sign)):
            listed = True
        elif not (sign == "to" or (sign in _TIGHT and _close(run, first - 2, 2))):
            break
        first -= 2
    if _text(run, at - 1) == ":" and _text(run, at - 2) in _PLACES and _close(run, at - 2, 2):
        return True
    before, further = _text(run, first - 1), _text(run, first - 2)
    if before in _SOFTENING and further in _AGES:
        return True
    if before in _LISTED or (before in _AGES and first < at):
        return True
    return before in NAMED and (not listed or first == at)


def _is_age(run: Sequence[Token], at: int) -> bool:
    """ "Victims were under 18", "people over 65": an age where no noun follows that it counts."""
    return (
        _text(run, at - 1) in ("under", "over")
        and _text(run, at - 2) in _OF_AGE
        and len(_text(run, at)) <= _LONGEST_NAME
        and _text(run, at + 1) in _NO_NOUN
    )


def _is_hung(run: Sequence[Token], at: int) -> bool:
    """Whether a hyphen hangs on it: the 16 of "16- to 24-year-olds" counts nothing."""
    hangs = _text(run, at + 1) == "-" and _close(run, at, 1)
    return hangs and _text(run, at + 2) in _TO_ANOTHER and not _close(run, at + 1, 1)


def _goes_on(run: Sequence[Token], at: int, sign: str) -> bool:
    """Whether a number is one more of a list of names: after a comma only where more follow."""
    if len(_text(run, at)) > _LONGEST_NAME or _text(run, at + 1) in _COUNTED_THEN:
        return False
    return sign != "," or (_text(run, at + 1) in _LISTING and _number(run, at + 2))


def _is_telephone(run: Sequence[Token], at: int) -> bool:
    """Whether "999" and the like are a number to ring and no count."""
    before, following = _text(run, at - 1), _text(run, at + 1)
    if _text(run, at) not in EMERGENCY:
        return False
    if before in _CALLING or following in _CALLED:
        return True
    beside = following in _WEAK or not following
    near = {_text(run, place) for place in range(at - 4, at + 6) if place != at}
    return beside and bool(near & (_EVIDENCE | EMERGENCY))


_BEFORE_MAY: Final = words("in of by from since until during early late last next throughout")


def is_date(run: Sequence[Token], at: int) -> int:
    """How many tokens from here are a date: "31 March 2023", "2022/23", "March"; 0 for none."""
    text = run[at].text
    if run[at].form is Form.WORD:
        if text not in MONTHS or (
            text == "may"
            and _text(run, at - 1) not in _BEFORE_MAY
            and not (_date_like(run, at - 1) or _date_like(run, at + 1))
        ):
            return 0
        if _text(run, at + 1) == "." and len(text) <= _LONGEST_SHORT and _day(run, at + 2):
            return 3  # "Sept. 30"
        return 2 if _year(run, at + 1) or _day(run, at + 1) else 1
    if _day(run, at):
        days = 3 if _text(run, at + 1) in ("-", "to", "and") and _day(run, at + 2) else 1
        if _text(run, at + days) in MONTHS:
            return days + (2 if _year(run, at + days + 1) else 1)
    return _years(run, at) if _year(run, at) else 0


def _years(run: Sequence[Token], at: int) -> int:
    """One year or two joined, in tokens; 0 where the number is counted."""
    joined = _text(run, at + 1) in ("/", "-") and _close(run, at, 2)
    later = _text(run, at + 2)
    if joined and (_year(run, at + 2) or (later.isdecimal() and len(later) == 2)):
        return 3
    if _counted(run, at) or _text(run, at + 1) in ("%", "percent", "per"):
        return 0
    return 1


def _counted(run: Sequence[Token], at: int) -> bool:
    """Whether the number is plainly counted: "999 of", "5 out of 1929", "1987/2450", "n = 2010"."""
    behind, ahead = _text(run, at - 1), _text(run, at + 1)
    out_of = ahead == "out" or (ahead == "of" and _number_follows(run, at + 2))
    slash = ahead == "/" and _close(run, at) and _number(run, at + 2)
    whole = behind == "of" and _text(run, at - 2) == "out" and _number(run, at - 3)
    return out_of or whole or slash or behind == "=" or ahead in ("%", "percent")


def _number_follows(run: Sequence[Token], at: int) -> bool:
    """Whether a number stands within three tokens: "of the 748", "of all our 748"."""
    return any(_number(run, place) for place in range(at, at + 3))


def _number(run: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(run) and run[at].form is Form.NUMBER


def _year(run: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(run) and bool(_YEAR.match(run[at].text)) and run[at].form is Form.NUMBER


def _day(run: Sequence[Token], at: int) -> bool:
    text = _text(run, at)
    return len(text) <= 2 and text.isdecimal() and 1 <= int(text) <= 31


def _date_like(run: Sequence[Token], at: int) -> bool:
    return _year(run, at) or _day(run, at) or _text(run, at) in MONTHS


def _close(run: Sequence[Token], at: int, many: int = 1) -> bool:
    """Whether no space parts a token from the next, or from so many after it."""
    return at + many < len(run) and all(
        run[place].end == run[place + 1].start for place in range(at, at + many)
    )


def _text(run: Sequence[Token], at: int) -> str:
    return run[at].text if 0 <= at < len(run) else ""

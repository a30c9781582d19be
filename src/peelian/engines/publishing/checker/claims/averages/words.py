"""The words of averages and of what they are held against."""

from typing import Final

from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon


def _roots(text: str) -> frozenset[str]:
    return frozenset(root(one) for one in words(text))


AVERAGES: Final = lexicon(
    A="average mean median typical",
    B="on_average on-average",
    V="averaged averaging averages",
    I="was were is are of at took takes take taking had has have stood stands been being lost "
    "waited paid earned spent received lasted lasts drew netted",
    R="rose fell increased decreased dropped grew risen fallen reached",
)
"""A names an average, B and V say it of the number beside them, I and R lead to its number."""

MOVED: Final = words("by from than")
"""Words before a number that is a difference and not the average itself."""

COMPARED: Final = words(
    "longer more less fewer later earlier higher lower above below worse better quicker faster "
    "slower shorter than behind early late extra additional younger older"
)
"""Words after a number that is a difference."""

ELSEWHERE: Final = words(
    "national nationally england wales scotland regional region regionally country countrywide "
    "uk previous previously last earlier former formerly other others another elsewhere similar "
    "similarly peers neighbouring compared comparison comparable target targets aim aims goal "
    "should standard expected expects threshold policy forecast projected projection"
)
"""Words of another place, another time or what was only aimed at."""

GENERIC: Final = words(
    "average mean median typical typically averaged averaging averages took take takes taken "
    "taking waited wait waits waiting lasted lasting last received receiving receive receives "
    "got get getting gets spent exceeded exceeding exceed longer later beyond inside shorter "
    "sooner found dealt done time times length duration overall went goes gave given held kept "
    "stayed remained lost paid worth made make makes carried some none fewer case cases occasion "
    "occasions instance instances people person persons number force one nobody everybody everyone "
    "none passed scored achieved earned carried carry carries responsible imposed levied awarded "
    "handed recorded reported registered logged"
)
"""Words that hold of any average and its tail, so that they tell no two apart."""

OPENING: Final = words(
    "find finds finding show shows showed shown data figures audit review report inspection "
    "however worryingly alarmingly additionally moreover nearly almost also including result "
    "results told saw see instead example fact"
)
"""Words before a tail that do not say whose it is."""

AFFECTED: Final = _roots(
    "patient victim claimant applicant complainant customer caller call incident request "
    "referral respondent resident user client offender suspect officer sergeant constable "
    "detainee child adult household crime offence search stop vehicle "
    "complaint investigation student staff employee recruit driver donor woman man force visitor "
    "trainee candidate passenger learner pupil tenant member prisoner participant visit volunteer "
    "investigator detective inspector file"
)
"""Roots of those whom an average may be of; two different ones are two different groups."""

HELPERS: Final = _roots("officer constable sergeant staff crew paramedic engineer")
"""Roots of those who come: others wait for them as long as they take."""

REACHED: Final = _roots(
    "attend attendance attended attending arrive arrival arrived arriving reach reached response "
    "respond responded responding visit visited come came seen see answer answered answering "
    "receive"
)
"""Roots of words for help that comes: what took so long is the same, whichever is used."""

FINISHED: Final = _roots(
    "closed completed finalised finished resolved concluded charged decided handled settled "
    "returned issued"
)
"""Roots of words for something that ends: an average that names nothing may be of any."""

STAYS: Final = _roots("stay stays admission admissions")
"""Roots of what patients do until they leave: an average of it is of how soon they left."""

LEFT: Final = _roots("home left leave leaving discharged discharge released")
"""Roots of words for the end of a stay."""

HOMEWARD: Final = _roots("gone went go return returned returning")
"""The same where "home" stands with them."""

ADMITTED: Final = _roots("admission admitted arrival arriving arrived")
"""Roots of words for its beginning, from which it is counted anyway."""

LASTING: Final = words(
    "took take takes taken taking waited wait waits waiting lasted lasting spent had have having"
)
"""Verbs said of everybody in a group, even of those for whom nothing came in the end."""

"""Words that make two sentences speak of different things, and words that do not."""

from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words

STEPS: Final = words(
    "remaining other others another further additional new newly later then since now rose fell "
    "increased decreased grew dropped remainder rest first second third next last previous "
    "previously former formerly earlier originally initially compared comparison than target "
    "targets planned plans expected should nationally national england wales scotland regional "
    "average median excluding except apart alone separate different elsewhere similar more fewer "
    "less withdrew joined left added removed again still per each_year annually monthly weekly"
)
"""Words of another time, place or part: two sentences of which one has them are not compared."""

NEUTRAL: Final = words(
    "figure figures proportion percentage share rate result results highest lowest record best "
    "worst level received receive found find show shows showed shown said told say report reported "
    "reports according overall total respondents respondent survey inspection data page above "
    "mentioned noted stated described also"
)
"""Words that a repeat may add or leave out and still be the same statement."""

NEGATIONS: Final = words("not no never none neither without unable fail failed fails")

OPENERS: Final = words(
    "none half some many few several almost however overall together again so today within "
    "although while whereas yet still besides moreover furthermore throughout once despite"
)
"""Words that open a sentence and are no names."""

INSPECTED: Final = words(
    "reviewed review examined examine inspected inspect audited audit sampled sample checked check "
    "assessed assess covered cover considered visited visit interviewed interview surveyed survey "
    "inspection looked seen analysed"
)
"""Words for looking at a sample, whichever of them is used."""

COSTS: Final = words("cost costs price fee charge costing")

SUMMARIES: Final = words(
    "summary overview introduction foreword findings conclusion conclusions glance headline "
    "headlines highlights key main executive"
)
"""Words of headings under which a report says what it says again elsewhere."""

PLANNED: Final = words(
    "estimated estimate estimates forecast projected budget budgeted target targets planned plan "
    "should would could might claimed claims alleged provisional provisionally"
)
"""Words of what was only aimed at, guessed or claimed."""

CORRECTIONS: Final = PLANNED | words(
    "corrected correction corrects revised revision restated wrong wrongly error erroneously "
    "mistake mistakenly misprint instead"
)
"""Words by which one of two figures was put right, or is no plain fact."""

NARROWING: Final = words(
    "including includes included excluding excluded except excepting not without with if when "
    "once where after before until since in on at by for from of to among within across under "
    "which who that whom all mostly mainly chiefly largely only based measured adjusted both "
    "as than or plus minus less net gross namely"
)
"""Words that open an aside by which fewer or more may be meant than were counted."""

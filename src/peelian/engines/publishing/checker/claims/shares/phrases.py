"""The orders of words in which reports print a percentage, its part and its whole."""

from typing import Final

from peelian.engines.publishing.checker.language.phrases import pattern

# What may stand between the figures of one claim: anything but another figure, within limits. The
# letters are those of ``items`` and, in capitals, of ``share_words.SHARE``.
_NEAR: Final = r"[wDABCTXFOEGld_\"\-o]"
_FAR: Final = r"[wDABCTXFOEGld_\"\-o,t/]"
_P: Final = r"(?P<p>[pf])"
_K: Final = r"(?P<k>[nmb])"
_WHOLE: Final = (
    r"(?: [oO] (?: (?: [DA][D_]* w{0,2}? )? | [DA]?[D_]* w{1,4} o [D_]* ) | E_* w{1,3} o [D_]* )"
    r" (?P<n>[nm])"
)
_FROM: Final = r"w{1,3} F [DA][D_]* w{1,3} o [D_]* (?P<n3>[nm])"
_OUT_OF: Final = rf"{_NEAR}{{1,9}}? O (?: [DA][D_]* w{{0,2}}? (?: o [D_]* )? )? (?P<n4>[nm])"
_PAIR: Final = rf"(?P<k>[nmb]) (?: w{{0,4}}? {_WHOLE} | / (?P<n2>n) | {_FROM} | {_OUT_OF})"

_RATE: Final = r"(?: C[_]* )? (?: D? w{0,2} T o )?"
_RATE_OF: Final = r"(?: C_* )? D? w{0,3} T{1,2} o"

WITH_BOTH: Final = tuple(
    pattern(text)
    for text in (
        # (542 of 748, 72.5 percent); 542 of 748 (72.5%)
        rf"{_PAIR} w{{0,3}} [,;:=(] [wXDC_]{{0,3}}? {_P} \)",
        # most replies (72.5%; 542 out of 748 replies)
        rf"\( w{{0,2}} {_P} w{{0,2}} [,;:] [C_w]{{0,2}} {_PAIR} w{{0,4}} \)",
        # 72.5 percent of all respondents (542 of 748), 72.5% (542/748)
        rf"{_P} {_FAR}{{0,25}}? \( [wXD,:=_]{{0,3}}? {_PAIR} {_NEAR}{{0,6}} [,;)]",
        # The percentage of cases with a visit was 48.9 (137 of 305)
        rf"T {_NEAR}{{0,16}} (?P<p>n) \( w{{0,2}} {_PAIR} {_NEAR}{{0,5}} [,;)]",
        # A rate of 13% (66,772 arrests from 526,024 searches)
        rf"{_P} w{{0,3}}? \( {_K} w{{1,3}} F [D_]* (?P<n>[nm]) w{{0,4}} \)",
        # From 526,024 searches there were 66,772 arrests, a rate of 13%
        rf"(?: ^ | [,;.] ) F [D_]* (?P<n>n) w{{1,3}} [wXD_]{{0,4}}? {_K} w{{0,3}}"
        rf" (?: \( | , {_RATE} ) {_P}",
        # 526,024 searches led to 66,772 arrests (13%); ..., a rate of 13%
        rf"(?P<n>n) w{{1,4}} ,? G_* {_K} w{{0,3}} (?: \( | , {_RATE} ) w{{0,2}} {_P}",
        # A profit of £64m on sales of £518m, a margin of 12.4%
        rf"(?P<k>m) w{{0,2}} X w{{1,3}} o (?P<n>m) w{{0,3}} , D w{{1,3}} o {_P}",
        # Theft (30,240 offences; 35%) was the most common of the 86,400
        rf"\( w? {_K} w{{0,3}} [;,] w{{0,2}} {_P} \) {_NEAR}{{0,8}}? {_WHOLE}",
        # 72.5 percent of tenants felt safe (542 tenants; base: 748)
        rf"{_P} {_FAR}{{0,25}}? \( w{{0,2}} {_K} w{{0,3}} [,;] w{{0,2}} (?P<n>b) \)",
        # 542 of the 748 people who replied (72.5%)
        rf"{_PAIR} (?: {_NEAR} | t ){{0,25}}? \( [wXDC,_]{{0,3}}? {_P} (?! [wXD_]* o)",
        # 402 of the 520 patients with a positive face, arm and speech test had it (87%)
        rf"{_PAIR} [wXD_]{{0,8}}? (?: , w (?= [,X] ) )+ ,? X {_NEAR}{{1,14}}? \( w? {_P} \)",
        # 96 of the 254 complaints that it decided, an uphold rate of 37.8%
        rf"{_PAIR} {_NEAR}{{0,14}}? [,:;\-] {_RATE_OF} {_P}",
        # With 210 of 600 posts held by women, the share of women is 35%
        rf"{_PAIR} {_NEAR}{{0,12}}? , D? w{{0,2}} T (?: o w{{1,4}}? )? C_* w? {_P}",
        # £2.9 billion, 17% of all goods exports (£17.4 billion)
        rf"{_K} {_NEAR}{{0,10}}? [,(]? [CwXD_]{{0,5}}? {_P}"
        rf" (?: o [D_]* w{{1,5}} | E_* w{{0,3}}) \( w{{0,3}} (?P<n>[nm]) w{{0,3}} \)",
        # £18m against a total pay bill of £150m, a share of 12%
        rf"(?P<k>m) [wd]{{0,3}} X D? [wD_]{{0,4}} o [D_]* (?P<n>m) [wd]{{0,4}} , {_RATE_OF} {_P}",
        # 542 of 748, or 72.5%; 542 of 748: 72.5%
        rf"{_PAIR} {_NEAR}{{0,8}}? [,;:=\-] [CwXD_]{{0,4}}? {_P} (?! [wXD_]* o)",
        # 542 of 748 replies is 72.5 percent; 542 of the 748, which represents 72.5 percent
        rf"{_PAIR} {_NEAR}{{0,12}}? ,? C[_]* [wXD_]{{0,3}}? {_P} (?! [wXD_]* o)",
        # 72.5 percent, or 542 of 748; 72.5% - 542 of 748; a rate of 49%, with 1,176 out of 2,040
        rf"{_P} {_NEAR}{{0,8}}? [,:\-=;] [C_wX]{{0,3}}? {_PAIR}",
        # 542 (72.5%) of the 748
        rf"{_K} {_NEAR}{{0,5}}? \( [wXD_]{{0,2}} {_P} [wXD_]{{0,3}} \) w{{0,4}}? {_WHOLE}",
        # 41.7% (n = 312) of respondents (N = 748)
        rf"{_P} w{{0,3}}? \( {_K} \) o {_NEAR}{{1,6}}? \( (?P<n>b) \)",
        # 72.5% (542) of the 748; 72.5%, n = 542) of the 748
        rf"{_P} w{{0,3}}? [(,] w{{0,2}} {_K} w{{0,3}} \) [wBD]{{0,4}}? {_WHOLE}",
        # 542 people (72.5% of the 748 who replied); 542 people, 72.5 percent of the 748
        rf"{_K} {_NEAR}{{0,16}}? (?: \( | , ) [wC_D]{{0,4}}? {_P} w{{0,3}}? {_WHOLE}",
        # 542 people made up 72.5 percent of the 748; men (542) make up 72.5 percent of the 748
        rf"{_K} w{{0,5}}? \)? C[_]* [wXD_]{{0,2}} {_P} {_WHOLE}",
        # 542, or 72.5 percent, of the 748
        rf"{_K} {_NEAR}{{0,4}}? , C?[_]* [wD]{{0,2}} {_P} ,? {_WHOLE}",
        # 72.5 percent, or 542, of the 748
        rf"{_P} , C?[_]* w{{0,2}} {_K} w{{0,3}}? ,? {_WHOLE}",
        # 72.5 percent of the 748 people who replied (542); (542, to be exact)
        rf"{_P} \)? {_WHOLE} {_NEAR}{{0,12}}? \( w{{0,2}} {_K} w{{0,2}} [,)]",
        # 72.5 percent of the 748 people who replied, or 542; , 542 in number
        rf"{_P} \)? {_WHOLE} {_NEAR}{{0,10}}? , C?[_]* w{{0,2}} {_K} (?! [wXD_]* [of(])",
        # 542 of those who replied (n = 748), or 72.5 percent
        rf"{_K} {_NEAR}{{1,8}}? \( (?P<n>b) \) {_FAR}{{0,14}}? [C_,(][wXD_]{{0,3}} {_P}",
    )
)
"""Part, whole and percentage in one clause, from the closest bond to the loosest."""

PAIR: Final = pattern(_PAIR)
"""542 of the 748: a part and its whole, with or without a percentage."""

WHOLE_FIRST: Final = pattern(
    r"(?: ^ | [,;:.&] w{0,1} ) [wC_]? [oOB]"
    rf" (?: (?P<those> A)?[D_]* w{{0,3}}? | [DA]?[D_]* w{{1,3}} o [D_]* | {_NEAR}{{1,6}} \( )"
    rf" (?P<n>[nmb]) (?! [,]? {_NEAR}{{0,6}}? \( w{{0,2}} p)"
)
"""The whole opens the clause: "Of the 748 people who replied, ..."."""

PART_AND_PERCENT: Final = tuple(
    pattern(text)
    for text in (
        # 542 respondents (72.5%)
        rf"{_K} {_NEAR}{{0,14}}? \( [wXDC_,]{{0,3}}? {_P}",
        # 1,423 or 33 percent
        rf"{_K} C {_P}",
        # 30,240 thefts (35 percent of the total); 30,240 thefts, 35 percent of the total
        rf"{_K} {_NEAR}{{0,8}}? [,(] w{{0,2}} {_P} (?: E | o [D_]{{1,3}} w )",
        # 312 people, 41.7 per cent of respondents, said yes
        rf"{_K} w{{0,3}} , {_P} o [D_]* w{{1,3}} ,",
        # 72.5% of respondents (542)
        rf"{_P} [wXDol_]{{0,8}}? \( [w=]{{0,2}} {_K} w{{0,3}} \)",
        # 542, or 72.5 percent; 542 were sound, a rate of 72.5 percent
        rf"{_K} [wCXD]{{0,5}}? , C[_]* [wXD_]{{0,2}} {_P}",
        # 27 were damaged - 30%.
        rf"{_K} [wCD]{{0,4}} \- {_P} \. $",
        # 96 drivers failed the test, 15 per cent of those stopped
        rf"{_K} {_NEAR}{{0,10}}? [,(] [CwXD_]{{0,3}}? {_P} o A w",
        # 510 homes failed the standard, equal to 15% of the stock
        rf"{_K} {_NEAR}{{0,10}}? [,(\-] C[C_w]{{0,4}} {_P} o [D_]{{1,3}} w",
        # 127 sergeants are 38 percent of all sergeants
        rf"{_K} w{{1,5}}? C[_]* [wXD_]{{0,2}} {_P} o [D_]{{1,3}} w",
        # 1,176 replied, a response rate of 49 percent; 456 were returned (a response rate of 38%)
        rf"{_K} {_NEAR}{{0,10}}? [,:;(\-] {_RATE_OF} {_P}",
        # (n = 542; 72.5%)
        rf"\( w{{0,2}} {_K} w{{0,3}} [,;:] w{{0,2}} {_P} \)",
        # (72.5%; n = 542), (72.5%, or 542 people)
        rf"\( w{{0,3}} {_P} [,;:] C?[_]* w{{0,1}} {_K} w{{0,2}} \)",
        # 24 percent of all referrals, totalling 4,088; 24% of those referred, or 4,088 people
        rf"{_P} o (?: A w | [D_]* w{{1,4}}? ) , C[_]* w{{0,2}} {_K} w{{0,2}} [.,;)]",
        # (72.5 percent or 542)
        rf"{_P} C {_K} w{{0,2}} [),]",
        # 72.5 percent, or 542
        rf"{_P} w{{0,3}}? , C[_]* w{{0,2}} {_K}",
    )
)
"""A part beside its percentage; the whole is elsewhere."""

POINTING: Final = tuple(
    pattern(text)
    for text in (
        # in 633 of them, a proportion of 9.0%; 48 of these (40%)
        rf"{_K} o A {_NEAR}{{0,10}}? [,(:;\-] [C_wXDT]{{0,4}}? {_P}",
        # 5.2 million of them; in other words, 29% of journeys
        rf"{_K} o A {_NEAR}{{0,10}}? [,(:;\-] C_* , w? {_P}",
        # lost 275 of them during the year, a turnover rate of 22%
        rf"{_K} o A {_NEAR}{{0,10}}? [,(:;\-] {_RATE_OF} {_P}",
        # of which 48 (40%); of these, 48 (40%)
        rf"o A w{{0,5}}? ,? [wXD]{{0,3}} {_K} {_NEAR}{{0,8}}? [,(:] [C_wXD]{{0,3}}? {_P}",
        # of whom 312 were content, giving a rate of 65%
        rf"o A w{{0,5}}? ,? [wXD]{{0,3}} {_K} {_NEAR}{{0,8}}? [,(:\-] {_RATE_OF} {_P}",
        # of which a third were upheld (1,423)
        rf"o A [wXD_]{{0,3}} {_P} {_NEAR}{{0,8}}? [(,] w{{0,2}} {_K}",
        # a quarter of these, 103
        rf"{_P} o A [,(\-] w{{0,2}} {_K}",
        # 45 percent of them
        rf"{_P} o A",
    )
)
"""The part of a whole that was named before in the same sentence."""

OF_WHOLE: Final = pattern(rf"{_P} {_WHOLE}")
"""72.5 percent of the 748, and no part is printed."""

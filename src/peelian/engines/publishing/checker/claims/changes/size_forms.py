"""The phrases that say the size of a change, by name, over the letters of a row.

``way`` is the word or sign of its direction, ``size`` its quantity and ``gap`` words between.
"""

from typing import Final

from peelian.engines.publishing.checker.language.phrases import pattern

FORMS: Final = tuple(
    (name, pattern(text))
    for name, text in (
        ("of", r"(?P<way>[UDC]) ,? w? o w{0,3}? [+-]? (?P<size>[npmtqfx])"),
        ("by", r"(?P<way>[UDC]) (?:[wdntUAoN]{0,8}?) ,? B w{0,3}? (?P<size>[npmtqfx])"),
        ("noun", r"(?P<size>[pqfxmt]) w{0,2}? (?P<way>[UDC])"),
        (
            "more",
            r"(?P<size>[npmtqfx]) (?: \( w? [npmq] \) )? (?P<gap>w{0,4}?) (?P<way>[ML])",
        ),
        ("or more", r"(?P<size>[npmq]) ,? w [npmq] ,? (?P<gap>w{0,2}?) (?P<way>[ML])"),
        ("bare", r"(?P<way>[UDC]) w{0,2}? (?P<size>[pqfmx])"),
        ("count", r"(?P<way>[UD]) (?P<size>n) (?=[NFTV)]|$)"),
        ("up on", r"(?P<size>[npmqt]) w{0,2}? (?P<way>[UD]) (?=N)"),
        ("extra", r"w w (?P<way>M) (?P<size>[nmt])"),
        ("sign", r"(?P<way>[+-]) (?P<size>[npmqt]) (?=[),;/]|$)"),
        ("brackets", r"(?P<way>[UD]) \( (?P<size>p) [,)]"),
        ("one of", r"(?P<way>[UD]) [^;]{0,14}? n o (?P<size>[pqf])"),
        (
            "or by",
            r"(?P<way>[UDC]) w{0,2} [FO] .{1,24}? , (?P<gap>[wA]{1,4}) B w? (?P<size>[npmtqf])",
        ),
        (
            "gap was",
            r"(?P<way>C) w [wdo]{1,6}? \( w? [npmt] w? \) A [wdo]{1,6}? \( w? [npmt] w? \)"
            r" (?P<gap>w{1,2}) (?P<size>[npmtq])",
        ),
        ("again", r"A w{0,2}? B w{0,3}? (?P<size>[pq])"),
        ("as", r"(?P<size>[xf]) (?P<gap>[wo]{1,3})"),
        ("verb", r"(?P<size>x)"),
    )
)
WENT: Final = pattern(r"C [UD] w? B")
"""A verb that leaves the direction to the word after it: "went up by"."""
ECHO: Final = pattern(
    r"(?P<open>[(]) (?P<way>[UDML+-]?) B? w{0,2} (?P<size>[pqnmtx]) (?P<after>w{0,2} [)])"
    r"| w{0,2}? ,? (?P<or>w) w{0,2} (?P<size2>[pqnmtx])"
)
"""The same change said again: "by 86 (20.9 percent)"."""

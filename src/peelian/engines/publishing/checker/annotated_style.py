"""The look of the annotated page, in one piece, because the page stands by itself."""

from typing import Final

STYLE: Final = """
body{margin:0;color:#0b0c0c;background:#fff;font:1.0625rem/1.5 arial,sans-serif}
header{background:#12436d;color:#fff;font-weight:700}
header p,main{max-width:60rem;margin:0 auto;padding:.75rem 1rem}
h1{font-size:2rem;line-height:1.2;overflow-wrap:anywhere}
h2{margin-top:2.5rem;font-size:1.5rem}
.answer{font-size:1.375rem;line-height:1.35}
.heading{margin-top:2rem;font-size:1.25rem;font-weight:700}
p,li,blockquote,td,th{overflow-wrap:break-word}
main>p,.report p,.report li,.notes li{max-width:44rem}
blockquote{margin:.25rem 0;padding:.25rem 0 .25rem .75rem;border-left:4px solid #8ea4b8}
.place{color:#484b4d;font-size:.875rem}
mark{padding:0 .125rem;color:inherit;background:none;border-bottom:3px solid}
mark.wrong{background:#f9dede;border-bottom-color:#ca3535;font-weight:700}
mark.agrees{background:#e2f0ee;border-bottom:3px double #17655d}
mark.ground{background:#f6eded;border-bottom:1px solid #ca3535}
mark.open{background:#eceef0;border-bottom:3px dotted #484b4d}
.note{font-size:.875rem}
a{color:#1a65a6}
a:visited{color:#54319f}
a:focus,.scroll:focus{outline:3px solid #fd0;box-shadow:0 0 0 5px #0b0c0c}
.verdict{padding:0 .375rem;border:1px solid;font-size:.9375rem}
.verdict.wrong{background:#f9dede;font-weight:700}
.verdict.agrees{background:#e2f0ee}
.verdict.open{background:#eceef0}
:target{outline:3px solid #fd0;outline-offset:4px}
.notes li{margin-bottom:1.25rem}
.notes p{margin:.25rem 0}
.report{margin-top:2.5rem;border-top:4px solid #12436d}
.level-2{margin-left:1.5rem}.level-3{margin-left:3rem}.level-4{margin-left:4.5rem}
.scroll{margin:1.25rem 0;overflow-x:auto}
table{border-collapse:collapse;font-size:1rem}
caption{text-align:left;font-weight:700}
td,th{padding:.375rem .75rem .375rem 0;border-bottom:1px solid #cecece;text-align:left;
vertical-align:top}
.skip{position:absolute;left:-999em}
.skip:focus{position:static;display:block;padding:.5rem 1rem}
@media print{header{color:#000;background:none}.skip,.notes a{display:none}
blockquote,.notes li,tr{break-inside:avoid}}
"""

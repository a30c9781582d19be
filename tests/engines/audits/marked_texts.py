"""The marked texts, and the invented force in which they were written."""

from pathlib import Path

from peelian.engines.audits.masking import Hidden
from peelian.engines.audits.masking_measuring import MARKS, marked
from peelian.engines.audits.staff import Staff

FOLDER = Path(__file__).with_name("masking")
STAFF = Staff(
    names={
        "4521": "Kim Alder",
        "22871": "Jo Fern",
        "22904": "Alex Sorrel",
        "3310": "Robin Hazel",
        "23455": "Pat Bramble",
        "1188": "Ash Rowan",
        "22010": "Sam Thistle",
        "22333": "Lee Wren",
        "7120": "Fen Clover",
    },
    units={
        "F": "Whole force",
        "N": "North",
        "NR-A": "North Response A",
        "NR-B": "North Response B",
        "SNT-2": "Riverside Safer Neighbourhood Team",
        "CID-N": "North CID",
        "RCT": "Road Crime Team",
        "DRU": "Dog and Response Unit",
    },
)
# Who was there, by the fields of every file.
PRESENT = frozenset({"22871", "22904", "22333", "22010", "23455"})
HIDDEN = Hidden(values=dict.fromkeys(MARKS.values(), ()), staff=STAFF, present=PRESENT)


def texts(name):
    """The marked texts of a file: `tuned` or `unseen`."""
    lines = (FOLDER / f"{name}.txt").read_text().splitlines()
    return tuple(marked(line) for line in lines if line)

"""One person with two ages, and one set with two numbers, taken up in the sentence after."""

import pytest

from engines.publishing.checker.claims.worked import refused
from peelian.engines.publishing.checker.claims.repeats.repeats import find


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A cyclist aged 43 has died. The 34-year-old, who has not been named, was local.", "34"),
        ("A 43-year-old man was charged. The man, aged 34, will appear on Monday.", "34"),
        ("An officer aged 29 was hurt on Friday. The 92-year-old is recovering.", "92"),
        ("A 25-year-old woman was found safe. The 52-year-old woman had been missing.", "52"),
        # "These" takes up what was counted, whatever it was before.
        (
            "The plan sets aside 140 hectares of former colliery land for woodland. Planting of "
            "all these 104 hectares is to begin in the autumn.",
            "104",
        ),
        (
            "We held eight focus groups with residents. A summary of what was said in these nine "
            "focus groups is at Annex B.",
            "nine",
        ),
    ],
)
def test_the_later_is_refused(text, figure):
    assert any(figure in one for one in refused(find, text))


@pytest.mark.parametrize(
    "text",
    [
        "A cyclist aged 43 has died. The 43-year-old was local.",
        "A woman aged 43 was hit by a van. The 34-year-old driver was arrested.",
        "A woman aged 43 was hit by a van. The 51-year-old was arrested.",
        "Two men aged 43 and 34 were arrested. The 34-year-old remains in custody.",
        "The man, aged 43, was hurt. The woman, aged 34, was not.",
        "A man aged 21 was stabbed by a boy. The 12-year-old was arrested.",
        "A man aged 43 was hurt. A 34-year-old was not.",
        "We held eight focus groups, and one with staff. A summary of what was said in these nine "
        "focus groups is at Annex B.",
        "It sets aside 140 hectares of former farmland, of which 104 are wooded. All these 104 "
        "hectares are protected.",
    ],
)
def test_what_may_be_another_is_left_alone(text):
    assert refused(find, text) == []

"""Who may do what: the rows of this table are the rule."""

import pytest

from peelian.access.actors import PUBLIC, service_account
from peelian.access.decide import NotAllowed, check_may, may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.records.openness import openly_published
from peelian.records.schema import UnsortedField
from peelian.spine.crime import Crime
from peelian.trail.verbs import Verb as TrailVerb

OPEN_ROW = Crime(source="police_uk", force_id="staffordshire")
CLOSED_ROW = Crime(source="record_system", force_id="staffordshire")


@pytest.fixture
def actors(db):
    old_service = service_account("old-line")
    former = User.objects.create_person(email="b@force.example", name="B")
    for account in (old_service, former):
        account.is_active = False
    return {
        "public": PUBLIC,
        "person": User.objects.create_person(email="a@force.example", name="A"),
        "service": service_account("command-line"),
        "switched off": former,
        "service switched off": old_service,
    }


@pytest.mark.parametrize(
    ("actor", "verb", "record", "field", "answer"),
    [
        ("public", "consult", None, None, True),
        ("public", "consult", OPEN_ROW, None, True),
        ("public", "consult", OPEN_ROW, "crime_type", True),
        ("public", "consult", None, "crime_type", True),
        ("public", "consult", CLOSED_ROW, None, False),
        ("public", "consult", CLOSED_ROW, "crime_type", False),
        ("public", "consult", OPEN_ROW, "version", False),
        ("public", "consult", None, "id", False),
        ("public", "collect", None, None, False),
        ("person", "consult", OPEN_ROW, "crime_type", True),
        ("person", "consult", CLOSED_ROW, None, False),
        ("person", "collect", None, None, False),
        ("service", "collect", None, None, True),
        ("service", "collect", CLOSED_ROW, "version", True),
        ("service", "consult", OPEN_ROW, None, True),
        ("service", "consult", CLOSED_ROW, None, False),
        ("service", "erase", OPEN_ROW, None, False),
        ("switched off", "consult", OPEN_ROW, None, False),
        ("service switched off", "collect", None, None, False),
    ],
)
def test_who_may_do_what(actors, actor, verb, record, field, answer):
    assert may(actors[actor], verb, Crime, record, field) is answer


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb not in ("consult", "collect")])
def test_what_nobody_was_granted_nobody_may(actors, verb):
    assert not any(may(actor, verb, Crime, OPEN_ROW) for actor in actors.values())


def test_a_refusal_is_a_sentence_that_names_no_record():
    closed = Crime(source="record_system", record_id="secret-address")

    with pytest.raises(NotAllowed) as refusal:
        check_may(PUBLIC, "consult", Crime, closed)
    with pytest.raises(NotAllowed) as of_field:
        check_may(PUBLIC, "consult", Crime, OPEN_ROW, "version")
    with pytest.raises(NotAllowed) as of_type:
        check_may(PUBLIC, "erase", Crime)

    assert str(refusal.value) == (
        "The public may not consult this one of the crimes: nothing allows it."
    )
    assert str(of_field.value) == (
        "The public may not consult the field version of crimes: nothing allows it."
    )
    assert str(of_type.value) == "The public may not erase crimes: nothing allows it."


def test_a_refusal_calls_the_actor_by_name(actors):
    with pytest.raises(NotAllowed, match=r"^A may not collect crimes"):
        check_may(actors["person"], "collect", Crime)


def test_what_is_allowed_passes_in_silence():
    check_may(PUBLIC, "consult", Crime, OPEN_ROW, "crime_type")


def test_a_misspelt_question_is_an_error_and_not_a_refusal():
    with pytest.raises(ValueError, match="consultt"):
        may(PUBLIC, "consultt", Crime)
    with pytest.raises(UnsortedField, match="crime_tpye"):
        may(PUBLIC, "consult", Crime, OPEN_ROW, "crime_tpye")


def test_figures_are_open_only_if_every_source_is():
    assert openly_published({"police_uk"})
    assert openly_published({"police_uk", "ons"})
    assert not openly_published({"police_uk", "record_system"})
    assert not openly_published(())


def test_every_verb_of_access_has_its_word_in_the_trail():
    """consult → consulted, collect → collected, combine → combined."""
    past = {f"{verb.rstrip('e')}ed" for verb in Verb}

    assert past <= set(TrailVerb)

"""Conflicts, seals and shares on pages: what opens and shuts single records."""

from datetime import UTC, datetime, timedelta

from django.urls import reverse

from peelian.access.decide import may
from peelian.access.giving.seals import seal
from peelian.access.seal import MemberAsked, Seal
from peelian.access.share import Share
from peelian.areas.investigation.models import Investigation
from people import NOW, investigation
from web.force.signed_in import browser_of


def text(response):
    return response.content.decode()


def test_anybody_declares_their_own_conflict_and_another_ends_it(desk, force):
    record = investigation("A", unit="N1")
    user, browser = force["investigator"], desk("investigator")
    said = {"who": user.key, "kind": "friend", "what": "investigation", "called": "A"}
    assert browser.post(reverse("declare-conflict"), said).status_code == 302
    assert not may(user, "consult", Investigation, record, at=NOW)
    none = browser.post(reverse("declare-conflict"), said | {"called": "no such reference"})
    assert none.status_code == 302  # nobody is told whether there is one

    number = user.conflicts.get(record_id=record.record_id).pk
    assert browser.post(reverse("end-conflict", args=[number])).status_code == 404
    page = text(desk("supervisor").get(reverse("conflicts")))
    assert "Demo investigator" in page
    assert "Not shown" in page
    ended = desk("supervisor").post(reverse("end-conflict", args=[number]), {"reason": "error"})
    assert ended.status_code == 302
    assert may(user, "consult", Investigation, record, at=NOW)


def test_nobody_declares_for_others_without_the_power(desk, force):
    answer = desk("investigator").post(
        reverse("declare-conflict"),
        {"who": force["analyst"].key, "kind": "friend", "what": "person", "called": "P"},
    )
    assert answer.status_code == 400
    assert not force["analyst"].conflicts.exists()


def seal_on_page(browser, ref="A"):
    return browser.post(
        reverse("seal-record"),
        {
            "kind": "investigation",
            "called": ref,
            "members": "investigator@force.example\nstandards-investigator@force.example",
            "reason": "an officer's family",
        },
    )


def test_two_people_seal_add_and_lift_on_pages(desk, force):
    record = investigation("A", unit="N1")
    maker, member = desk("standards-investigator"), desk("investigator")
    assert seal_on_page(maker).status_code == 302
    kept = Seal.objects.get()
    assert not may(force["supervisor"], "consult", Investigation, record, at=NOW)
    one = reverse("seal", args=[kept.pk])
    assert "Demo investigator" in text(maker.get(one))
    assert desk("records-manager").get(one).status_code == 404

    maker.post(
        reverse("ask-member", args=[kept.pk]),
        {"email": "patrol-officer@force.example", "reason": "helps"},
    )
    asked = MemberAsked.objects.get()
    assert "another keeper confirms" in text(maker.get(one))
    member.post(reverse("add-member", args=[kept.pk, asked.pk]))
    assert may(force["patrol-officer"], "consult", Investigation, record, at=NOW)

    maker.post(reverse("ask-to-lift", args=[kept.pk]), {"reason": "over"})
    refused = maker.post(reverse("lift-seal", args=[kept.pk]))
    assert "never one person alone" in text(refused)
    assert member.post(reverse("lift-seal", args=[kept.pk])).status_code == 302
    assert may(force["supervisor"], "consult", Investigation, record, at=NOW)
    assert member.get(one).status_code == 404


def test_sealing_what_is_sealed_hidden_or_missing_sounds_alike(desk, force):
    record = investigation("A", unit="N1")
    seal(
        record=record,
        members=[force["investigator"]],
        reason="x",
        actor=force["chief-officer"],
        at=NOW,
    )
    browser = desk("standards-investigator")
    sealed, missing = seal_on_page(browser, "A"), seal_on_page(browser, "B")

    def answer(page, ref):
        return text(page).replace(f'value="{ref}"', "").split("<main")[1].split("</main>")[0]

    def untoken(words):
        return [line for line in words.splitlines() if "csrfmiddlewaretoken" not in line]

    assert sealed.status_code == missing.status_code == 400
    assert untoken(answer(sealed, "A")) == untoken(answer(missing, "B"))
    assert "There is no such record." in text(sealed)


def test_sealing_wants_a_fresh_proof(force):
    stale = browser_of(force["standards-investigator"], at=NOW - timedelta(minutes=6))
    answer = stale.get(reverse("seal-record"))

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/people/again/")


def test_a_share_names_fields_and_an_end_and_warns_of_personal_ones(desk, force):
    browser = desk("chief-officer")
    make = reverse("make-share", args=["investigation"])
    said = {
        "partner": "P",
        "unit": "N",
        "fields_shared": ["offence", "summary"],
        "purpose": "safe housing",
        "basis": "Crime and Disorder Act 1998, section 115",
        "until": "2026-04-30",
    }
    warned = browser.post(make, said)
    assert "summary may say who somebody is" in text(warned)
    assert not Share.objects.exists()
    assert browser.post(make, said | {"agreed": "on"}).status_code == 302
    made = Share.objects.get()
    assert made.ends_at == datetime(2026, 4, 30, 22, 59, 59, 999999, tzinfo=UTC)
    assert "Housing partner" in text(browser.get(reverse("shares")))
    assert browser.get(reverse("make-share", args=["conductmatter"])).status_code == 404

    browser.post(reverse("end-share", args=[made.pk]), {"reason": "not needed"})
    made.refresh_from_db()
    assert made.ends_at == NOW

"""Accounts and roles on pages: made, given, ended, found, and noted in the trail."""

import pytest
from django.core import mail
from django.urls import reverse

from peelian.access.decide import may
from peelian.access.user import User
from peelian.areas.investigation.models import Investigation
from peelian.trail.models import Entry
from people import FORCE, NOW, investigation


def text(response):
    return response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_an_account_is_made_and_its_person_is_sent_a_link(desk, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    browser = desk("administrator")
    answer = browser.post(
        reverse("make-account"), {"name": "Demo new one", "email": "new@force.example"}
    )
    assert answer.status_code == 302
    made = User.objects.get(email="new@force.example")
    assert made.force_id == FORCE
    assert [letter.to for letter in mail.outbox] == [["new@force.example"]]
    assert made.name in text(browser.get(reverse("account", args=[made.key])))


def test_a_refusal_stands_above_the_form_and_nothing_is_typed_twice(desk):
    answer = desk("administrator").post(
        reverse("make-account"), {"name": "Demo twice", "email": "analyst@force.example"}
    )
    assert answer.status_code == 400
    assert "an account for analyst@force.example already" in text(answer)
    assert 'value="Demo twice"' in text(answer)


def test_a_role_is_given_and_ended_on_pages(desk, force):
    user, browser = force["patrol-officer"], desk("administrator")
    record = investigation("A", unit="S1")
    give = reverse("give-role", args=[user.key])
    assert "Works on their own investigations" in text(browser.get(give))

    browser.post(give, {"role": "investigator", "unit": "S1", "reason": "stands in"})
    assert may(user, "consult", Investigation, record, at=NOW)
    page = text(browser.get(reverse("account", args=[user.key])))
    assert "stands in" in page
    held = user.roles_held.get()
    browser.post(reverse("end-role", args=[held.pk]), {"reason": "is back"})
    assert not may(user, "consult", Investigation, record, at=NOW)


def test_an_account_is_turned_off_and_on_and_ended_on_pages(desk, force):
    user, browser = force["patrol-officer"], desk("administrator")
    theirs = desk("patrol-officer")
    assert theirs.get(reverse("people")).status_code == 200

    browser.post(reverse("turn-off", args=[user.key]))
    assert theirs.get(reverse("people")).status_code == 302  # to sign in: the visit has ended
    assert "This account is off" in text(browser.get(reverse("account", args=[user.key])))
    browser.post(reverse("turn-on", args=[user.key]))
    user.refresh_from_db()
    assert user.is_active
    browser.post(reverse("end-account", args=[user.key]), {"reason": "has left"})
    user.refresh_from_db()
    assert not user.is_active


def test_accounts_of_another_force_and_none_answer_alike(desk, force):
    User.objects.filter(pk=force["other-team"].pk).update(force_id="cheshire", officer_ref="")
    browser = desk("administrator")
    other = browser.get(reverse("account", args=[force["other-team"].key]))
    missing = browser.get(reverse("account", args=["0" * 32]))

    assert (other.status_code, missing.status_code) == (404, 404)
    assert other.content == missing.content


def test_to_look_at_an_account_is_in_the_trail(desk, force):
    desk("administrator").get(reverse("account", args=[force["analyst"].key]))
    entry = Entry.objects.order_by("-sequence").first()

    assert (entry.verb, entry.record_ref) == ("consulted", force["analyst"].key)
    assert entry.actor == force["administrator"].trail_name


def test_accounts_are_found_by_name_and_paged(desk, force):
    for number in range(60):
        user = User.objects.create_person(
            email=f"x{number}@force.example", name=f"Invented {number:02}"
        )
        user.force_id = FORCE
        user.save()
    browser = desk("administrator")
    first = browser.get(reverse("accounts"), {"search": "Invented"})
    names = [row.cells[0].text for row in first.context["table"].rows]
    second = browser.get(first.context["following"].url)
    names += [row.cells[0].text for row in second.context["table"].rows]
    assert names == [f"Invented {number:02}" for number in range(60)]
    assert second.context["following"] is None
    assert "is called so" in text(browser.get(reverse("accounts"), {"search": "Nobody"}))

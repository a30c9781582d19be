"""Two pages for trials: a form behind the door of staff, and a deed that wants fresh proof."""

from django import forms
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from peelian.web.doors import audience
from peelian.web.people.afresh import afresh
from peelian.web.people.kept import kept_form

SENT = []
PAGE = """{% extends "people/page.html" %}{% block body %}
<form method="post">{% csrf_token %}{{ form }}<button class="govuk-button">Save</button></form>
{% endblock %}"""


class Review(forms.Form):
    words = forms.CharField(label="What you found", widget=forms.Textarea)
    grounds = forms.CharField(label="Grounds")


def _form(request):
    if request.method == "POST":
        SENT.append(request.POST.dict())
        return HttpResponse("saved")
    kept = kept_form(request)
    form = Review(kept, auto_id="review-%s") if kept else Review(auto_id="review-%s")
    template = engines["django"].from_string(PAGE)
    return HttpResponse(template.render({"form": form, "page_title": "A review"}, request))


@audience("staff")
def review(request):
    return _form(request)


@audience("staff")
@afresh
def release(request):
    return HttpResponse("released") if request.method == "GET" else _form(request)


@audience("staff")
def release_form(request):
    return _form(request)


@audience("force")
def force_only(request):
    return HttpResponse("of the force")


urlpatterns = [
    path("", include("peelian.web.public.urls")),
    path("", include("peelian.web.people.urls")),
    path("trial/review/", review, name="trial-review"),
    path("trial/release/", release, name="trial-release"),
    path("trial/release/form/", release_form, name="trial-release-form"),
    path("trial/force/", force_only, name="trial-force"),
]

"""The first page leads reviewers to audits under way, and whoever counts to quality by team."""

import pytest


def links_of(bench, name):
    return bench.browser(name).get("/force/").content.decode()


def test_a_reviewer_is_told_of_an_audit_only_while_files_are_reviewed(bench):
    bench.planned(title="Not drawn yet")
    bench.drawn(title="Grounds in October")

    told = links_of(bench, "supervisor")

    assert 'href="/force/audits/">Grounds in October</a>' in told
    assert "Not drawn yet" not in told


@pytest.mark.parametrize("name", ["call-handler", "investigator", "people-services"])
def test_nobody_else_is_told_that_there_is_one(bench, name):
    bench.drawn(title="Grounds in October")

    assert "Grounds in October" not in links_of(bench, name)


@pytest.mark.parametrize("name", ["investigator", "people-services"])
def test_whoever_may_not_count_findings_is_led_to_no_figure_of_them(bench, name):
    bench.drawn()

    assert "Quality by team" not in links_of(bench, name)


@pytest.mark.parametrize("name", ["analyst", "chief-officer", "auditor", "call-handler"])
def test_whoever_counts_comes_to_quality_by_team(bench, name):
    """INV-14: quality results are a click away, and no address that one has to know."""
    url = "/force/audits/quality/stop_and_search.grounds/"
    assert url not in links_of(bench, name)
    bench.drawn()

    assert f'href="{url}"' in links_of(bench, name)
    assert bench.browser(name).get(url).status_code == 200

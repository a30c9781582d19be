"""Worked examples of what reviews of searches find: rows in, answer out, worked by hand."""

from peelian.engines.measures.declared import Example
from peelian.engines.procedures.models import Assessment

GROUNDS_FOUND_ADEQUATE = (
    Example(
        says=(
            "Two of four first looks are adequate; a review that was corrected, a second look and "
            "another procedure count in neither number."
        ),
        rows={
            Assessment: """
                procedure              | decided      | second_of | replaced_by
                stop_and_search.review | adequate     |           |
                stop_and_search.review | adequate     |           |
                stop_and_search.review | weak         |           |
                stop_and_search.review | not-recorded |           |
                stop_and_search.review | adequate     | a-1       |
                stop_and_search.review | adequate     |           | a-2
                use_of_force.review    | adequate     |           |
                """
        },
        shows="2 of 4, 50%",
    ),
)

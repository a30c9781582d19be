"""Every page of changes on trial, in the order in which addresses are tried."""

from peelian.web.force.evaluations import front, judge, one, register

# A reference could be any word, so its page comes last.
pages = (*front.pages, *register.pages, *judge.pages, *one.pages)

"""Which calls a measure of contact is about."""

from ibis import _

from peelian.areas.contact.codes import EMERGENCY, NON_EMERGENCY

IS_999 = _.line == EMERGENCY
IS_101 = _.line == NON_EMERGENCY
GIVEN_UP = _.abandoned.fill_null(False)

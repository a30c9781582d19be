"""What each reader sees of use of force: no card for the public, which these rows do not reach."""

from peelian.engines.publishing.topics import Topic

TOPICS: tuple[Topic, ...] = ()

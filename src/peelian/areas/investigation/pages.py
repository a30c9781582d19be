"""What each reader sees of investigation: no card for the public, which these rows do not reach."""

from peelian.engines.publishing.topics import Topic

TOPICS: tuple[Topic, ...] = ()

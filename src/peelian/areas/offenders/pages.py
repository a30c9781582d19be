"""What each reader sees of offenders: no card for the public, which these rows do not reach."""

from peelian.engines.publishing.topics import Topic

TOPICS: tuple[Topic, ...] = ()

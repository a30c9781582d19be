"""What each reader sees of the workforce: no card for the public."""

from peelian.engines.publishing.topics import Topic

TOPICS: tuple[Topic, ...] = ()

"""What each reader sees of neighbourhoods: no card for the public before a figure is released."""

from peelian.engines.publishing.topics import Topic

TOPICS: tuple[Topic, ...] = ()

"""Where: the places that a text names, and which of their namesakes each one is."""

from legation.coding.places.choosing import choose
from legation.coding.places.toponyms import Toponym, find_toponyms
from legation.coding.places.whereabouts import Whereabouts

__all__ = ["Toponym", "Whereabouts", "choose", "find_toponyms"]

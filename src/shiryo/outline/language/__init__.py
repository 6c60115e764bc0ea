"""What editors ask of an outline's text: what may stand here, where a value is, what is here."""

from shiryo.outline.language.complete import Completion, complete
from shiryo.outline.language.definitions import BARE, keys, properties
from shiryo.outline.language.places import heads, path_at

__all__ = ["BARE", "Completion", "complete", "heads", "keys", "path_at", "properties"]

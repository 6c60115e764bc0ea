"""Asking a model, and what may come of it."""

from collections.abc import Callable
from typing import Any, TypeAlias

Ask: TypeAlias = Callable[[str, str], str]
"""Hands a model its instructions and its task, and returns what it says.

Raises NoAnswer, or Unusable where asking again would be in vain.
"""


class NoAnswer(Exception):
    """The model gave no answer this time; the text says why, in Japanese."""


class Unusable(Exception):
    """The endpoint will never answer as it is set up; ``code`` is the diagnostic to show."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

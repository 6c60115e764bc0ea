"""The functions of `re`, but a pattern is compiled when it is first used.

There are some 750, and compiling all of them takes as long as drafting a short article does; no
command uses more than half. Modules say ``from shiryo import lazy_re as re``; what it compiled
has its own methods, the functions here take a pattern as text.
"""

import re
import sys
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    I,
    M,
    Match,
    Pattern,
    RegexFlag,
    S,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from types import FrameType
from typing import Any, AnyStr, cast

from shiryo import compiled_patterns

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "I",
    "Lazy",
    "M",
    "Match",
    "Pattern",
    "S",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]
_NAMES = [name for name in dir(re.Pattern) if not name.startswith("_")]


class Lazy:
    """A pattern: a `re.Pattern` to whoever uses it, once it has been used."""

    def __init__(self, pattern: str | bytes, flags: int, is_ours: bool = False) -> None:
        self.pattern = pattern
        self._flags, self._is_ours = flags, is_ours

    def __getattr__(self, name: str) -> Any:
        """Compile it, and have all that a compiled one has at hand from now on."""
        if name not in _NAMES:
            raise AttributeError(name)
        make = compiled_patterns.make if self._is_ours else re.compile
        made = make(self.pattern, self._flags)
        self.__dict__.update((each, getattr(made, each)) for each in _NAMES)
        return getattr(made, name)


def compile(pattern: AnyStr, flags: int | RegexFlag = 0) -> Pattern[AnyStr]:
    """Return what `re.compile` would; what is wrong with it is raised when it is first used.

    What a module compiles as it is imported, itself or in a function or a loop of its own, is kept
    from run to run (`compiled_patterns`).
    """
    return cast(Pattern[AnyStr], Lazy(pattern, int(flags), _is_importing(sys._getframe(1))))


def _is_importing(frame: FrameType | None) -> bool:
    """Tell whether ``frame`` belongs to a module that is being imported, called by nobody else."""
    file = frame.f_code.co_filename if frame else ""
    while frame and frame.f_code.co_filename == file:
        if frame.f_code.co_name == "<module>":
            return True
        frame = frame.f_back
    return False

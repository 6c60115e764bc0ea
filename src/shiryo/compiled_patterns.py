"""Compiled regular expressions, kept from run to run beside the compiled modules (``__pycache__``).

Python keeps its modules compiled, but not the patterns in them; half of a short command went into
compiling those again. They are kept as modules are: for one build of Python alone, not where
``PYTHONDONTWRITEBYTECODE`` says so, and where the folder cannot be written to nothing is lost but
time. Only patterns of the program are kept, none that is made of what a person wrote.
"""

import _sre  # type: ignore[import-not-found]
import atexit
import marshal
import os
import re
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from typing import Any, TypeAlias

Key: TypeAlias = tuple[str | bytes, int]
Code: TypeAlias = tuple[int, bytes, int, dict[str, int]]
"""Flags, code in four bytes each, groups and names of groups: what `_sre.compile` takes."""

_FOR = f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE}"
"""The build of Python that what is kept is for."""
_FAILS = (ArithmeticError, AttributeError, ImportError, LookupError, RuntimeError, TypeError)
"""What a Python may raise whose innards are others, besides what `marshal` does."""


class _Kept:
    """What is kept, once it has been read, and what was compiled since."""

    def __init__(self) -> None:
        self.known: dict[Key, Code] | None = None
        self.new: dict[Key, Code] = {}


_kept = _Kept()


def make(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    """Return what `re.compile` would, from what is kept if it is."""
    if _kept.known is None:
        _kept.known = _read()
    code = _kept.known.get((pattern, flags))
    with suppress(*_FAILS, ValueError):
        if code is None:
            code = _compiled(pattern, flags)
            if not _kept.new:
                atexit.register(write)
            _kept.new[pattern, flags] = code
        return _made(pattern, code)
    return re.compile(pattern, flags)


def _compiled(pattern: str | bytes, flags: int) -> Code:
    """Return the code of a pattern. Raises re.error where it is none."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, parsed.state.groupdict


def _made(pattern: str | bytes, code: Code) -> re.Pattern[Any]:
    flags, words, groups, names = code
    indexes: list[str | None] = [None] * (groups + 1)
    for name, n in names.items():
        indexes[n] = name
    made: re.Pattern[Any] = _sre.compile(
        pattern, flags, memoryview(words).cast("I").tolist(), groups, names, tuple(indexes)
    )
    return made


def _file() -> str:
    return cache_from_source(__file__).removesuffix("pyc") + "bin"


def _read() -> dict[Key, Code]:
    with suppress(OSError, EOFError, ValueError, TypeError, NotImplementedError):
        with open(_file(), "rb") as file:  # noqa: PTH123
            made_for, codes = marshal.load(file)
        if made_for == _FOR:
            return dict(codes)
    return {}


def write() -> None:
    """Keep what was compiled since, with what others have kept meanwhile."""
    if sys.dont_write_bytecode or not _kept.new:
        return
    with suppress(OSError, NotImplementedError):
        target = _file()
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
        beside = f"{target}.{os.getpid()}"
        with open(beside, "wb") as file:  # noqa: PTH123
            marshal.dump((_FOR, {**_read(), **_kept.new}), file)
        os.replace(beside, target)  # noqa: PTH105

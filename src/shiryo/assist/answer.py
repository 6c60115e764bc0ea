"""What a model says → a message and points with their lines.

Models think aloud, wrap JSON in fences and in talk, and give a list where an object is wanted.
"""

import json
from collections.abc import Iterator
from typing import Any

from shiryo import lazy_re as re
from shiryo.messages import wording
from shiryo.values import dataclass

FORMS = ("bullets", "steps")
"""In which form the points may be shown."""
_STARTS = 20
"""Places where JSON may begin that are tried."""
_THOUGHT = re.compile(r"\A.*</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_THINKING = re.compile(r"<think(?:ing)?>.*\Z", re.DOTALL | re.IGNORECASE)
_MOST_LINES = 50
"""Lines that one statement may cite."""

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "message": {"type": "string"},
        "lines": {"type": "array", "items": {"type": "integer"}},
        "points": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "lines": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["text", "lines"],
                "additionalProperties": False,
            },
        },
        "form": {"type": "string", "enum": [*FORMS]},
    },
    "required": ["message", "lines", "points", "form"],
    "additionalProperties": False,
}
"""The answer that is wanted, for servers that hold a model to it."""


class Unreadable(Exception):
    """The answer is not what was asked for; the text says why, in Japanese."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and the lines that a model names for it."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model makes of a section."""

    message: Said | None
    points: tuple[Said, ...] = ()
    form: str = FORMS[0]


def read(said: str) -> Answer:
    """Return the answer in ``said``: the first JSON in it that is one. Raises Unreadable."""
    spoken = _THINKING.sub("", _THOUGHT.sub("", said))
    starts = [match.start() for match in re.finditer(r"[{\[]", spoken)][:_STARTS]
    if not starts:
        told = spoken.strip()[:60] or wording("causes.assist.empty")
        raise Unreadable(wording("causes.assist.no-json", told=told))
    broken = 0
    for start in starts:
        try:
            value, _ = json.JSONDecoder().raw_decode(spoken, start)
        except json.JSONDecodeError as error:
            broken = broken or error.pos
            continue
        except RecursionError:
            raise Unreadable(wording("causes.assist.deep")) from None
        if answer := _answer(value):
            return answer
    cause = "broken-json" if broken else "other-json"
    raise Unreadable(wording(f"causes.assist.{cause}", at=broken))


def _answer(value: Any) -> Answer | None:
    """Return a value as an answer; None if it says nothing that is one."""
    if isinstance(value, list):
        value = {"points": value}
    if not isinstance(value, dict):
        return None
    message = _said(value.get("message"), value.get("lines"))
    listed = value.get("points")
    points = tuple(_points(listed)) if isinstance(listed, list) else ()
    if not (message or points) and not (listed == [] and "message" in value):
        return None
    form = value.get("form")
    return Answer(message, points, form if form in FORMS else FORMS[0])


def _points(listed: list[Any]) -> Iterator[Said]:
    for each in listed:
        if isinstance(each, dict) and (said := _said(each.get("text"), each.get("lines"))):
            yield said


def _said(text: Any, lines: Any) -> Said | None:
    """Return a statement; one may stand in a mapping with its own lines."""
    if isinstance(text, dict):
        text, lines = text.get("text"), text.get("lines", lines)
    if not isinstance(text, str) or not (said := text.strip().rstrip("。").strip()):
        return None
    numbers = sorted({n for each in _listed(lines) for n in _lines(each)})
    return Said(said, tuple(numbers[:_MOST_LINES]))


def _listed(lines: Any) -> list[Any]:
    return lines[:_MOST_LINES] if isinstance(lines, list) else [lines]


def _lines(value: Any) -> Iterator[int]:
    """Yield the lines that ``12``, ``"L12"`` or ``"12-14"`` names."""
    if isinstance(value, int) and not isinstance(value, bool):
        yield value
    elif isinstance(value, str):
        found = re.fullmatch(r"\s*L?(\d{1,7})(?:\s*[-–~〜]\s*L?(\d{1,7}))?\s*", value)
        if found:
            first, last = int(found[1]), int(found[2] or found[1])
            yield from range(first, min(last, first + _MOST_LINES) + 1)

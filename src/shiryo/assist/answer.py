"""What a model says → suggested wordings. Models wrap JSON in fences, and in talk."""

import json

from pydantic import BaseModel, ValidationError

from shiryo.messages import wording


class Unreadable(Exception):
    """The answer is not what was asked for; the text says why, in Japanese."""


class Wording(BaseModel):
    """A suggestion."""

    id: int
    text: str


class _Answer(BaseModel):
    statements: list[Wording]


def wordings(said: str) -> list[Wording]:
    """Return the suggestions in ``said``: the first JSON object in it. Raises Unreadable."""
    start = said.find("{")
    if start < 0:
        told = said.strip()[:60] or wording("causes.assist.empty")
        raise Unreadable(wording("causes.assist.no-json", told=told))
    try:
        value, _ = json.JSONDecoder().raw_decode(said, start)
        return _Answer.model_validate(value).statements
    except RecursionError:
        raise Unreadable(wording("causes.assist.deep")) from None
    except ValidationError:
        raise Unreadable(wording("causes.assist.other-json")) from None
    except json.JSONDecodeError as error:
        raise Unreadable(wording("causes.assist.broken-json", at=error.pos)) from None

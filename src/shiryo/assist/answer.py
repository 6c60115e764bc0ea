"""What a model says → suggested wordings. Models wrap JSON in fences, and in talk."""

import json

from pydantic import BaseModel, ValidationError


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
        told = said.strip()[:60] or "空"
        raise Unreadable(f"答えに JSON がない（{told}）")
    try:
        value, _ = json.JSONDecoder().raw_decode(said, start)
        return _Answer.model_validate(value).statements
    except RecursionError:
        raise Unreadable("答えの JSON の入れ子が深すぎる") from None
    except ValidationError:
        raise Unreadable("答えの JSON の形が違う") from None
    except ValueError as error:
        raise Unreadable(f"答えの JSON が壊れている（{error}）") from None

"""What a model is told. The article goes in as data of a JSON value, never as instructions."""

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

from shiryo.drafting.wording.shorten import LIMIT


class Asked(NamedTuple):
    """A statement to word."""

    id: int
    text: str
    lines: str
    """What it cites, of the article."""


def prompt(title: str, asked: Sequence[Asked]) -> tuple[str, str]:
    """Return the instructions and the task for one section."""
    instructions = files("shiryo.assist").joinpath("instructions.txt").read_text("utf-8")
    task = {"section": title, "statements": [statement._asdict() for statement in asked]}
    wanted = instructions.replace("{limit}", f"{LIMIT:.0f}")
    return wanted, json.dumps(task, ensure_ascii=False, indent=1)

"""What a model is told. The article goes in as data of a JSON value, never as instructions."""

import json
from importlib.resources import files
from typing import Any

from shiryo.article.model import Article
from shiryo.assist.tasks import Task, numbered, plain
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.outline.model import Style


def prompt(task: Task, article: Article, style: Style) -> tuple[str, str]:
    """Return the instructions and the task for one section."""
    instructions = files("shiryo.assist").joinpath("instructions.txt").read_text("utf-8")
    drafted = {
        "message": plain(task.message.text) if task.message else "",
        "points": [plain(point.text) for point in task.points],
    }
    asked = {
        "section": task.title,
        "style": style,
        "most_points": task.most,
        "draft": drafted,
        "lines": [],
    }
    lines = ",\n  ".join(_json(line) for line in numbered(task, article))
    head = json.dumps(asked, ensure_ascii=False, indent=1).removesuffix("[]\n}")
    wanted = instructions.replace("{limit}", f"{LIMIT:.0f}")
    return wanted, f"{head}[\n  {lines}\n ]\n}}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

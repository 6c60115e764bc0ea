"""The ``theme.yaml`` of a template made of a company's file: what was decided, open to edit."""

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from shiryo.messages import wording
from shiryo.template.model import Template

_TYPES = ("title", "message", "body", "source", "footer", "number", "cover-title",
          "cover-subtitle", "cover-byline", "section-title", "section-message")  # fmt: skip
"""Types whose sizes are shown."""
_WIDE = 110


def theme_yaml(template: Template, file: str) -> str:
    """Return the YAML of a template's theme, as far as it is of the company's ``file``."""
    theme, deck = template.theme, template.theme.deck
    root = CommentedMap(
        {
            "extends": "briefing",
            "title": wording("office.theme.title", file=file),
            "colours": CommentedMap(theme.colours),
            "series": _flow(theme.series),
            "fonts": CommentedMap({"office": CommentedMap(theme.fonts.office)}),
            "deck": CommentedMap(
                {
                    "size": _flow(_length(side) for side in deck.size),
                    "sizes": _flow(_length(size) for size in deck.sizes),
                    "type": CommentedMap(
                        {
                            name: _flow_map({"size": _length(deck.type[name].size)})
                            for name in _TYPES
                            if name in deck.type
                        }
                    ),
                    "layouts": CommentedMap(
                        {role: _layout(made) for role, made in deck.layouts.items()}
                    ),
                }
            ),
        }
    )
    said = [wording("office.theme.head", file=file), wording("office.theme.head2")]
    said.append(wording("office.theme.check", name=template.name))
    root.yaml_set_start_comment("\n".join(said))
    root.yaml_set_comment_before_after_key("colours", before=wording("office.theme.colours"))
    below: Any = root["deck"]
    below.yaml_set_comment_before_after_key("sizes", before=wording("office.theme.sizes"), indent=2)
    lines = (wording("office.theme.layouts"), wording("office.theme.roles"))
    below.yaml_set_comment_before_after_key("layouts", before="\n".join(lines), indent=2)
    yaml, out = YAML(), io.StringIO()
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(root, out)
    return out.getvalue()


def _layout(made: Any) -> CommentedMap:
    found = CommentedMap({"layout": made.layout})
    placeholders = {
        name: idx[0] if len(idx) == 1 else _flow(idx) for name, idx in made.placeholders.items()
    }
    found["placeholders"] = _flow_map(placeholders)
    found["frames"] = CommentedMap({n: _flow(map(_short, box)) for n, box in made.frames.items()})
    return found


def _flow(values: Any) -> CommentedSeq:
    made = CommentedSeq(values)
    made.fa.set_flow_style()
    return made


def _flow_map(values: Mapping[str, Any]) -> CommentedMap:
    made = CommentedMap(values)
    made.fa.set_flow_style()
    return made


def _length(size: float) -> str:
    return f"{round(size, 2):g}pt"


def _short(size: float) -> float:
    value = round(size, 2)
    return int(value) if value == int(value) else value

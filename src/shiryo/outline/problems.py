"""What pydantic finds wrong with an outline → diagnostics that a person can act on.

pydantic's own messages are English and speak of its types; the wording is chosen by the type of the
error, and one mistake gives one diagnostic.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from shiryo import limits
from shiryo.diagnostics import Diagnostic, Path, Span, diagnose
from shiryo.messages import wording
from shiryo.outline.model import BLOCK_KINDS, Outline
from shiryo.outline.yaml_lines import Places

_SHAPES = {
    "string": "string",
    "int": "int",
    "float": "float",
    "bool": "bool",
    "tuple": "list",
    "list": "list",
    "dict": "dict",
    "model": "dict",
    "mapping": "dict",
}
"""How the kinds of pydantic's errors begin → what is wanted."""
_SIMPLE = {
    "too_short": "outline.too-few",
    "too_long": "outline.too-many",
    "greater_than_equal": "outline.too-small",
    "less_than_equal": "outline.too-big",
    "no_words": "outline.no-words",
    "ragged_row": "outline.ragged-row",
    "ragged_columns": "outline.ragged-columns",
    "bad_merge": "outline.bad-merge",
    "chart_numbers": "outline.chart-numbers",
    "ragged_series": "outline.ragged-series",
}
_COMMON = ("from", "how")
"""Keys of all that says something: not named where others are wanted."""
_LONGEST = 40
"""Characters of a key or a value that may be a known one, wrongly written."""
_KINDS = "、".join(BLOCK_KINDS)


def explain(errors: list[ErrorDetails], data: Any, places: Places, file: str) -> list[Diagnostic]:
    """Turn ``errors`` of validating ``data`` into diagnostics, each place and reason once."""
    found: dict[Diagnostic, None] = {}
    errors = errors[: limits.PROBLEMS]
    misspelt = _misspelt(errors, data)
    around = {e["loc"][:n] for e in errors for n in range(len(e["loc"]))}
    for error in errors:
        path = real_path(error["loc"], data)
        if error["type"] == "missing" and path in misspelt:
            continue
        if error["type"] == "too_short" and error["loc"] in around:
            continue
        if error["type"] == "ragged_row":
            path = (*path, "rows", error["ctx"]["row"] - 1)
        span = Span(file, places.line(path))
        found[_explain(error, path, span, data)] = None
    return sorted(found, key=lambda d: d.span.line if d.span and d.span.line else 0)


def _misspelt(errors: list[ErrorDetails], data: Any) -> set[Path]:
    """Return the paths of keys that are missing because they are written wrongly."""
    paths = [real_path(e["loc"], data) for e in errors if e["type"] == "extra_forbidden"]
    near = ((p, _near(str(p[-1]), [*_keys_of(p[:-1], data)])) for p in paths)
    return {(*p[:-1], found[0]) for p, found in near if found}


def real_path(loc: tuple[int | str, ...], data: Any) -> Path:
    """Take out of pydantic's ``loc`` what stands in no file: tags of blocks, names of types."""
    path: list[str | int] = []
    for n, part in enumerate(loc):
        if n >= 2 and loc[n - 2] == "blocks" and isinstance(loc[n - 1], int):
            continue
        last = n == len(loc) - 1
        if isinstance(part, int) and isinstance(data, list) and part < len(data):
            path.append(part)
            data = data[part]
        elif isinstance(data, dict) and (part in data or last):
            path.append(part)
            data = data.get(part)
    return tuple(path)


def _explain(error: ErrorDetails, path: Path, span: Span, data: Any) -> Diagnostic:
    kind, key = error["type"], _name(path)
    context: dict[str, Any] = error.get("ctx", {})
    given = error.get("input")
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]) if path else "", path, span, data)
    if kind == "missing":
        return diagnose("outline.missing-key", span, key=key, parent=_name(path[:-1]))
    if kind.startswith("union_tag"):
        return _unknown_block(given, span)
    if kind in {"string_pattern_mismatch", "no_such_day"}:
        return _bad_pattern(path, span, given)
    if kind == "literal_error":
        return _not_allowed(path, span, given, data)
    if kind in _SIMPLE:
        return diagnose(_SIMPLE[kind], span, **{**context, "key": key, "given": _shape(given)})
    shape = next((shape for start, shape in _SHAPES.items() if kind.startswith(start)), "other")
    is_prose = shape == "list" and path[-1:] == ("text",)
    wanted = wording(f"causes.shape.{'prose' if is_prose else shape}")
    if given is None:
        return diagnose("outline.no-value", span, key=key, wanted=wanted)
    if _is_variable(given):
        return diagnose("outline.bare-variable", span, key=key)
    keys = "、".join(k for k in _keys_of(path, data) if k not in _COMMON) if shape == "dict" else ""
    remedy = (
        wording("causes.shape.keys", keys=keys)
        if keys
        else wording("causes.shape.mend", wanted=wanted)
    )
    values = {"wanted": wanted, "given": _shape(given), "remedy": remedy}
    return diagnose("outline.wrong-type", span, key=key, **values)


def _near(key: str, known: list[str], share: float = 0.6) -> list[str]:
    return get_close_matches(key.lower(), known, 1, share) if len(key) <= _LONGEST else []


def _unknown_key(key: str, path: Path, span: Span, data: Any) -> Diagnostic:
    if key == "<<":
        return diagnose("outline.merge-key", span)
    if key[:1].isspace():  # to YAML these are letters
        return diagnose("outline.yaml-wide-space", span)
    if _is_sentence(key, path, data):
        return diagnose("outline.colon-in-text", span, key=key[:_LONGEST])
    if key in BLOCK_KINDS and path[-3:-2] == ("sections",):
        return diagnose("outline.block-outside", span, key=key)
    if path[-3:-2] == ("blocks",) and key not in BLOCK_KINDS:
        block = _at(data, path[:-1])
        known = [*_keys_of(path[:-1], data)]
        if not any(k in BLOCK_KINDS for k in block):
            return _unknown_block(block, span)
    else:
        known = [*_keys_of(path[:-1], data)]
    near = _near(key, known)
    if path[-3:-2] == ("blocks",) and key in BLOCK_KINDS:
        return diagnose("outline.two-kinds", span, key=key)
    if near:
        return diagnose("outline.unknown-key-near", span, key=key, near=near[0])
    if len(path) > 1 and key in _keys_of((), data):
        return diagnose("outline.key-of-top", span, key=key)
    return diagnose("outline.unknown-key", span, key=key, known="、".join(known))


def _is_sentence(key: str, path: Path, data: Any) -> bool:
    """Tell whether it is an item of a list whose words were parted at a half-width colon."""
    whole = _at(data, path[:-1])
    return len(whole) == 1 and isinstance(path[-2], int) and not key.isascii()


def _unknown_block(block: Any, span: Span) -> Diagnostic:
    if not isinstance(block, dict):
        return diagnose("outline.bare-block", span, given=_shape(block), kinds=_KINDS)
    key = next((str(k) for k in block if k not in {"from", "only"}), "")
    near = _near(key, list(BLOCK_KINDS), 0.4)
    if near:
        return diagnose("outline.unknown-block-near", span, key=key, near=near[0], kinds=_KINDS)
    return diagnose("outline.unknown-block", span, key=key, kinds=_KINDS)


def _bad_pattern(path: Path, span: Span, given: Any) -> Diagnostic:
    field = next((p for p in reversed(path) if isinstance(p, str)), "")
    code = {"id": "outline.bad-id", "date": "outline.bad-date"}.get(field, "outline.bad-reference")
    return diagnose(code, span, given=_shape(given))


def _not_allowed(path: Path, span: Span, given: Any, data: Any) -> Diagnostic:
    if path == ("shiryo",):
        return diagnose("outline.unknown-version", span, given=_shape(given))
    allowed = _allowed(path, data)
    return diagnose(
        "outline.not-allowed",
        span,
        key=_name(path),
        given=_shape(given),
        allowed="、".join(map(str, allowed)),
    )


def _allowed(path: Path, data: Any) -> tuple[Any, ...]:
    """Return the values that the ``Literal`` at ``path`` takes."""
    model = _model(path[:-1], data)
    for name, info in (model.model_fields if model else {}).items():
        if (info.alias or name) == path[-1]:
            return tuple(_literals(info.annotation))
    return ()


def _literals(annotation: Any) -> Iterator[Any]:
    for arg in get_args(annotation):
        if get_args(arg):
            yield from _literals(arg)
        elif arg is not type(None):
            yield arg


def _keys_of(path: Path, data: Any) -> Iterator[str]:
    model = _model(path, data)
    for name, info in (model.model_fields if model else {}).items():
        yield info.alias or name


def _model(path: Path, data: Any = None) -> type[BaseModel] | None:
    """Return the model that describes what stands at ``path``."""
    model: type[BaseModel] = Outline
    for n, part in enumerate(path):
        if isinstance(part, int):
            continue
        if part == "blocks":
            index = path[n + 1] if n + 1 < len(path) else None
            block = _at(data, path[: n + 2]) if index is not None else None
            kind = next((k for k in BLOCK_KINDS if isinstance(block, dict) and k in block), None)
            kind = kind or next((p for p in path[n + 2 :] if p in BLOCK_KINDS), None)
            if kind is None:
                return None
            model = BLOCK_KINDS[str(kind)]
            continue
        field = next((f for k, f in model.model_fields.items() if (f.alias or k) == part), None)
        below = next(_models(field.annotation), None) if field else None
        if below is None:
            return None
        model = below
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from _models(arg)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return {}
    return data


def _name(path: Path) -> str:
    """Write a path as people say it: ``sections[2].blocks[1].table`` counts from one."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text or wording("causes.shape.outline")


def _is_variable(value: Any) -> bool:
    return isinstance(value, dict) and "{…}" in value


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return wording("causes.shape.dict")
    if isinstance(value, list):
        return wording("causes.shape.a-list")
    if value is None:
        return wording("causes.shape.nothing")
    if isinstance(value, bool):
        return f"「{str(value).lower()}」"
    text = str(value)
    return f"「{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}」"

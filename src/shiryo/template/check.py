"""What is wrong with a theme, with the line of ``theme.yaml`` where it stands."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from ruamel.yaml import YAML

from shiryo.diagnostics import Diagnostic, Path, Span, diagnose
from shiryo.messages import entries, wording
from shiryo.template import labels
from shiryo.template.model import Node, Theme, Type
from shiryo.template.office import check as company
from shiryo.template.office.model import Office
from shiryo.values import dataclass

_NEEDED = (
    *(("colours",), ("labels",), ("handout", "papers")),
    *(("deck", part) for part in ("frames", "type", "space", "em", "limits")),
    *(("handout", part) for part in ("type", "space")),
    *(("handout", "onepage", part) for part in ("type", "space")),
)
"""Mappings whose keys the program asks for."""
_OPEN = frozenset((("colours",), ("handout", "papers")))
"""Those of them to which a theme may add."""


@dataclass(frozen=True)
class Written:
    """A ``theme.yaml`` as it is written, to find lines in."""

    file: str
    source: str

    @cached_property
    def _lines(self) -> Any:
        return YAML().load(self.source)

    def span(self, path: Path) -> Span:
        """Return where ``path`` is written, or what is nearest above it."""
        line: int | None = None
        node = self._lines
        for key in path:
            try:
                place = node.lc.key(key) if isinstance(key, str) else node.lc.item(key)
                line = place[0] + 1
                node = node[key]
            except (AttributeError, KeyError, IndexError, TypeError):
                break
        return Span(self.file, line)


def invalid(written: Written, error: Any) -> Diagnostic:
    """Return the diagnostic of one of pydantic's errors."""
    key = ".".join(str(part) for part in error["loc"])
    span = written.span(error["loc"])
    if error["type"] == "bad_colour":
        code = "template.no-colour" if error["input"] is None else "template.bad-colour"
        return diagnose(code, span, key=key, given=str(error["input"])[:50])
    known = entries("causes")["theme"]
    values = {name: _said(value) for name, value in error.get("ctx", {}).items()}
    reason = known.get(error["type"], known["other"]).format(**values)
    near = get_close_matches(str(error["loc"][-1])[:100], _fields(error["loc"][:-1]), 1)
    is_misspelt = near and error["type"] == "extra_forbidden"
    remedy = wording("causes.near", near=near[0]) if is_misspelt else wording("causes.compare")
    return diagnose("template.invalid", span, key=key, reason=reason, remedy=remedy)


def _said(value: Any) -> str:
    """Return what pydantic says of a value, as Japanese has it: ``'a', 'b' or 'c'``, ``1.0``."""
    if isinstance(value, float):
        return f"{value:g}"
    return str(value).replace(" or ", "、").replace(", ", "、").replace("'", "")


def _fields(path: Path) -> tuple[str, ...]:
    """Return the keys that a theme has at ``path``; none where it has names of its own."""
    model: Any = Theme
    for key in path:
        field = model.model_fields.get(key)
        model = field.annotation if field else None
        if not (isinstance(model, type) and issubclass(model, Node)):
            return ()
    return (*model.model_fields, *(() if path else ("extends",)))


def problems(
    written: Written, theme: Theme, shipped: Theme | None, office: Office | None = None
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a theme whose values are sound each for itself.

    ``shipped`` is the theme that comes with the program: what its mappings have is needed;
    ``office`` is what the company's file says, if there is one.
    """
    for code, path, said in company.problems(theme.deck, office) if office else ():
        yield diagnose(f"template.{code}", written.span(path), **said)
    yield from _unknown_colours(written, theme)
    yield from _bad_labels(written, theme)
    yield from _no_room(written, theme)
    if shipped is not None:
        yield from _keys(written, theme.model_dump(), shipped.model_dump())


def _keys(
    written: Written, theme: Mapping[str, Any], shipped: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    for path in _NEEDED:
        given, needed = _at(theme, path), _at(shipped, path)
        fallback = _at(theme, ("handout", path[-1])) if "onepage" in path else {}
        missing = needed.keys() - given.keys() - fallback.keys()
        for key in sorted(missing):
            yield diagnose("template.missing-key", written.span(path), key=".".join((*path, key)))
        known = needed.keys() | fallback.keys()
        for key in () if path in _OPEN else sorted(given.keys() - known):
            near = get_close_matches(key[:100], known, 1)
            yield diagnose(
                "template.unknown-key",
                written.span((*path, key)),
                key=".".join((*path, key[:100])),
                remedy=wording("causes.near", near=near[0])
                if near
                else wording("causes.delete-line"),
            )


def _at(theme: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    found: Any = theme
    for key in path:
        found = found[key]
    return found  # type: ignore[no-any-return]


def _styles(theme: Theme) -> dict[Path, Type]:
    styles: dict[Path, Type] = {("deck", "type", k): v for k, v in theme.deck.type.items()}
    for role, layout in theme.deck.layouts.items():
        own_types = layout.type.items()
        styles |= {("deck", "layouts", role, "type", k): v for k, v in own_types}
    styles |= {("handout", "type", k): v for k, v in theme.handout.type.items()}
    own = theme.handout.onepage.type.items()
    return styles | {("handout", "onepage", "type", k): v for k, v in own}


def _unknown_colours(written: Written, theme: Theme) -> Iterator[Diagnostic]:
    for path, style in _styles(theme).items():
        if style.colour not in theme.colours:
            yield diagnose(
                "template.unknown-colour",
                written.span(path),
                key=".".join(map(str, path)),
                colour=style.colour[:50],
                known="、".join(theme.colours),
            )
    for n, level in enumerate(theme.deck.levels):
        for key, colour in (("colour", level.colour), ("bullet-colour", level.bullet_colour)):
            if colour not in theme.colours:
                path = ("deck", "levels", n, key)
                yield diagnose(
                    "template.unknown-colour",
                    written.span(path),
                    key=".".join(map(str, path)),
                    colour=colour[:50],
                    known="、".join(theme.colours),
                )
    for n, name in enumerate(theme.series):
        if (colour := name.split()[0]) not in theme.colours:
            span = written.span(("series", n))
            known = "、".join(theme.colours)
            yield diagnose(
                "template.unknown-colour", span, key="series", colour=colour, known=known
            )


def _bad_labels(written: Written, theme: Theme) -> Iterator[Diagnostic]:
    for name, label in theme.labels.items():
        if not labels.is_sound(name, label):
            places = "、".join(f"{{{place}}}" for place in sorted(labels.PLACES[name]))
            span = written.span(("labels", name))
            yield diagnose("template.bad-label", span, key=name, given=label, places=places)


def _no_room(written: Written, theme: Theme) -> Iterator[Diagnostic]:
    """Yield papers whose margins leave no text area: less than an inch of it."""
    handout = theme.handout
    for name, paper in handout.papers.items():
        for path, margins in (
            (("handout", "papers", name, "margins"), paper.margins),
            (("handout", "onepage", "margins"), handout.onepage.margins),
        ):
            top, right, bottom, left = margins
            if min(paper.size[0] - left - right, paper.size[1] - top - bottom) < 72:
                key = ".".join(path)
                yield diagnose("template.no-room", written.span(path), key=key, paper=name)

"""Reading a template: the files of its folder → `Template`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from shiryo import events, limits, shades, unreadable
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Span, diagnose
from shiryo.template import check, contrast
from shiryo.template.model import Base, LayoutTheme, Template, Theme
from shiryo.template.office.model import Office

SHIPPED = "briefing"
"""The template that comes with the program and is whole."""
THEME = "theme.yaml"
_PAPER, _WHITE = "FFFFFF", 1.3
"""What handouts are printed on, and the contrast with it under which a ground is white, too."""
BASES = ("base.pptx", "base.potx")
"""The company's file of a template, if it has one."""
WORDS = (
    "agenda-message",
    "chart-alt",
    "cover-byline",
    "definition-title",
    "footer",
    "handout-byline",
    "notes",
    "quote-source",
    "reference",
    "running",
    "source-line",
)
"""The Jinja2 files that every template has, itself or by ``extends``."""


def parent(name: str, files: Mapping[str, bytes]) -> tuple[str, Span] | None:
    """Return the name of the template that this one extends, and where it says so; else None.

    Raises Failed where ``theme.yaml`` is missing or no YAML.
    """
    value = _theme(name, files).get("extends")
    if value is None and _base(files) is not None:
        return SHIPPED, Span(name)
    # The theme is parsed again, slowly, to know the line.
    return None if value is None else (str(value), _written(name, files).span(("extends",)))


def parse(
    name: str,
    files: Mapping[str, bytes],
    base: Template | None = None,
    fonts: tuple[Path, ...] = (),
    shipped: Theme | None = None,
) -> tuple[Template, Diagnostics]:
    """Read the files of a template folder (name in the folder → bytes) over those of ``base``.

    ``fonts`` are its own folders of fonts; ``shipped`` is the theme of the program, whose keys are
    needed, and no others. Raises Failed for a theme that cannot be used.
    """
    values = base.theme.model_dump() if base else {}
    made = _made(name, files, base)
    if made is not None and base is not None:
        wanted = _wanted(_theme(name, files))
        own = values_of(made.office, base.theme, wanted) if _base(files) else {}
        values = _merge(values, own)
    values = _merge(values, _theme(name, files))
    values.pop("extends", None)
    written = _written(name, files)
    words = dict(base.words) if base else {}
    words |= {
        file.removesuffix(".j2"): _decode(name, file, source)
        for file, source in sorted(files.items())
        if file.endswith(".j2")
    }
    problems = [*_too_long(name, words)]
    problems += [
        diagnose("template.no-words", Span(name), name=name, file=word)
        for word in WORDS
        if word not in words
    ]
    try:
        theme = Theme.model_validate(values)
    except ValidationError as error:
        found = (check.invalid(written, e) for e in error.errors())
        raise Failed(*islice(found, limits.THEME_PROBLEMS), *problems) from None
    if made is None:
        theme = theme.model_copy(update={"colours": shades.settled(theme.colours)})
    office = made.office if made else None
    wrong = check.problems(written, theme, shipped, office)
    problems = [*islice(wrong, limits.THEME_PROBLEMS), *problems]
    if problems:
        raise Failed(*problems)
    return Template(name, theme, words, fonts + (base.fonts if base else ()), made), ()


def _base(files: Mapping[str, bytes]) -> bytes | None:
    return next((files[file] for file in BASES if file in files), None)


def _made(name: str, files: Mapping[str, bytes], base: Template | None) -> Base | None:
    """Return the company's file of a template: its own, or that of the one it extends."""
    data = _base(files)
    if data is None:
        return base.base if base else None
    from shiryo.template.office import opening, palette, roles

    try:
        office = opening.opened(data)
    except Failed as failure:
        raise Failed(*(replace(d, span=Span(name)) for d in failure.diagnostics)) from None
    scheme = office.schemes[roles.cast(office).master]
    return Base(data, office, palette.shades(scheme))


def extended(template: Template, names: Sequence[str]) -> Template:
    """Return a template with the layouts of its company's file that an outline names besides.

    A role that is no layout for content (``cover``) stands for its layout.
    """
    base, deck = template.base, template.theme.deck
    if base is None or not names:
        return template
    from shiryo.template.office.model import known
    from shiryo.template.office.values import layout_values

    there = known(base.office)
    layouts, colours = dict(deck.layouts), dict(template.theme.colours)
    for name in names:
        wanted = deck.layouts[name].layout if name in ("cover", "section") else name
        if wanted in there and wanted not in layouts:
            values, more = layout_values(base.office, there[wanted], template.theme)
            layouts[wanted] = LayoutTheme.model_validate(values)
            colours |= more
    deck = deck.model_copy(update={"layouts": layouts})
    theme = template.theme.model_copy(update={"deck": deck, "colours": colours})
    return replace(template, theme=theme)


def printed(template: Template) -> Template:
    """Return a template made of a company's file with its colours as they are on white paper."""
    colours = template.theme.colours
    if template.base is None or contrast.contrast(colours["paper"], _PAPER) < _WHITE:
        return template
    from shiryo.template.office import palette, roles

    office = template.base.office
    scheme = office.schemes[roles.cast(office).master]
    on_white = {**colours, **palette.colours(scheme, _PAPER)}
    series = tuple(name for name in on_white if name.startswith("series"))
    theme = template.theme.model_copy(update={"colours": on_white, "series": series})
    return replace(template, theme=theme)


def values_of(office: Office, theme: Theme, wanted: Mapping[str, str]) -> dict[str, Any]:
    """Return what a company's file says as values of a theme.

    ``wanted`` are the layouts that ``theme.yaml`` names, by what they serve for.
    """
    from shiryo.template.office.values import made_of

    return made_of(office, theme, wanted).values


def _wanted(theme: Any) -> dict[str, str]:
    """Return the names of layouts that a theme gives, as far as it is sound."""
    for key in ("deck", "layouts"):
        theme = theme.get(key) if isinstance(theme, dict) else None
    found = theme.items() if isinstance(theme, dict) else ()
    names = ((role, made.get("layout")) for role, made in found if isinstance(made, dict))
    return {str(role): name for role, name in names if isinstance(name, str)}


def _written(name: str, files: Mapping[str, bytes]) -> check.Written:
    return check.Written(f"{name}/{THEME}", files.get(THEME, b"").decode("utf-8-sig"))


def _theme(name: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    if THEME not in files and _base(files) is not None:
        return {}
    if THEME not in files:
        raise Failed(diagnose("template.no-theme", Span(name), name=name))
    if len(files[THEME]) > limits.THEME_BYTES:
        most = f"{limits.THEME_BYTES:,}"
        raise Failed(diagnose("template.long-theme", Span(f"{name}/{THEME}"), most=most))
    try:
        data = _parsed(_decode(name, THEME, files[THEME]))
    except unreadable.Unreadable as error:
        said = unreadable.problem(error, f"{name}/{THEME}")
        code = "template.unbounded" if error.is_bound else "template.broken-yaml"
        raise Failed(diagnose(code, said.span, reason=said.message, remedy=said.hint)) from None
    if not isinstance(data, dict):
        raise Failed(diagnose("template.no-mapping", Span(f"{name}/{THEME}", 1)))
    return data


@cache
def _parsed(source: str) -> Any:
    try:
        events.read(source)
        return YAML(typ="safe").load(source)
    except YAMLError as error:
        raise unreadable.found(source, error) from None
    except events.Unbounded as error:
        raise unreadable.Unreadable(error.reason, error.line, None, "") from None


def _decode(name: str, file: str, source: bytes) -> str:
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failed(diagnose("template.not-utf8", Span(f"{name}/{file}"), file=file)) from None


def _too_long(name: str, words: Mapping[str, str]) -> list[Diagnostic]:
    most = limits.TEMPLATE_CHARACTERS
    return [
        diagnose("template.long-words", Span(f"{name}/{word}.j2"), file=word, most=f"{most:,}")
        for word, source in words.items()
        if len(source) > most
    ]


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, Mapping) and isinstance(value, Mapping)
        merged[key] = _merge(below, value) if both else value  # type: ignore[arg-type]
    return merged

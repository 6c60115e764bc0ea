"""What is to be said of a company's file and of what a theme makes of it."""

from collections.abc import Iterator

from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.messages import wording
from shiryo.template.contrast import contrast
from shiryo.template.model import Base, LayoutTheme, Template, Theme
from shiryo.template.office.free import obstacles, touches
from shiryo.template.office.model import ROLES, OfficeLayout, known
from shiryo.template.office.palette import ENOUGH, SEEN
from shiryo.template.office.parts import parts
from shiryo.template.office.roles import cast
from shiryo.template.office.under import under
from shiryo.units import Rect

_SLACK = 1.0
"""Points."""


def findings(template: Template) -> Iterator[Diagnostic]:
    """Yield what of a template made of a company's file a person should know, most important first.

    Frames that leave the slide or meet a logo, types larger than the company's, roles without a
    layout, titles that are pale, what cannot be drawn.
    """
    base, theme = template.base, template.theme
    if base is None:
        return
    span = Span(template.name)
    layouts = known(base.office)
    for role, made in theme.deck.layouts.items():
        layout = layouts[made.layout]
        yield from _frames(base, role, made, layout, span)
        yield from _placeholders(role, layout, span)
        yield from _titles(theme, role, made, layout, span)
    yield from _sizes(base, theme, layouts, span)
    yield from instead(base, theme, tuple(ROLES), span)
    yield from undrawn(base, [made.layout for made in theme.deck.layouts.values()], span)


def instead(
    base: Base, theme: Theme, roles: tuple[str, ...], span: Span | None = None
) -> Iterator[Diagnostic]:
    """Yield which of ``roles`` are served by a layout that is another's."""
    chosen = cast(base.office)
    for role in ROLES:
        made = theme.deck.layouts.get(role)
        if role in roles and role in chosen.instead and made is not None:
            layout = chosen.layouts[role].layout
            if made.layout in (layout.name, layout.key):
                said = {"role": wording(f"office.role.{role}"), "layout": made.layout}
                yield diagnose("template.office-instead", span, **said)


def undrawn(base: Base, names: list[str], span: Span | None = None) -> Iterator[Diagnostic]:
    """Yield what of layouts, given by their names, cannot be drawn outside an office program."""
    layouts = known(base.office)
    for name in dict.fromkeys(names):
        if found := layouts[name].undrawn:
            said = {"layout": name, "names": "、".join(found[:10])}
            yield diagnose("template.office-undrawn", span, **said)


def _frames(
    base: Base, role: str, made: LayoutTheme, layout: OfficeLayout, span: Span
) -> Iterator[Diagnostic]:
    page = Rect(0, 0, *base.office.size)
    for name, box in made.frames.items():
        frame = Rect(*box)
        over = max(frame.right - page.right, frame.bottom - page.bottom)
        if over > _SLACK:
            yield diagnose("template.office-off", span, frame=f"{role}.frames.{name}")
    if "content" in made.frames:
        frame = Rect(*made.frames["content"])
        if any(touches(each, frame) for each in obstacles(parts(layout, base.office.size))):
            said = {"frame": f"{role}.frames.content", "layout": made.layout}
            yield diagnose("template.office-over", span, **said)


def _placeholders(role: str, layout: OfficeLayout, span: Span) -> Iterator[Diagnostic]:
    """Yield placeholders for text that nothing tells apart, and so hold none of ours."""
    texts = [s for s in layout.slots if s.kind in ("", "body", "obj", "subTitle")]
    if role in ROLES and len({slot.idx for slot in texts}) < len(texts):
        yield diagnose("template.office-alike", span, layout=layout.name or layout.key)


def _titles(
    theme: Theme, role: str, made: LayoutTheme, layout: OfficeLayout, span: Span
) -> Iterator[Diagnostic]:
    for name, style in made.type.items():
        if name not in made.frames or not name.endswith("title"):
            continue
        ground = under(layout, Rect(*made.frames[name]))
        own = next((s.levels[0].colour for s in layout.slots if s.kind.endswith("itle")), "")
        colour = theme.colours[style.colour]
        if own and own != colour and contrast(own, ground) < SEEN:
            said = {"role": wording(f"office.role.{role}"), "own": own, "colour": colour}
            yield diagnose("template.office-unseen", span, **said)
        elif contrast(colour, ground) < ENOUGH:
            ratio = f"{contrast(colour, ground):.1f}"
            said = {"role": wording(f"office.role.{role}"), "colour": colour, "ratio": ratio}
            yield diagnose("template.office-pale", span, **said)


def _sizes(
    base: Base, theme: Theme, layouts: dict[str, OfficeLayout], span: Span
) -> Iterator[Diagnostic]:
    """Yield where body text may be larger than the company sets it."""
    made = theme.deck.layouts.get("content")
    large = parts(layouts[made.layout], base.office.size).large if made else ()
    most = max((slot.levels[0].size for slot in large), default=0)
    if most and theme.deck.sizes[0] > most + 0.01:
        said = {"size": f"{theme.deck.sizes[0]:g}", "most": f"{most:g}"}
        yield diagnose("template.office-large", span, **said)

"""A template made of a company's file as a page to look at: its layouts, and what goes where.

A chain of stages like `stages`: a template → HTML without scripts, in which nothing is fetched.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from html import escape

from shiryo import pages
from shiryo.diagnostics import Diagnostic
from shiryo.info import Info
from shiryo.inline import Run
from shiryo.layout.deck.company import Company
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.font_files import FontFiles
from shiryo.layout.text.para import Para, Style
from shiryo.messages import wording
from shiryo.render.svg.outlines import Outlines
from shiryo.render.svg.page import drawing
from shiryo.template.contrast import contrast
from shiryo.template.model import Base, LayoutTheme, Template
from shiryo.template.office.findings import findings
from shiryo.template.office.model import OfficeLayout
from shiryo.template.office.pictures import smaller
from shiryo.typeset.fonts import Fonts
from shiryo.units import Rect

_MARKED = "B4540A"
"""The colour of frames; what is free, and what is not used."""
_FREE, _UNUSED = "0B6E4F", "7A7A7A"
_MM = 25.4 / 72
_STYLE = (
    "body{font-family:sans-serif;max-width:72em;margin:2em auto;padding:0 1em;line-height:1.7;"
    "color:#222}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;"
    "text-align:left;padding:.5em;vertical-align:top}svg{width:100%;height:auto;border:1px solid"
    " #999;background:#fff}.l{display:grid;grid-template-columns:repeat(auto-fill,minmax(24em,1fr))"
    ";gap:1.5em}.c span{display:inline-block;width:9em;margin:.2em;padding:.4em;border:1px solid"
    " #999}figure{margin:0}"
)


def report(template: Template, file: str, fonts: Fonts, stand_in: str) -> str:
    """Return the report on a template made of ``file``; ``stand_in`` is the font that serves here.

    An empty ``stand_in``: the company's own is there.
    """
    base = template.base
    assert base is not None
    sheet = _Sheet(template, base, fonts)
    office, theme = base.office, template.theme
    width, height = (f"{side * _MM:.0f}" for side in office.size)
    size = wording("office.report.size", width=width, height=height, samples=office.samples)
    major, minor = office.fonts
    said = [size, wording("office.report.fonts", major=major, minor=minor)]
    if stand_in:
        values = {"name": minor, "stand-in": stand_in}
        said.append(wording("office.report.font-absent", **values))
    title = wording("office.report.title", name=template.name)
    body = (
        f"<h1>{escape(title)}</h1><p>{escape(wording('office.report.lead', file=file))}</p>"
        f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in said)}</ul>"
        f"{_heading('findings')}{_listed([*findings(template)])}"
        f"{_heading('roles')}{sheet.roles()}{_heading('colours')}{_colours(theme.colours)}"
        f"{_heading('others')}{sheet.others()}"
    )
    return (
        f'<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body>{body}</body></html>\n"
    )


def _heading(name: str) -> str:
    return f"<h2>{escape(wording(f'office.report.{name}'))}</h2>"


def _listed(found: list[Diagnostic]) -> str:
    if not found:
        return f"<p>{escape(wording('office.report.nothing'))}</p>"
    each = (f"<li>{escape(d.message)}<br><small>{escape(d.hint)}</small></li>" for d in found)
    return f"<ul>{''.join(each)}</ul>"


def _colours(colours: Mapping[str, str]) -> str:
    made = []
    for name, value in colours.items():
        text = max(("000000", "FFFFFF"), key=partial(contrast, value))
        made.append(
            f'<span style="background:#{value};color:#{text}">{escape(name)}<br>{value}</span>'
        )
    return f'<p class="c">{"".join(made)}</p>'


class _Sheet:
    """Draws layouts with what goes where on them."""

    def __init__(self, template: Template, base: Base, fonts: Fonts) -> None:
        self._template, self._base = template, base
        self._company = Company(base.office, template.theme.deck.layouts)
        self._compositor = Compositor(fonts, "solid", ruby=False)
        self._set = pages.PageSet(
            *base.office.size, (), Info(title=template.name), FontFiles(fonts)
        )
        self._outlines, self._count = Outlines(), 0

    def roles(self) -> str:
        """Return a row for each role: its layout, and what stands on it."""
        heads = (wording(f"office.report.{name}") for name in ("role", "layout", "places"))
        rows = "".join(map(self._row, self._company.layouts))
        head = "".join(f"<th>{escape(each)}</th>" for each in heads)
        return f"<table><tr>{head}</tr>{rows}</table>"

    def _row(self, role: str) -> str:
        made, layout = self._company.theme(role), self._company.layout(role)
        name = wording(f"office.role.{role}") if role in _ROLES else role
        held = [
            wording("office.report.placeholder", what=_part(kind), idx=slot.idx)
            for kind, slot in self._company.slots(role)
        ]
        listed = "".join(f"<li>{escape(each)}</li>" for each in held)
        return (
            f"<tr><td>{escape(name)}<br><code>{escape(role)}</code></td>"
            f"<td>{self._drawn(layout, role)}<br>{escape(made.layout)}</td>"
            f"<td><ul>{listed}</ul></td></tr>"
        )

    def others(self) -> str:
        """Return the layouts that serve for nothing."""
        taken = {self._company.layout(role).part for role in self._company.layouts}
        made = []
        for layout in self._base.office.layouts:
            if layout.part not in taken:
                used = wording("office.report.used", count=layout.used) if layout.used else ""
                said = escape(f"{layout.name or layout.key} {used}")
                made.append(
                    f"<figure>{self._drawn(layout)}<figcaption>{said}</figcaption></figure>"
                )
        return f'<div class="l">{"".join(made)}</div>'

    def _drawn(self, layout: OfficeLayout, role: str = "") -> str:
        self._count += 1
        art = tuple(map(_small, self._company.art(layout, self._compositor, "1")))
        frames = [*self._frames(layout, role)]
        items = tuple(
            item for frame, text, ink in frames for item in self._marked(frame, text, ink)
        )
        title = layout.name or layout.key
        page = pages.Page(items, "", title, behind=art)
        return drawing(page, self._set, self._outlines, f"l{self._count}-", {})

    def _frames(self, layout: OfficeLayout, role: str) -> Iterator[tuple[Rect, str, str]]:
        """Yield the frames to show on a layout, what stands in each, and their colour."""
        if not role:
            for slot in layout.slots:
                yield slot.frame, slot.name, _UNUSED
            return
        made: LayoutTheme = self._company.theme(role)
        held = {id(slot) for _, slot in self._company.slots(role)}
        for slot in layout.slots:
            if id(slot) not in held:
                yield slot.frame, "", _UNUSED
        for name, box in made.frames.items():
            kind = name.rpartition("-")[2] if role in ("cover", "section") else name
            if kind in _SHOWN:
                is_free = kind == "content"
                yield Rect(*box), _part("free" if is_free else kind), _FREE if is_free else _MARKED

    def _marked(self, frame: Rect, text: str, ink: str) -> Iterator[pages.Item]:
        scale, is_free = min(self._base.office.size) / 540, ink == _FREE
        yield pages.Shape(frame, stroke=ink, stroke_width=1.5 * scale)
        if text:
            style = Style(13 * scale, "gothic", 700, ink, 1.2)
            para = Para((Run(text),), style, "ragged", "center" if is_free else "left")
            at = frame.inset(3 * scale)
            anchor: pages.VerticalAlign = "middle" if is_free else "top"
            yield self._compositor.box([para], at, "artifact", anchor=anchor)


def _small(item: pages.Item) -> pages.Item:
    """Return a picture with no more pixels than are seen of it here."""
    if isinstance(item, pages.Picture):
        return replace(item, data=smaller(item.data, _PIXELS))
    return item


_PIXELS = 480
"""Of a picture's longer side."""
_ROLES = ("cover", "section", "content", "two", "only")
_SHOWN = ("title", "message", "subtitle", "byline", "label", "content", "footer", "number")


def _part(name: str) -> str:
    return wording(f"office.part.{name}")

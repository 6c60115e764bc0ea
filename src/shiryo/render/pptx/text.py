"""Text: boxes' paragraphs and runs in text frames (ECMA-376-1 § 21.1.2)."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.text.text import Font, TextFrame, _Paragraph
from pptx.util import Centipoints

from shiryo.pages import LayoutPlaceholder, PageSet, Paragraph, Run, TextBox
from shiryo.render.pptx.oxml import Element, clean, element, emu, extend, hundredths
from shiryo.render.pptx.theme import Palette, palette
from shiryo.targets import Link
from shiryo.units import Points

ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
ALIGN = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
_SINGLE = 1.2
"""What 100 % line spacing is, in em: measured in LibreOffice with Noto Sans JP, and reported of
PowerPoint for faces as different as Arial and Meiryo; the face's own height does not matter."""
_DEEPEST = 8
"""The last of the nine levels that a paragraph may have (§ 21.1.2.2.7)."""
_NUMBER_FIELD = "{5B1F2C6E-7A34-4D0B-9C1D-0A2E8F6B4C11}"
_TEXT_COLOUR = (
    "{A12FA001-AC4F-418D-AE19-62706E023703}",
    "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "ahyp:hlinkClr",
    "tx",
)

Linker = Callable[[Link], tuple[str, str | None] | None]
"""Turns a `Run.href` into a relationship and an action; None where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all text of a deck shares."""

    palette: Palette
    language: str

    def language_attributes(self) -> dict[str, str]:
        """Return what a run says of its language."""
        other = "en-US" if self.language.startswith("ja") else "ja-JP"
        return {"lang": clean(self.language), "altLang": other}


def look(pages: PageSet) -> Look:
    """Return what the deck's text shares."""
    return Look(palette(pages), pages.info.language)


def spacing(leading: float) -> float:
    """Return line spacing as a multiple of single spacing for a distance of baselines in em."""
    return int(leading / _SINGLE * 100000) / 100000


def nowhere(_href: Link) -> None:
    """Lead nowhere: for text outside slides."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where text is set."""

    look: Look
    link: Linker = nowhere
    inherited: LayoutPlaceholder | None = None
    """What the text need not say again."""
    number: str = ""
    """The page number that is to become a field."""


def set_frame(
    frame: TextFrame, anchor: str, insets: tuple[Points, Points, Points, Points] = (0, 0, 0, 0)
) -> None:
    """Have a frame wrap its text and never fit it; insets are left, top, right, bottom."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = ANCHORS[anchor]
    sides = ("margin_left", "margin_top", "margin_right", "margin_bottom")
    for side, inset in zip(sides, insets, strict=True):
        setattr(frame, side, emu(inset))


def write(frame: TextFrame, box: TextBox, setting: Setting) -> None:
    """Write the paragraphs of ``box`` into a frame that has one empty paragraph."""
    for n, paragraph in enumerate(box.paragraphs):
        target = frame.add_paragraph() if n else frame.paragraphs[0]
        _write_paragraph(target, paragraph, setting, first=n == 0)


def _write_paragraph(
    target: _Paragraph, paragraph: Paragraph, setting: Setting, *, first: bool
) -> None:
    if paragraph.level:
        setting = replace(setting, inherited=None)  # layouts style the first level only
    _set_paragraph(target, paragraph, setting, first=first)
    found = False
    for run in paragraph.runs:
        match = None
        if setting.number and not found:
            match = re.search(rf"(?<!\d){re.escape(setting.number)}(?!\d)", run.text)
        if match is None:
            _write_run(target, run, setting)
            continue
        found = True
        _write_run(target, replace(run, text=run.text[: match.start()]), setting)
        _write_number(target, replace(run, text=match[0]), setting)
        _write_run(target, replace(run, text=run.text[match.end() :]), setting)
    if paragraph.runs and not any(run.text for run in paragraph.runs):
        end = element("a:endParaRPr")
        _dress(end, replace(paragraph.runs[0], href=None), setting)
        target._p.append(end)


def _set_paragraph(
    target: _Paragraph, paragraph: Paragraph, setting: Setting, *, first: bool
) -> None:
    """Set a paragraph's properties: all of them in a free box, else only what differs."""
    base = setting.inherited
    before = 0 if first else paragraph.before
    if not (base and base.leading == paragraph.leading):
        target.line_spacing = spacing(paragraph.leading)
    if before or not base:
        target.space_before = Centipoints(hundredths(before))
    if not (base and base.align == paragraph.align):
        target.alignment = ALIGN[paragraph.align]
    if paragraph.level:
        target.level = min(paragraph.level, _DEEPEST)
    if base is None or base.kind == "body" or paragraph.bullet or paragraph.indent:
        properties = target._p.get_or_add_pPr()
        properties.set("marL", str(emu(paragraph.indent)))
        properties.set("indent", str(-emu(paragraph.hang if paragraph.bullet else 0)))
        properties.extend(_bullet(paragraph, setting.look))


def _bullet(paragraph: Paragraph, look: Look) -> list[Element]:
    if not paragraph.bullet:
        return [element("a:buNone")]
    number = paragraph.bullet.rstrip(".")
    numbered = number.isdecimal()
    counted = {"type": "arabicPeriod", "startAt": number}
    mark = counted if numbered else {"char": paragraph.bullet}
    colour = paragraph.bullet_colour
    return [
        *([element("a:buClr", look.palette.fill(colour)[0])] if colour else []),
        element("a:buFont", typeface="+mj-lt"),
        element("a:buAutoNum" if numbered else "a:buChar", **mark),
    ]


def _write_number(target: _Paragraph, run: Run, setting: Setting) -> None:
    """Write a field that shows the slide's number (§ 21.1.2.2.4)."""
    properties = element("a:rPr")
    text = element("a:t", run.text)
    target._p.append(element("a:fld", properties, text, id=_NUMBER_FIELD, type="slidenum"))
    _dress(properties, run, setting)


def _write_run(target: _Paragraph, run: Run, setting: Setting) -> None:
    if not run.text:
        return
    properties = element("a:rPr")
    _dress(properties, run, setting)
    for n, line in enumerate(clean(run.text).replace("\r\n", "\n").split("\n")):
        if n:
            target._p.add_br().append(deepcopy(properties))
        if line:
            written = target.add_run()
            written.text = line
            written._r.insert(0, deepcopy(properties))


def _dress(properties: Element, run: Run, setting: Setting) -> None:
    """Fill ``a:rPr``: language, colour, size, weight, face and link."""
    base, look = setting.inherited, setting.look
    properties.attrib.update(look.language_attributes())
    font = Font(properties)
    if not (base and base.size == run.size):
        font.size = Centipoints(hundredths(run.size))
    if run.strong != (base.strong if base else False):
        font.bold = run.strong
    if not (base and base.colour == run.colour):
        look.palette.paint(font.fill, run.colour)
    if run.family:
        font.name = run.family
        properties.append(element("a:ea", typeface=run.family))
    link = setting.link(run.href) if run.href else None
    if link:
        click = properties.add_hlinkClick(link[0])
        if link[1]:
            click.set("action", link[1])
        extend(click, *_TEXT_COLOUR)

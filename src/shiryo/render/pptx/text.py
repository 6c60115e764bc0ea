"""Text: boxes' paragraphs and runs in text frames (ECMA-376-1 § 21.1.2)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.pages import (
    LayoutPlaceholder,
    Level,
    PageSet,
    Paragraph,
    Run,
    TextBox,
    VerticalAlign,
)
from shiryo.render.pptx.markup import escaped, extension, tag
from shiryo.render.pptx.oxml import clean, emu, hundredths
from shiryo.render.pptx.theme import Palette, palette
from shiryo.targets import Link
from shiryo.units import Points
from shiryo.values import dataclass

ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_SINGLE = 1.2
"""What 100 % line spacing is, in em: measured in LibreOffice with Noto Sans JP, and reported of
PowerPoint for faces as different as Arial and Meiryo; the face's own height does not matter."""
_DEEPEST = 8
"""The last of the nine levels that a paragraph may have (§ 21.1.2.2.7)."""
_RAISED = 33_000
"""How far the mark of a footnote stands over the baseline, in thousandths of a percent of an em."""
_NUMBER_FIELD = "{5B1F2C6E-7A34-4D0B-9C1D-0A2E8F6B4C11}"
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""What the insets of a frame are where it does not say them (§ 21.1.2.1.1)."""
_TEXT_COLOUR = extension(
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
    office: Mapping[str, str]
    """The families to name instead of others."""
    colours: Mapping[str, str]
    """The theme's by name: ``ink``, ``accent`` …"""

    def language_attributes(self) -> dict[str, str]:
        """Return what a run says of its language."""
        other = "en-US" if self.language.startswith("ja") else "ja-JP"
        return {"lang": clean(self.language), "altLang": other}


def look(pages: PageSet) -> Look:
    """Return what the deck's text shares."""
    return Look(palette(pages), pages.info.language, pages.office, pages.colours)


def spacing(leading: float) -> str:
    """Return line spacing for a distance of baselines in em (§ 21.1.2.2.5)."""
    return tag("a:lnSpc", tag("a:spcPct", val=int(leading / _SINGLE * 100000)))


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
    fitted: bool = False
    """Whether what a person adds is made smaller rather than overflows."""


def body(
    box: TextBox,
    setting: Setting,
    insets: tuple[Points, Points, Points, Points] = (0, 0, 0, 0),
    *,
    shaped: bool = False,
) -> str:
    """Return ``p:txBody``: a text that wraps; in a placeholder, what a person adds is fitted.

    Insets are left, top, right, bottom; ``shaped``: inside a shape of its own.
    """
    framed = frame(box.anchor, insets, shaped=shaped, fitted=setting.fitted)
    return tag("p:txBody", framed, *paragraphs(box, setting))


def frame(
    anchor: VerticalAlign,
    insets: tuple[Points, Points, Points, Points] = (0, 0, 0, 0),
    style: str = "",
    *,
    shaped: bool = False,
    fitted: bool = False,
) -> str:
    """Return what stands before the paragraphs of a text: how its frame is, and its ``style``.

    ``fitted``: what a person adds is made smaller rather than overflows.
    """
    around = {
        name: None if emu(inset) == usual else emu(inset)
        for inset, (name, usual) in zip(insets, _INSETS.items(), strict=True)
    }
    said = {"wrap": "square", "anchor": ANCHORS[anchor]}
    if shaped:
        said = {"rtlCol": "0", "anchor": ANCHORS[anchor], "wrap": "square"}
    fit = "<a:normAutofit/>" if fitted else "<a:noAutofit/>"
    return tag("a:bodyPr", fit, **said, **around) + tag("a:lstStyle", style)


def paragraphs(box: TextBox, setting: Setting) -> Iterator[str]:
    """Yield the paragraphs of a box, at least one."""
    counted = _numbered(box.paragraphs)
    for n, paragraph in enumerate(box.paragraphs):
        base = setting.inherited.level(paragraph.level) if setting.inherited else None
        if base and counted[n] and counted[n] == base.bullet:
            base = replace(base, bullet=paragraph.bullet)
        yield _paragraph(paragraph, setting, base, first=n == 0)
    if not box.paragraphs:
        yield "<a:p/>"


def _numbered(all_: Sequence[Paragraph]) -> list[str]:
    """Return for each paragraph that is counted the number at which the count began."""
    made, begun = list[str](), dict[int, tuple[str, int]]()
    for paragraph in all_:
        number, level = paragraph.bullet.rstrip("."), paragraph.level
        begun = {deep: count for deep, count in begun.items() if deep <= level}
        if not number.isdecimal():
            made.append("")
            begun.pop(level, None)
            continue
        first, last = begun.get(level, (paragraph.bullet, int(number) - 1))
        if int(number) != last + 1:
            first = paragraph.bullet
        begun[level] = first, int(number)
        made.append(first)
    return made


def _paragraph(paragraph: Paragraph, setting: Setting, base: Level | None, *, first: bool) -> str:
    made = [_properties(paragraph, setting, base, first=first)]
    found = False
    for run in paragraph.runs:
        match = None
        if setting.number and not found:
            match = re.search(rf"(?<!\d){re.escape(setting.number)}(?!\d)", run.text)
        if match is None:
            made.append(_run(run, setting, base))
            continue
        found = True
        made.append(_run(replace(run, text=run.text[: match.start()]), setting, base))
        made.append(_number(replace(run, text=match[0]), setting, base))
        made.append(_run(replace(run, text=run.text[match.end() :]), setting, base))
    if paragraph.runs and not any(run.text for run in paragraph.runs):
        made.append(_dressed("a:endParaRPr", replace(paragraph.runs[0], href=None), setting, base))
    return tag("a:p", *made)


def _properties(paragraph: Paragraph, setting: Setting, base: Level | None, *, first: bool) -> str:
    """Return a paragraph's properties: all of them in a free box, else only what differs."""
    before = 0 if first else paragraph.before
    said: dict[str, object] = {}
    made = "" if base and base.leading == paragraph.leading else spacing(paragraph.leading)
    if base is None or (not first and base.before != before):
        made += tag("a:spcBef", tag("a:spcPts", val=hundredths(before)))
    if not (base and base.align == paragraph.align):
        said["algn"] = ALIGN[paragraph.align]
    if paragraph.level:
        said["lvl"] = min(paragraph.level, _DEEPEST)
    bulleted = paragraph.bullet, paragraph.bullet_colour, paragraph.indent, paragraph.hang
    if base is None or bulleted != (base.bullet, base.bullet_colour, base.indent, base.hang):
        said["marL"] = emu(paragraph.indent)
        said["indent"] = -emu(paragraph.hang if paragraph.bullet else 0)
        made += bullet(paragraph, setting.look)
    return tag("a:pPr", made, **said) if made or said else ""


def bullet(item: Paragraph | Level, look: Look) -> str:
    """Return the bullet of a paragraph, or of a level."""
    if not item.bullet:
        return "<a:buNone/>"
    number = item.bullet.rstrip(".")
    colour = item.bullet_colour
    made = tag("a:buClr", look.palette.colour(colour)) if colour else ""
    made += tag("a:buFont", typeface="+mj-lt")
    if number.isdecimal():
        at = None if number == "1" else number
        return made + tag("a:buAutoNum", type="arabicPeriod", startAt=at)
    return made + tag("a:buChar", char=item.bullet)


def _number(run: Run, setting: Setting, base: Level | None) -> str:
    """Return a field that shows the slide's number (§ 21.1.2.2.4)."""
    shown = _dressed("a:rPr", run, setting, base), tag("a:t", escaped(run.text))
    return tag("a:fld", *shown, id=_NUMBER_FIELD, type="slidenum")


def _run(run: Run, setting: Setting, base: Level | None) -> str:
    if not run.text:
        return ""
    properties = _dressed("a:rPr", run, setting, base)
    lines = (
        tag("a:r", properties, tag("a:t", escaped(line))) if line else ""
        for line in clean(run.text).split("\n")
    )
    return tag("a:br", properties).join(lines)


def _dressed(name: str, run: Run, setting: Setting, base: Level | None) -> str:
    """Return ``a:rPr``: language, colour, size, weight, face and link."""
    link = setting.link(run.href) if run.href else None
    size = None if base and base.size == run.size else hundredths(run.size)
    strong = None if run.strong == (base.strong if base else False) else run.strong
    made = ""
    if not (base and base.colour == run.colour):
        made = setting.look.palette.solid(run.colour)
    if run.family:
        family = setting.look.office.get(run.family, run.family)
        made += tag("a:latin", typeface=family) + tag("a:ea", typeface=family)
    if link:
        made += tag("a:hlinkClick", _TEXT_COLOUR, r__id=link[0], action=link[1])
    raised = _RAISED if run.raised else None
    return tag(name, made, **setting.look.language_attributes(), sz=size, b=strong, baseline=raised)

"""Text: boxes' paragraphs and runs as DrawingML text bodies (ECMA-376-1 § 21.1.2)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from shiryo.pages import LayoutPlaceholder, PageSet, Paragraph, Run, TextBox
from shiryo.render.pptx.theme import Palette, palette
from shiryo.render.pptx.xml import content, emu, hundredths, tag
from shiryo.units import Points

ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_SINGLE = 1.2
"""What 100 % line spacing is, in em: measured in LibreOffice with Noto Sans JP, and reported of
PowerPoint for faces as different as Arial and Meiryo; the face's own height does not matter."""
_NUMBER_FIELD = "{5B1F2C6E-7A34-4D0B-9C1D-0A2E8F6B4C11}"
_TEXT_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp='
    '"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext>'
    "</a:extLst>"
)

Link = Callable[[str], dict[str, str] | None]
"""Turns a `Run.href` into the attributes of ``a:hlinkClick``; None where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all text of a deck shares."""

    palette: Palette
    language: str

    def spacing(self, leading: float) -> str:
        """Return line spacing in percent for a distance of baselines in em."""
        return tag("a:lnSpc", tag("a:spcPct", val=int(leading / _SINGLE * 100000)))

    def language_attributes(self) -> dict[str, str]:
        """Return what a run says of its language."""
        other = "en-US" if self.language.startswith("ja") else "ja-JP"
        return {"lang": self.language, "altLang": other}


def look(pages: PageSet) -> Look:
    """Return what the deck's text shares."""
    return Look(palette(pages), pages.info.language)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where text is set."""

    look: Look
    link: Link
    inherited: LayoutPlaceholder | None = None
    """What the text need not say again."""
    number: str = ""
    """The page number that is to become a field."""


def nowhere(_href: str) -> None:
    """Lead nowhere: for text outside slides."""


def body(box: TextBox, setting: Setting, properties: str, name: str = "p:txBody") -> str:
    """Return the text body of ``box`` with the given ``a:bodyPr``."""
    paragraphs = [
        _paragraph(paragraph, setting, first=n == 0) for n, paragraph in enumerate(box.paragraphs)
    ]
    return tag(name, properties, tag("a:lstStyle"), *(paragraphs or [tag("a:p")]))


def body_properties(
    anchor: str, insets: tuple[Points, Points, Points, Points] = (0, 0, 0, 0)
) -> str:
    """Return ``a:bodyPr``: wrapped, never fitted; insets are left, top, right, bottom."""
    left, top, right, bottom = (emu(inset) for inset in insets)
    return tag(
        "a:bodyPr",
        tag("a:noAutofit"),
        vert="horz",
        wrap="square",
        lIns=left,
        tIns=top,
        rIns=right,
        bIns=bottom,
        rtlCol=False,
        anchor=ANCHORS[anchor],
    )


def _paragraph(paragraph: Paragraph, setting: Setting, *, first: bool) -> str:
    runs = paragraph.runs
    if paragraph.level:
        setting = replace(setting, inherited=None)  # layouts style the first level only
    if setting.number:
        written = _numbered(runs, setting)
    elif any(run.text for run in runs):
        written = [_run(run, setting) for run in runs]
    else:
        written = [_run_end(run, setting) for run in runs[:1]]
    return tag("a:p", _properties(paragraph, setting, first=first), *written)


def _properties(paragraph: Paragraph, setting: Setting, *, first: bool) -> str:
    """Return ``a:pPr``: all of it in a free box, in a placeholder only what differs."""
    base, look = setting.inherited, setting.look
    before = 0 if first else paragraph.before
    listed = base is None or base.kind == "body" or bool(paragraph.bullet or paragraph.indent)
    return tag(
        "a:pPr",
        "" if base and base.leading == paragraph.leading else look.spacing(paragraph.leading),
        tag("a:spcBef", tag("a:spcPts", val=hundredths(before))) if before or not base else "",
        _bullet(paragraph, look) if listed else "",
        marL=emu(paragraph.indent) if listed else None,
        indent=-emu(paragraph.hang if paragraph.bullet else 0) if listed else None,
        lvl=paragraph.level or None,
        algn=None if base and base.align == paragraph.align else ALIGN[paragraph.align],
    )


def _bullet(paragraph: Paragraph, look: Look) -> str:
    if not paragraph.bullet:
        return tag("a:buNone")
    colour = paragraph.bullet_colour
    return (
        (tag("a:buClr", look.palette.colour(colour)) if colour else "")
        + tag("a:buFont", typeface="+mj-lt")
        + (
            tag("a:buAutoNum", type="arabicPeriod")
            if paragraph.bullet == "1"
            else tag("a:buChar", char=paragraph.bullet)
        )
    )


def _numbered(runs: Sequence[Run], setting: Setting) -> list[str]:
    """Return the runs; the first that holds the page number has a field in its place."""
    written: list[str] = []
    number = re.compile(rf"(?<!\d){re.escape(setting.number)}(?!\d)")
    found = False
    for run in runs:
        match = None if found else number.search(run.text)
        if match is None:
            written.append(_run(run, setting))
            continue
        found = True
        properties = _run_properties("a:rPr", run, setting)
        text = tag("a:t", content(match[0]))
        written += [
            _run(replace(run, text=run.text[: match.start()]), setting),
            tag("a:fld", properties, text, id=_NUMBER_FIELD, type="slidenum"),
            _run(replace(run, text=run.text[match.end() :]), setting),
        ]
    return written


def _run(run: Run, setting: Setting) -> str:
    properties = _run_properties("a:rPr", run, setting)
    lines = run.text.replace("\r\n", "\n").split("\n")
    written = [tag("a:r", properties, tag("a:t", content(t))) if t else "" for t in lines]
    return tag("a:br", properties).join(written)


def _run_end(run: Run, setting: Setting) -> str:
    return _run_properties("a:endParaRPr", replace(run, href=None), setting)


def _run_properties(name: str, run: Run, setting: Setting) -> str:
    base, look = setting.inherited, setting.look
    family = run.family
    link = setting.link(run.href) if run.href else None
    return tag(
        name,
        "" if base and base.colour == run.colour else look.palette.fill(run.colour),
        tag("a:latin", typeface=family) + tag("a:ea", typeface=family) if family else "",
        tag("a:hlinkClick", _TEXT_COLOUR, **link) if link else "",
        **look.language_attributes(),
        sz=None if base and base.size == run.size else hundredths(run.size),
        b=None if run.strong == (base.strong if base else False) else run.strong,
        dirty=False,
    )

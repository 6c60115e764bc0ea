"""The same paragraphs set by each program, 10 pt, justified, strict: a PDF file and the time."""

from collections.abc import Callable, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path

import typst
import weasyprint

from shiryo import inline, pages
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.font_files import FontFiles
from shiryo.layout.text.para import Para, Style
from shiryo.pages import Element
from shiryo.render.pdf import write
from shiryo.typeset.fonts import load
from shiryo.units import Rect

SIZE, PITCH, MARGIN, HEIGHT = 10.0, 16.0, 20.0, 840.0
"""Points."""
FONTS = [str(files(package)) for package in ("justmytype_intl_cjk", "pylopdf_fonts_jp")]
Setter = Callable[[Sequence[str], float, Path], bytes]

TYPST = """#set page(width: {width}pt, height: {height}pt, margin: {margin}pt)
#set text(font: ("Noto Serif JP", "Noto Sans JP"), lang: "ja", region: "JP", size: {size}pt,
  ligatures: false, overhang: false, cjk-latin-spacing: auto, spacing: 1em / 3,
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, linebreaks: "optimized", leading: {gap}pt, spacing: {gap}pt,
  justification-limits: (spacing: (min: 75%, max: 150%)))
#for text in json("text.json") {{ par(text) }}
"""

CSS = """
@font-face {{font-family: serif-jp; src: url(file://{font})}}
@page {{size: {width}pt {height}pt; margin: {margin}pt}}
body {{margin: 0; font: {size}pt/{pitch}pt serif-jp; text-align: justify; line-break: strict;
  hyphens: auto; text-autospace: normal; text-spacing-trim: trim-start; word-spacing: 0.1em;
  font-variant-ligatures: none; orphans: 1; widows: 1}}
p {{margin: 0}}
"""


def ours(paragraphs: Sequence[str], measure: float, _: Path) -> bytes:
    fonts = load(["Noto Sans JP"], ["Noto Serif JP"])
    compositor = Compositor(fonts)
    style = Style(SIZE, "mincho", 400, "000000", PITCH / SIZE)
    lines: list[pages.Line] = []
    made: list[pages.Page] = []
    per_page = int((HEIGHT - 2 * MARGIN) // PITCH)
    for n, text in enumerate(paragraphs):
        para = Para((inline.Run(text),), style, "justify", element=Element("P", (n,)))
        for line in compositor.set(para, measure):
            top = MARGIN + len(lines) * PITCH
            lines.append(compositor.place(line, para, Rect(MARGIN, top, measure, 0)))
            if len(lines) == per_page:
                made.append(_page(lines, measure))
                lines = []
    made.append(_page(lines, measure))
    info = pages.Info("組版の比較")
    return write(pages.PageSet(measure + 2 * MARGIN, HEIGHT, tuple(made), info, FontFiles(fonts)))


def _page(lines: list[pages.Line], measure: float) -> pages.Page:
    frame = Rect(MARGIN, MARGIN, measure, HEIGHT - 2 * MARGIN)
    return pages.Page((pages.TextBox(frame, (), tuple(lines)),))


def by_typst(paragraphs: Sequence[str], measure: float, folder: Path) -> bytes:
    import json

    (folder / "text.json").write_text(json.dumps(list(paragraphs)), "utf-8")
    source = folder / "text.typ"
    width = measure + 2 * MARGIN
    source.write_text(
        TYPST.format(width=width, height=HEIGHT, margin=MARGIN, size=SIZE, gap=PITCH - SIZE),
        "utf-8",
    )
    return bytes(typst.compile(str(source), font_paths=FONTS, ignore_system_fonts=True))


def by_weasyprint(paragraphs: Sequence[str], measure: float, _: Path) -> bytes:
    font = files("pylopdf_fonts_jp") / "NotoSerifJP-Regular.otf"
    css = CSS.format(
        font=font,
        width=measure + 2 * MARGIN,
        height=HEIGHT,
        margin=MARGIN,
        size=SIZE,
        pitch=PITCH,
    )
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    html = f'<!doctype html><html lang="ja"><style>{css}</style><body>{body}</body></html>'
    return bytes(weasyprint.HTML(string=html).write_pdf())


SETTERS: dict[str, Setter] = {"shiryo": ours, "Typst": by_typst, "WeasyPrint": by_weasyprint}

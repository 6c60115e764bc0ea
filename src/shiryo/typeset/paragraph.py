"""Paragraphs: runs and a measure → lines."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from shiryo.typeset.fonts import Face, Fonts
from shiryo.typeset.model import Glyph, Line, Piece, Run, Setting
from shiryo.typeset.shape import shape
from shiryo.units import Points

_NO_START = set(
    "、。，．・：；？！‼⁇⁈⁉ー々ゝゞヽヾ〻〟’”）〕］｝〉》」』】〙〗｠»)]},.:;!?%‐–〜゠ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ…‥—\u3099\u309a"
)
_NO_END = set("（〔［｛〈《「『【〘〖｟«‘“〝([{¥￥$＄£#№")
_TOKEN = re.compile(
    r"[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ.,'’/:_+%&@#?=~-]*[A-Za-z0-9À-ɏ%]|[—―]{2,}|…{2,}|‥{2,}|\n|[\s\S][\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
)


class _Box(NamedTuple):
    text: str
    face: Face
    run: Run
    glyphs: tuple[Glyph, ...]
    width: float


def width(runs: Sequence[Run], fonts: Fonts, spacing: str = "jlreq") -> Points:
    """Return the natural width of ``runs`` on one line."""
    return sum(box.width for box in _boxes(runs, fonts, spacing))


def set_paragraph(
    runs: Sequence[Run], measure: Points, setting: Setting, fonts: Fonts
) -> tuple[Line, ...]:
    """Break ``runs`` into lines of at most ``measure`` points."""
    lines: list[Line] = []
    line: list[_Box] = []
    room = measure - setting.first_indent
    for box in _boxes(runs, fonts, setting.spacing):
        if box.text == "\n":
            lines.append(_line(line, setting.first_indent if not lines else 0))
            line, room = [], measure
            continue
        used = sum(b.width for b in line)
        if line and not box.text.isspace() and used + box.width > room + 0.001:
            at = len(line)
            while at and not _allowed(line[at - 1], line[at] if at < len(line) else box):
                at -= 1
            at = at or len(line)
            lines.append(_line(line[:at], setting.first_indent if not lines else 0))
            line, room = line[at:], measure
        line.append(box)
    lines.append(_line(line, setting.first_indent if not lines else 0))
    return tuple(lines)


def _allowed(before: _Box, after: _Box) -> bool:
    return before.text[-1] not in _NO_END and after.text[0] not in _NO_START


def _boxes(runs: Sequence[Run], fonts: Fonts, spacing: str) -> list[_Box]:
    boxes = []
    for run in runs:
        for token in [run.text] if run.ruby else _TOKEN.findall(run.text):
            face = fonts.pick(run.family, run.weight, token[0])
            fonts.used[face.key] = face
            glyphs = (
                tuple(
                    Glyph(g, a * run.size, t) for g, a, t in shape(face, token, spacing == "jlreq")
                )
                if token != "\n"
                else ()
            )
            boxes.append(_Box(token, face, run, glyphs, sum(g.advance for g in glyphs)))
    return boxes


def _line(boxes: list[_Box], x: Points) -> Line:
    pieces: list[Piece] = []
    width = x
    for box in boxes:
        last = pieces[-1] if pieces else None
        if (
            last
            and last.font == box.face.key
            and last.tag == box.run.tag
            and last.size == box.run.size
            and last.rise == box.run.rise
        ):
            pieces[-1] = Piece(
                last.x, last.rise, last.font, last.size, last.glyphs + box.glyphs, last.tag
            )
        else:
            pieces.append(
                Piece(x, box.run.rise, box.face.key, box.run.size, box.glyphs, box.run.tag)
            )
        x += box.width
        if not box.text.isspace():
            width = x
    return Line(tuple(pieces), width, "".join(b.text for b in boxes))

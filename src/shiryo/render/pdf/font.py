"""Fonts in the file: subsets as Type 0 fonts with Identity-H (ISO 32000-1, 9.7, 9.9, 9.10)."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby
from typing import Any, TypeAlias, TypeVar

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from shiryo.pages import FontFile, Ink
from shiryo.render.pdf import font_objects
from shiryo.render.pdf.cff import font_dict
from shiryo.values import dataclass

_Glyphs: TypeAlias = Sequence[tuple[int, float, str]]
_T = TypeVar("_T", bound=tuple[int, float, str])
_NEEDED = {"CFF ", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}

DOWN = "V"
"""What the name of a font ends in where its glyphs are set downwards."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font in the file, as text needs it; the glyphs may be parted among several of PDF."""

    codes: dict[int, tuple[str, str]]
    """Glyph id → the name of its font in the resources of every page, without slash, and its
    two-byte code, its id in the subset, in hexadecimals."""
    widths: dict[int, float]
    """Glyph id → advance in thousandths of an em."""
    heights: dict[int, float]
    """The same for glyphs that are set downwards."""
    texts: Mapping[int, str]
    """Glyph id → what ToUnicode says that it stands for, where that is enough: characters for
    private use have to be said as ActualText too (ISO 19005-2, 6.2.11.7.3)."""


def embed(
    canvas: Canvas, fonts: Mapping[str, FontFile], inks: Iterable[Ink]
) -> dict[str, Embedded]:
    """Put the subsets that ``inks`` need into the file; return them by `FontFile.key`."""
    used: dict[str, list[_Glyphs]] = {}
    down: dict[str, set[int]] = {}
    for font, is_down, glyphs in inks:
        used.setdefault(font, []).append(glyphs)
        if is_down:
            down.setdefault(font, set()).update(glyph[0] for glyph in glyphs)
    doc: Any = canvas._doc  # type: ignore[attr-defined]
    names = (f"F{number}" for number in count(1))
    return {
        key: _embed(doc, names, fonts[key], used[key], down.get(key, set())) for key in sorted(used)
    }


def clusters(glyphs: Iterable[_T]) -> Iterator[tuple[_T, ...]]:
    """Part a run into what one stretch of characters became: mostly single glyphs."""
    number = count()
    group = 0

    def cluster(glyph: _T) -> int:
        nonlocal group
        group = next(number) if glyph[2] else group
        return group

    return (tuple(part) for _, part in groupby(glyphs, cluster))


def _embed(
    doc: Any,
    names: Iterator[str],
    font: FontFile,
    runs: list[_Glyphs],
    down: set[int],
) -> Embedded:
    texts = _texts(runs)
    used = {glyph[0] for glyphs in runs for glyph in glyphs}
    stand_in = _geta(font.face) if 0 in used else 0
    if stand_in:
        used = used - {0} | {stand_in}
        down = down | {stand_in}
        texts = {**texts, 0: "", stand_in: "〓"}
    found = Embedded(
        {}, {}, {}, {gid: text for gid, text in texts.items() if not _is_private(text)}
    )
    scale = 1000 / font.units_per_em
    for name, part in zip(names, _parted(font.face, sorted(used))):  # noqa: B905 (names never end)
        subset, codes = _subset(font.face, part, font.variations)
        advance = hb.Font(subset).get_glyph_h_advance
        widths = {gid: round(advance(codes[gid]) * scale, 3) for gid in part}
        found.codes.update((gid, (name, f"{codes[gid]:04X}")) for gid in part)
        found.widths.update(widths)
        by_code = {codes[gid]: (widths[gid], texts.get(gid, "")) for gid in part}
        top, under = font_objects.dictionaries(doc, font, subset, by_code)
        doc.idToObject[pdfdoc.BasicFonts].dict[name] = doc.Reference(top)
        if standing := [gid for gid in part if gid in down]:
            metrics = {gid: _downwards(font, gid) for gid in standing}
            found.heights.update((gid, height) for gid, (height, _, _) in metrics.items())
            by_down = {codes[gid]: (widths[gid], *metrics[gid]) for gid in standing}
            turned = font_objects.turned(top, under, by_down)
            doc.idToObject[pdfdoc.BasicFonts].dict[name + DOWN] = doc.Reference(turned)
    if stand_in:
        found.codes[0], found.widths[0] = found.codes[stand_in], found.widths[stand_in]
        found.heights[0] = found.heights.get(stand_in, font_objects.HEIGHT)
    return found


def _downwards(font: FontFile, gid: int) -> tuple[float, float, float]:
    """Return advance and origin of a glyph that is set downwards, in thousandths of an em."""
    shaper, scale = hb.Font(font.face), 1000 / font.units_per_em
    shaper.set_variations(dict(font.variations))
    x, y = shaper.get_glyph_v_origin(gid)
    return tuple(round(n * scale, 3) for n in (-shaper.get_glyph_v_advance(gid), x, y))


def _geta(face: Any) -> int:
    """Return the glyph of 〓, which printers set for a character that no font has.

    The glyph that a font has for it may not be shown in an archive (ISO 19005-2, 6.2.11.8).
    """
    found: int | None = hb.Font(face).get_nominal_glyph(ord("〓"))
    return found or 0


def _is_private(text: str) -> bool:
    return any(unicodedata.category(character) == "Co" for character in text)


def _parted(face: Any, glyphs: list[int]) -> list[list[int]]:
    """Part the glyphs of a CFF font by their Font DICTs."""
    if "CFF " not in face.table_tags:
        return [glyphs]
    of = font_dict(face.reference_table("CFF ").data)
    parts: dict[int, list[int]] = {}
    for gid in glyphs:
        parts.setdefault(of(gid), []).append(gid)
    return [parts[key] for key in sorted(parts)]


def _texts(runs: Iterable[_Glyphs]) -> dict[int, str]:
    """Return what each glyph stands for: of several texts the first, alone before in a cluster."""
    texts: dict[int, str] = {}
    within: dict[int, str] = {}
    for glyphs in runs:
        for cluster in clusters(glyphs):
            text = cluster[0][2]
            if len(cluster) == 1 and text:
                texts.setdefault(cluster[0][0], text)
            for n, glyph in enumerate(cluster):
                within.setdefault(glyph[0], text[n : n + 1] or text[-1:])
    return {**within, **texts}


def _subset(
    face: Any, glyphs: Iterable[int], variations: Iterable[tuple[str, float]]
) -> tuple[Any, dict[int, int]]:
    """Return the static face of ``glyphs`` alone, and their ids in it, which are its CIDs too."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag.encode()) for tag in face.table_tags if tag not in _NEEDED
    )
    wanted.pin_all_axes_to_default(face)
    for axis, value in variations:
        wanted.pin_axis_location(face, axis, value)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    plan = hb.SubsetPlan(face, wanted)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping.items())

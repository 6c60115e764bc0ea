"""Fonts: the families that a theme names, as faces of one weight.

A face is made when it is first asked for. HarfBuzz sets variable fonts at a weight as they are:
to make a static file of a whole font takes as long as to lay out a deck.
"""

import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from shiryo.diagnostics import Failed, diagnose
from shiryo.typeset.fonts import library
from shiryo.typeset.fonts.library import Source
from shiryo.typeset.fonts.shape import Form, Shaped, is_silent, shape
from shiryo.values import dataclass

_STYLES = {400: "Regular", 700: "Bold"}


@dataclass(frozen=True, eq=False)
class Face:
    """A font at one weight."""

    key: str
    """``gothic-700``"""
    family: str
    """As an office program lists it, e.g. ``Noto Sans JP``."""
    ps_name: str
    weight: int
    variations: tuple[tuple[str, float], ...]
    """Where on its axes a variable file stands for this face; empty for a static one."""
    units_per_em: int
    ascent: float
    """In em, positive."""
    descent: float
    """In em, negative."""
    cap_height: float
    """In em."""
    cff: bool
    """Whether its outlines are CFF (else glyf)."""
    font: Any = field(repr=False)
    """The HarfBuzz font."""

    def has(self, character: str) -> bool:
        """Tell whether there is a glyph for ``character``."""
        return self.font.get_nominal_glyph(ord(character)) is not None


class Fonts:
    """The faces of a document, made as they are asked for."""

    def __init__(
        self, gothic: Sequence[str], mincho: Sequence[str], folders: Sequence[Path] = ()
    ) -> None:
        self._families = {"gothic": _known(gothic, folders), "mincho": _known(mincho, folders)}
        self.absent = tuple(
            name
            for names, kind in ((gothic, "gothic"), (mincho, "mincho"))
            for name in names
            if name not in self._families[kind]
        )
        """The families that were named but are not there."""
        self.stand_ins = tuple(
            (name, package)
            for names in self._families.values()
            for name, sources in names.items()
            if (package := library.lacking(name, sources))
        )
        """Families of another make than that of the package that is missing."""
        self._faces: dict[tuple[str, int], Face] = {}
        self._first: dict[tuple[str, int], Face] = {}
        self._picked: dict[tuple[str, int, str], Face] = {}
        self._sought: set[str] = set()
        self._lacking: set[str] = set()
        """Of the characters that were sought, those without a glyph."""
        self.cells: dict[Hashable, tuple[dict[str, Any], dict[str, Any]]] = {}
        """What has been set, for `shiryo.typeset.cells` to find again."""
        self.used: dict[str, Face] = {}
        """The faces that have set glyphs, by key."""

    def face(self, family: str, weight: int) -> Face:
        """Return the first face for ``family`` (``gothic`` or ``mincho``) at ``weight``.

        A weight that the family does not have falls to the other family: bold mincho is gothic.
        """
        key = (family, weight)
        if key not in self._first:
            self._first[key] = next(self.chain(family, weight))
        return self._first[key]

    def chain(self, family: str, weight: int) -> Iterator[Face]:
        """Yield the faces to look for a glyph in, best first; made one by one."""
        weight = min(_STYLES, key=lambda known: abs(known - weight))
        kinds = ("gothic", "mincho") if family == "gothic" else ("mincho", "gothic")
        ranked = [(kind, name) for kind in kinds for name in self._families[kind]]
        lacking = []
        for kind, name in ranked:
            source = _nearest(self._families[kind][name], weight)
            if source.gives(weight):
                yield self._make(kind, name, source, weight)
            else:
                lacking.append((kind, name, source))
        for kind, name, source in lacking:
            own = min(_STYLES, key=source.distance)
            yield self._make(kind, name, source, own)

    def missing(self, text: str) -> set[str]:
        """Return the characters of ``text`` that no face has a glyph for."""
        characters = set(text)
        if new := characters - self._sought:
            chain = tuple(self.chain("gothic", 400))
            drawn = (c for c in new if not is_silent(c))
            self._lacking |= {c for c in drawn if not any(face.has(c) for face in chain)}
            self._sought |= new
        return characters & self._lacking

    def shape(
        self, family: str, weight: int, text: str, kern: bool, form: Form = ""
    ) -> list[tuple[str, tuple[Shaped, ...]]]:
        """Return the glyphs of ``text``, left to right, and for each stretch its face's key."""
        faces: list[Face] = []
        for character in text:
            faces.append(self._pick(family, weight, character, faces[-1] if faces else None))
        stretches = groupby(zip(faces, text, strict=True), key=itemgetter(0))
        return [
            (face.key, self._shape(face, "".join(c for _, c in part), kern, form))
            for face, part in stretches
        ]

    def _shape(self, face: Face, text: str, kern: bool, form: Form) -> tuple[Shaped, ...]:
        self.used.setdefault(face.key, face)
        return _shape(face, text, kern, form)

    def _pick(self, family: str, weight: int, character: str, before: Face | None) -> Face:
        """Return the first face that has ``character``; what is not drawn stays in the face."""
        if before is not None and (is_silent(character) or unicodedata.combining(character)):
            return before
        key = (family, weight, character)
        if key not in self._picked:
            chain = self.chain(family, weight)
            found = (face for face in chain if is_silent(character) or face.has(character))
            self._picked[key] = next(found, None) or self.face(family, weight)
        return self._picked[key]

    def _make(self, kind: str, name: str, source: Source, weight: int) -> Face:
        if (name, weight) not in self._faces:
            place = list(self._families[kind]).index(name)
            key = f"{kind}-{weight}" + (f"-{place + 1}" if place else "")
            self._faces[name, weight] = _open(key, name, source, weight)
        return self._faces[name, weight]


@lru_cache(maxsize=8192)
def _shape(face: Face, text: str, kern: bool, form: Form) -> tuple[Shaped, ...]:
    return shape(face.font, face.units_per_em, text, kern, form)


def load(gothic: Sequence[str], mincho: Sequence[str], folders: Sequence[Path] = ()) -> Fonts:
    """Return the fonts of the families named, best first; ``folders`` are the template's own.

    Raises Failed if none of the names of either list is there, or one of them cannot serve: its
    kanji are Chinese or Korean, or it may not be put into documents.
    """
    return Fonts(gothic, mincho, folders)


def _known(names: Sequence[str], folders: Sequence[Path]) -> dict[str, tuple[Source, ...]]:
    known = {name: sources for name in names if (sources := library.find(name, folders))}
    if not known:
        raise Failed(diagnose("typeset.no-font", names="、".join(names)))
    for name, sources in known.items():
        if sources[0].is_foreign:
            raise Failed(diagnose("typeset.foreign-font", name=name))
        if not all(source.embeddable for source in sources):
            raise Failed(diagnose("typeset.no-embedding", name=name))
        for source in sources:
            if source.origin == "template" and not library.is_whole(source):
                raise Failed(diagnose("typeset.damaged-font", name=name, file=source.path.name))
    return known


def _nearest(sources: Sequence[Source], weight: int) -> Source:
    return min(sources, key=lambda source: source.distance(weight))


@lru_cache(64)
def _open(key: str, name: str, source: Source, weight: int) -> Face:
    """Return a face, one and the same for all documents: what it shaped for one is known."""
    font = hb.Font(source.face)
    variations = (("wght", float(weight)),) if source.variable else ()
    font.set_variations(dict(variations))
    em = source.face.upem
    extents = font.get_font_extents("ltr")
    return Face(
        key=key,
        family=name,
        ps_name=f"{source.ps_name}-{_STYLES[weight]}" if source.variable else source.ps_name,
        weight=weight,
        variations=variations,
        units_per_em=em,
        ascent=extents.ascender / em,
        descent=extents.descender / em,
        cap_height=font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT) / em,
        cff=source.cff,
        font=font,
    )

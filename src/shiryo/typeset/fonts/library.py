"""The fonts of this machine: those of a template's folder, of installed packages, of the system.

A family is looked for in that order, and the first place that has it gives all its weights: a page
never mixes two makes of one family. Only the system's fonts may differ between machines; what
shiryo ships names families of packages, so that it looks the same everywhere.
"""

import os
import struct
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import uharfbuzz as hb

from shiryo import limits, regular
from shiryo.values import dataclass

Origin = Literal["template", "package", "system"]

PACKAGES = (
    "justmytype_intl_cjk",
    "pylopdf_fonts_jp",
    "noto_cjk_sans_jp_regular",
    "noto_cjk_sans_jp_bold",
    "matplotlib_fontja",
)
"""Packages that carry Japanese fonts and nothing that runs."""
_MAKES = {"Noto Sans JP": "justmytype_intl_cjk", "Noto Serif JP": "pylopdf_fonts_jp"}
"""The packages that shiryo is installed with, by the family that each is there for."""
_FILES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_NAMES = (1, 16)
"""Of the ``name`` table: family, and typographic family."""
_LATER = 150
"""How far from the weight wanted a static font may be."""
_RESTRICTED = 0x0002
_NO_SUBSETS = 0x0100
_BITMAPS_ONLY = 0x0200
_JIS_CODE_PAGE = 1 << 17


@dataclass(frozen=True, eq=False)
class Source:
    """A font file, or a font in a collection (OpenType 1.9: ``name``, ``OS/2``, ``fvar``)."""

    path: Path
    index: int
    """In a collection; else 0."""
    origin: Origin
    families: tuple[str, ...]
    """The family's names, the English typographic one first."""
    ps_name: str
    """PostScript name without the weight if `variable`."""
    weights: tuple[int, int]
    """The lightest and the boldest that it gives; the same for a static font."""
    variable: bool

    @property
    def family(self) -> str:
        """The family's name as an office program lists it."""
        return self.families[0]

    @cached_property
    def face(self) -> Any:
        """The HarfBuzz face."""
        return hb.Face(hb.Blob.from_file_path(str(self.path)), self.index)

    @property
    def cff(self) -> bool:
        """Whether its outlines are CFF, else glyf."""
        return "CFF " in self.face.table_tags

    @property
    def licence(self) -> str:
        """What the font says of its licence; empty if nothing."""
        return self.face.get_name(13, "en") or self.face.get_name(14, "en") or ""

    @property
    def embeddable(self) -> bool:
        """Whether subsets of it may be put into documents (``OS/2`` fsType)."""
        kind = _word(self.face, 8)
        only_restricted = kind & 0x000F == _RESTRICTED
        return not (only_restricted or kind & (_NO_SUBSETS | _BITMAPS_ONLY))

    @property
    def is_foreign(self) -> bool:
        """Whether its kanji are drawn as in Chinese or Korean.

        A font that has forms by language says so for ``hani`` in its ``GSUB``; HarfBuzz then picks
        the Japanese ones. One that has none is taken for Japanese if it claims the Japanese code
        page. A font without kanji is not foreign.
        """
        if ord("漢") not in self.face.unicodes:
            return False
        scripts = self.face.get_table_script_tags("GSUB")
        if "hani" in scripts:
            tags = self.face.get_script_language_tags("GSUB", scripts.index("hani"))
            if tags:
                return "JAN " not in tags
        return not _long(self.face, 78) & _JIS_CODE_PAGE

    def covers(self, wanted: frozenset[int]) -> float:
        """Return the share of code points that it has a glyph for."""
        return len(wanted & set(self.face.unicodes)) / len(wanted)

    def gives(self, weight: int) -> bool:
        """Tell whether it can be set at ``weight``, or near enough if it is static."""
        low, high = self.weights
        return low <= weight <= high if self.variable else abs(low - weight) <= _LATER

    def distance(self, weight: int) -> tuple[bool, int]:
        """Return how far it is from ``weight``; variable fonts are nearest."""
        low, _ = self.weights
        return not self.variable, 0 if self.variable else abs(low - weight)


def find(name: str, folders: Sequence[Path] = ()) -> tuple[Source, ...]:
    """Return the fonts of a family from the first place that has it; none if no place does.

    ``folders`` are those of the template, the nearest first. Names are compared without regard to
    case, width and spaces.
    """
    wanted = _folded(name)
    for place in _places(folders):
        found = tuple(s for s in place if wanted in map(_folded, s.families))
        if found:
            return found
    return ()


def lacking(name: str, found: Sequence[Source]) -> str:
    """Return the package that is to give a family, where another make of it was found instead.

    Empty if there is none, or the make is the template's own.
    """
    package = next((p for family, p in _MAKES.items() if _folded(family) == _folded(name)), "")
    if not package or any(s.origin == "template" or s in _in_package(package) for s in found):
        return ""
    return package


def everything(folders: Sequence[Path] = ()) -> Iterator[Source]:
    """Yield every font of this machine, the places in the order of the search."""
    for place in _places(folders):
        yield from place


def _places(folders: Sequence[Path]) -> Iterator[tuple[Source, ...]]:
    for folder in folders:
        yield _in_folder(folder, "template")
    yield tuple(s for package in PACKAGES for s in _in_package(package))
    yield tuple(s for folder in system_folders() for s in _in_folder(folder, "system"))


def system_folders() -> tuple[Path, ...]:
    """Return where this operating system keeps fonts, the user's own first."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (Path.home raises where there is none)
    if sys.platform == "win32":
        local, windows = os.environ.get("LOCALAPPDATA", ""), os.environ.get("WINDIR", r"C:\Windows")
        return Path(local) / "Microsoft/Windows/Fonts", Path(windows) / "Fonts"
    if sys.platform == "darwin":
        return home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    data = os.environ.get("XDG_DATA_HOME") or home / ".local/share"
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return Path(data) / "fonts", home / ".fonts", *shared


@cache
def _in_package(name: str) -> tuple[Source, ...]:
    spec = find_spec(name)
    places = (spec.submodule_search_locations or ()) if spec else ()
    return tuple(s for place in places for s in _in_folder(Path(place), "package"))


@cache
def _in_folder(folder: Path, origin: Origin) -> tuple[Source, ...]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _FILES)
    if origin == "template":  # which may come from anybody
        own = os.path.realpath(folder)
        paths = [path for path in paths if Path(os.path.realpath(path)).is_relative_to(own)]
        paths = paths[: limits.TEMPLATE_FONTS]
    return tuple(source for path in paths for source in _in_file(path, origin))


@cache
def is_whole(source: Source) -> bool:
    """Tell whether every glyph of a font can be put into a document.

    A damaged font may open, and fail only when it is written.
    """
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(range(source.face.glyph_count))
    wanted.pin_all_axes_to_default(source.face)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE
    try:
        return bool(hb.subset(source.face, wanted).glyph_count)
    except (RuntimeError, ValueError, MemoryError):
        return False


def _in_file(path: Path, origin: Origin) -> Iterator[Source]:
    """Yield the upright fonts of a file; none if it is no font, or its names are damaged."""
    try:
        regular.check(path, limits.FONT_BYTES)
        blob = hb.Blob.from_file_path(str(path))
        yield from tuple(_in_blob(blob, path, origin))
    except (OSError, hb.HarfBuzzError, UnicodeError):
        return


def _in_blob(blob: Any, path: Path, origin: Origin) -> Iterator[Source]:
    for index in range(hb.Face(blob).count):
        face = hb.Face(blob, index)
        if not {"name", "OS/2", "cmap", "head"} <= set(face.table_tags) or _is_italic(face):
            continue
        families = _families(face)
        axes = {axis.tag: axis for axis in face.axis_infos}
        own = _word(face, 4)
        weight = axes.get("wght")
        weights = (int(weight.min_value), int(weight.max_value)) if weight else (own, own)
        ps_name = face.get_name(25 if weight else 6, "en") or face.get_name(6, "en") or families[0]
        yield Source(path, index, origin, families, _ascii(ps_name), weights, bool(weight))


def _families(face: Any) -> tuple[str, ...]:
    named = {(entry.name_id, entry.language) for entry in face.list_names()}
    english = [face.get_name(n, "en") for n in reversed(_NAMES)]
    others = [face.get_name(n, language) for n, language in sorted(named) if n in _NAMES]
    return tuple(dict.fromkeys(name for name in (*english, *others) if name)) or ("?",)


def _is_italic(face: Any) -> bool:
    return bool(_word(face, 62) & 1)


def _word(face: Any, offset: int) -> int:
    """Return an unsigned 16-bit number of the ``OS/2`` table, 0 if it is too short."""
    table = face.reference_table("OS/2").data
    return int(struct.unpack_from(">H", table, offset)[0]) if len(table) >= offset + 2 else 0


def _long(face: Any, offset: int) -> int:
    return _word(face, offset) << 16 | _word(face, offset + 2)


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _ascii(name: str) -> str:
    """Return a PostScript name: printing ASCII without brackets, spaces or solidi."""
    return "".join(c for c in name if "!" <= c <= "~" and c not in "[](){}<>/%") or "Font"


@cache
def jis_x_0208() -> frozenset[int]:
    """Return the characters of JIS X 0208."""
    return _decoded("euc_jp", b"", range(0xA1, 0xF5))


@cache
def jis_x_0213() -> frozenset[int]:
    """Return the characters of JIS X 0213 that are single code points."""
    rows = range(0xA1, 0xFF)
    return _decoded("euc_jis_2004", b"", rows) | _decoded("euc_jis_2004", b"\x8f", rows)


def _decoded(codec: str, before: bytes, rows: range) -> frozenset[int]:
    found = set()
    for row in rows:
        for cell in range(0xA1, 0xFF):
            text = (before + bytes((row, cell))).decode(codec, "ignore")
            if len(text) == 1:
                found.add(ord(text))
    return frozenset(found)

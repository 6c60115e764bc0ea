"""A company's file → `Office`. What cannot be used is refused: Failed."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

from shiryo.diagnostics import Failed, diagnose
from shiryo.template.office import pictures
from shiryo.template.office.art import Artist
from shiryo.template.office.colours import Scheme, scheme
from shiryo.template.office.grounds import Fill, Gradient, Paint, Pictured
from shiryo.template.office.markup import A, P, R, integer, points, texts
from shiryo.template.office.model import (
    NUMBER,
    Art,
    Image,
    Office,
    OfficeLayout,
    Slot,
    TextLevel,
    Words,
)
from shiryo.template.office.package import Package
from shiryo.template.office.samples import Samples
from shiryo.template.office.shapes import Drawn, placed, shapes
from shiryo.template.office.text import frame, levels
from shiryo.units import Rect
from shiryo.values import dataclass

TITLES = ("title", "ctrTitle")
FOOTERS = ("dt", "ftr", "sldNum")
_LARGE = 0.6
"""Of the slide; what is as large as that is ground."""
_HIGHEST_SIDE = 4032
"""Points: 56 in (ECMA-376-1 § 19.2.1.39)."""
_USUAL_FONT = "游ゴシック"
"""What an office program takes in Japanese where a theme names none."""


def read(data: bytes) -> Office:
    """Read a presentation or a template of one."""
    package = Package(data)
    package.check()
    main = package.main
    root = package.xml(main)
    relations = package.relations(main)
    listed = root.findall(f"{P}sldMasterIdLst/{P}sldMasterId")
    masters = [relations[i].target for each in listed if (i := each.get(f"{R}id", "")) in relations]
    size = root.find(f"{P}sldSz")
    width, height = (points(size.get(k)) if size is not None else 0 for k in ("cx", "cy"))
    if not masters or not min(width, height) >= 72 or max(width, height) > _HIGHEST_SIDE:
        raise Failed(diagnose("template.office-broken"))
    samples = Samples(package, main)
    page = Rect(0, 0, width, height)
    defaults = root.find(f"{P}defaultTextStyle")
    layouts, schemes = list[OfficeLayout](), list[dict[str, str]]()
    fonts = ("", "")
    for n, name in enumerate(masters):
        master = _Master(package, name, page, defaults)
        schemes.append(master.scheme.named)
        fonts = fonts if any(fonts) else master.fonts
        layouts += (master.layout(part, n, samples) for part in master.layouts)
    if not layouts:
        raise Failed(diagnose("template.office-no-layouts"))
    return Office(
        (width, height),
        tuple(layouts),
        tuple(schemes),
        fonts,
        integer(root.get("firstSlideNum"), 1),
        len(samples.layouts),
    )


@dataclass
class _Drawings:
    """What shapes look like."""

    art: list[Art] = field(default_factory=list)
    undrawn: list[str] = field(default_factory=list)
    bands: list[tuple[Rect, str]] = field(default_factory=list)
    obstacles: list[Rect] = field(default_factory=list)


@dataclass
class _Master:
    """A slide master."""

    package: Package
    part: str
    page: Rect
    defaults: Any
    """``p:defaultTextStyle`` of the presentation."""

    def __post_init__(self) -> None:
        self.root = self.package.xml(self.part)
        themes = self.package.related(self.part, "theme")
        if not themes:
            raise Failed(diagnose("template.office-broken"))
        self.theme_part = themes[0]
        self.theme = self.package.xml(self.theme_part)
        self.scheme: Scheme = scheme(self.theme, self.root)
        self.shapes = shapes(self.root)
        self._own = dict[str, _Drawings]()
        self._known = dict[object, tuple[tuple[TextLevel, ...], Sequence[Any]]]()
        styles = self.root.find(f"{P}txStyles")
        self.styles = {
            name: styles.find(f"{P}{name}Style") if styles is not None else None
            for name in ("title", "body", "other")
        }

    @property
    def layouts(self) -> Iterator[str]:
        """The names of its layouts' parts, in their order."""
        relations = self.package.relations(self.part)
        for each in self.root.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId"):
            relation = relations.get(each.get(f"{R}id", ""))
            if relation and relation.target in self.package.names:
                yield relation.target

    @property
    def fonts(self) -> tuple[str, str]:
        """The families of headings and of text, in Japanese."""
        major, minor = (self._font(which) for which in ("major", "minor"))
        return major, minor

    def _font(self, which: str) -> str:
        found = self.theme.find(f".//{A}{which}Font")
        if found is None:
            return _USUAL_FONT
        ea = found.find(f"{A}ea")
        if ea is not None and ea.get("typeface"):
            return str(ea.get("typeface"))
        scripts = found.iterfind(f"{A}font")
        named = (f.get("typeface") for f in scripts if f.get("script") == "Jpan")
        return next((str(name) for name in named if name), _USUAL_FONT)

    def layout(self, part: str, n: int, samples: Samples) -> OfficeLayout:
        """Return a layout."""
        root = self.package.xml(part)
        own = self.scheme.mapped(root.find(f"{P}clrMapOvr"))
        paint = Paint(self.package, part, own, self.theme, self.theme_part)
        above = paint._replace(part=self.part, scheme=self.scheme)
        has_own, ground = paint.ground_of(root)
        if not has_own:
            _, ground = above.ground_of(self.root)
        seen = _seen(self.package, ground)
        paint, above = paint._replace(ground=seen), above._replace(ground=seen)
        drawn = shapes(root)
        art, undrawn, bands = list[Art](), list[str](), list[tuple[Rect, str]]()
        obstacles = list[Rect]()
        behind = paint if has_own else above
        artist = Artist(behind, (self.defaults,))
        art += artist.ground(ground, self.page)
        undrawn += artist.undrawn
        parts = [self._drawn(drawn, paint)]
        if root.get("showMasterSp") not in ("0", "false"):
            if seen not in self._own:
                self._own[seen] = self._drawn(self.shapes, above)
            parts.insert(0, self._own[seen])
        for made in parts:
            art, undrawn = [*art, *made.art], [*undrawn, *made.undrawn]
            bands, obstacles = [*bands, *made.bands], [*obstacles, *made.obstacles]
        slots = tuple(samples.placed(part, slot) for slot in self._slots(drawn, own, seen))
        footers = (slot.frame for slot in slots if slot.kind in FOOTERS)
        return OfficeLayout(
            part,
            _name(root),
            root.get("type", ""),
            n,
            samples.used[part],
            samples.layouts[:1] == [part],
            slots,
            (*obstacles, *footers),
            all(shape.placeholder is not None for shape in drawn),
            any(NUMBER in line.text for a in art if isinstance(a, Words) for line in a.lines),
            "" if isinstance(ground, Pictured) else seen,
            (*(((self.page, seen),) if isinstance(ground, Pictured) else ()), *bands),
            tuple(art),
            tuple(dict.fromkeys(undrawn)),
        )

    def _drawn(self, found: Sequence[Drawn], paint: Paint) -> "_Drawings":
        """Return what shapes look like that are no placeholders."""
        artist, made = Artist(paint, (self.defaults,)), _Drawings()
        for shape in found:
            if shape.placeholder is None:
                art = [*artist.drawn(shape)]
                made.art += art
                made.bands += _bands(self.package, artist, shape, art)
                if (art or shape.name in artist.undrawn) and self._is_in_the_way(shape):
                    shown = [_visible(each) for each in art if isinstance(each, Image)]
                    made.obstacles += shown if len(shown) == len(art) > 0 else [shape.bounds]
        made.undrawn += artist.undrawn
        return made

    def _is_in_the_way(self, shape: Drawn) -> bool:
        at = cut(shape.bounds, self.page)
        return at.width * at.height < _LARGE * self.page.width * self.page.height

    def _slots(self, drawn: Sequence[Drawn], own: Scheme, ground: str) -> Iterator[Slot]:
        for shape in drawn:
            said = shape.placeholder
            if said is None or shape.kind != "sp":
                continue
            kind = said.get("type", "")
            parent = self._parent(kind)
            frame_ = shape.frame
            if placed(shape.element) is None:
                if parent is None:
                    continue
                frame_ = parent.frame
            seen = cut(frame_, self.page)
            if seen.width * seen.height < 0.5 * frame_.width * frame_.height or not frame_.width:
                continue
            bodies = [s.element.find(f"{P}txBody") for s in (shape, parent) if s is not None]
            bodies = [body for body in bodies if body is not None]
            insets, anchor, vertical = frame([body.find(f"{A}bodyPr") for body in bodies])
            lists = [body.find(f"{A}lstStyle") for body in bodies]
            lists += [self.styles[_style(kind)], self.defaults]
            lists = [each for each in lists if each is not None and len(each)]
            yield Slot(
                kind,
                integer(said.get("idx")),
                shape.name,
                frame_,
                insets,
                anchor,
                self._levels(lists, own, ground),
                "\n".join(texts(bodies[0], NUMBER)) if bodies else "",
                vertical or said.get("orient") == "vert",
            )

    def _levels(self, lists: Sequence[Any], own: Scheme, ground: str) -> tuple[TextLevel, ...]:
        """Return how levels are set; most placeholders of a file have the same lists of styles."""
        key = (tuple(map(id, lists)), tuple(own.map.items()), ground)
        if key not in self._known:
            # With the lists, so that no other element takes the place of one that is let go.
            self._known[key] = levels(lists, own, ground), lists
        return self._known[key][0]

    def _parent(self, kind: str) -> Drawn | None:
        """Return the placeholder of the master that one of a layout is like."""
        wanted = "title" if kind in TITLES else kind if kind in FOOTERS else "body"
        held = ((s, s.placeholder) for s in self.shapes)
        return next((s for s, ph in held if ph is not None and ph.get("type", "") == wanted), None)


def _name(root: Any) -> str:
    data = root.find(f"{P}cSld")
    return " ".join((data.get("name", "") if data is not None else "").split())


def _style(kind: str) -> str:
    return "title" if kind in TITLES else "other" if kind in FOOTERS else "body"


def _seen(package: Package, ground: Fill) -> str:
    """Return a ground as one colour."""
    if isinstance(ground, Gradient):
        return ground.mean
    if isinstance(ground, Pictured):
        return pictures.mean(package.part(ground.part))
    return ground or "FFFFFF"


def _bands(
    package: Package, artist: Artist, shape: Drawn, art: Sequence[Art]
) -> Iterator[tuple[Rect, str]]:
    """Yield where a shape is something to stand on, and of which colour."""
    if shape.kind == "sp" and (fill := artist.fill_of(shape)):
        yield shape.bounds, _seen(package, fill)
    for each in art if shape.kind == "pic" else ():
        if isinstance(each, Image):
            yield _visible(each), pictures.mean(each.data)


def _visible(image: Image) -> Rect:
    """Return where a picture shows anything."""
    f, (left, top, right, bottom) = image.frame, pictures.visible(image.data)
    return Rect(
        f.x + left * f.width,
        f.y + top * f.height,
        (right - left) * f.width,
        (bottom - top) * f.height,
    )


def cut(one: Rect, other: Rect) -> Rect:
    """Return what two rectangles have in common; without area where that is nothing."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    width, height = min(one.right, other.right) - x, min(one.bottom, other.bottom) - y
    return Rect(x, y, max(width, 0), max(height, 0))

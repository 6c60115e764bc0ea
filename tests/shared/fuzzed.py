"""What reads what strangers wrote, as functions of bytes, with bytes to begin with.

Each of `TARGETS` takes any bytes and returns, or raises `Failed`, which has a message; all else is
a fault. `benchmarks/fuzz.py` looks for bytes with which that is not so, a test tries those that
were found once. Of a package one part is made of the bytes, since what is no archive is soon told:
the first two say of which package and which part, `WHOLE` that the others are the file.
"""

# ruff: noqa: E501
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import company
import hostile_office
from every_field import FULL
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

import shiryo
from shiryo import article, drafting, inline, unreadable
from shiryo.compose import deck
from shiryo.compose.material import Material
from shiryo.compose.pictures import TooLarge, picture
from shiryo.diagnostics import Failed
from shiryo.outline import check, editing, language, yaml
from shiryo.template import load
from shiryo.template.office import reading

ROOT = Path(__file__).parents[2]
FOUND = ROOT / "tests" / "fuzzed"
"""What was found: a folder for each target, a file for each input."""
WHOLE = 255
Parts = Mapping[str, bytes]
Target = Callable[[bytes], None]

MARKS = (
    "# 窓口の見直し\n\n## なぜ\n\n市は**窓口**を見直す[^1]。{漢字|かんじ}と`x`、[文](https://a.example)。\n\n"
    "- 受付\n  1. 費用は1,234円\n\n| 年 | 数 |\n|---|---:|\n| 令和7年 | 3割 |\n\n> 引用\n\n[^1]: 注\n\n"
    "```\nx = 1\n```\n\n![図](a.png)\n\n<table><tr><td rowspan=2>語</td></tr></table>\n\n$$a_1$$\n"
)
PLAIN = (
    "令和7年4月1日\n関係各位\n\n窓口の見直しについて\n\n第1章　背景\n1.1 経緯\n市は窓口を見直す。次のとおりです。\n"
    "・受付：20時まで\n・費用　1,234円（3割増）\nQ1. 何ですか。\nA. はい。\n表1　費用\n年度  額\n2025  3億円\n"
    "司会：はい。\n（出典：市の資料）\n"
)
HTML = (
    "<!doctype html><html lang=ja><head><title>窓口</title><meta charset=utf-8></head><body><nav>戻る"
    "</nav><article><h1>窓口の見直し</h1><p>市は<b>窓口</b>を<ruby>見直<rt>みなお</ruby>す。</p><ul><li>受付"
    "<ol><li>費用</ol></ul><dl><dt>語<dd>意味</dl><table><tr><th>年<td colspan=2>数</table><pre>x</pre>"
    "<figure><img src=a.png alt=図><figcaption>夜</figcaption></figure></article></body></html>"
)
INLINE = "**強調**と[文](https://a.example)、{漢字|かんじ}、^[注 **太**]、`x`、\\*、~~消~~、H^2^O、==印=="


def _article(name: str) -> Target:
    def target(data: bytes) -> None:
        made, _ = article.read(data, name)
        assert made.blocks
        assert all(1 <= b.first <= b.last <= len(made.lines) for b in made.blocks)

    return target


def _draft(data: bytes) -> None:
    made, _ = article.read(data, "a.md")
    text = shiryo.dump(drafting.draft(made, "a.md")[0])
    yaml.load(text, "a.yaml")


def _outline(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    try:
        source = editing.Source.of(text)
    except editing.Unfit:
        pass
    else:
        language.heads(source.places)
        for path in source.places.values:
            source.extent(path)
    check.check(yaml.load(text, "a.yaml")[0], None)


def _inline(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    made = inline.parse(text)
    inline.unclosed(text)
    inline.notes(made)
    assert inline.plain(inline.parse(inline.write(made))) == inline.plain(made)


def _theme(data: bytes) -> None:
    base = shiryo.find_template("briefing")
    load.parse("own", {load.THEME: data}, base, (), base.theme)


_CHARTED = "{shiryo: 1, title: 題, sections: [{id: a, title: 節, blocks: [{chart: {kind: bar, data: a.csv}}]}]}"
CSV = "年,窓口,電話\n令和6年,1234,3.5%\n令和7年,△12,―\n"
WORDS = "{{ title }}は{% if a %}{{ a|upper }}{% else %}{{ 1 + 2 }}{% endif %}{% for x in [1, 2] %}{{ x }}{% endfor %}"


def _data(data: bytes) -> None:
    loaded, _ = yaml.load(_CHARTED, "a.yaml")
    _composed(loaded, {"a.csv": data})


def _words(data: bytes) -> None:
    loaded, _ = yaml.load(_CHARTED, "a.yaml")
    section = loaded.outline.sections[0].model_copy(
        update={"title": data.decode("utf-8", "replace")}
    )
    _composed(
        replace(loaded, outline=loaded.outline.model_copy(update={"sections": (section,)})), {}
    )


def _composed(loaded: yaml.Loaded, assets: dict[str, bytes | None]) -> None:
    material = Material(loaded.outline, loaded.places, loaded.file, None, assets)
    deck.compose(material, shiryo.find_template("briefing"))


def _picture(data: bytes) -> None:
    try:
        picture(data)
    except TooLarge:
        return


@cache
def _packages(kind: str) -> list[Parts]:
    """Return the packages in which a part is made of the bytes."""
    files = {"office": [make() for make in company.FILES.values()]}.get(kind, [])
    first = hostile_office.word() if kind == "word" else hostile_office.deck()
    return [first, *map(hostile_office.parts_of, files)]


def _names(parts: Parts) -> list[str]:
    return sorted(n for n in parts if n.endswith((".xml", ".rels")))


def _packed(kind: str, data: bytes) -> bytes:
    if len(data) < 2 or data[0] == WHOLE:
        return data[1:]
    packages = _packages(kind)
    parts = packages[data[0] % len(packages)]
    names = _names(parts)
    return hostile_office.packed({**parts, names[data[1] % len(names)]: data[2:]})


def _package(kind: str, read: Callable[[bytes], object]) -> Target:
    return lambda data: void(read(_packed(kind, data)))


def void(_value: object) -> None:
    """Take a value for nothing."""


TARGETS: dict[str, Target] = {
    "text": _article("a.txt"),
    "markdown": _article("a.md"),
    "html": _article("a.html"),
    "word": _package("word", _article("a.docx")),
    "powerpoint": _package("powerpoint", _article("a.pptx")),
    "pdf": _article("a.pdf"),
    "draft": _draft,
    "outline": _outline,
    "inline": _inline,
    "theme": _theme,
    "office": _package("office", reading.read),
    "picture": _picture,
    "data": _data,
    "words": _words,
}


def tried(name: str, data: bytes) -> None:
    """Give bytes to a target; what is refused in words is well. Raises whatever is a fault."""
    try:
        TARGETS[name](data)
    except (Failed, unreadable.Unreadable):
        return


def _pdf() -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=0, invariant=1)
    for size in (20, 11):
        canvas.setFont("Helvetica", size)
        canvas.drawString(72, 600 + 5 * size, "A line of text.")
    canvas.line(72, 600, 300, 600)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _image(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 3), "navy").save(out, kind)
    return out.getvalue()


def _texts() -> Iterable[bytes]:
    seed = (ROOT / "seeds" / "kokusan-ai.txt").read_text("utf-8")
    return PLAIN.encode(), MARKS.encode(), seed[:1000].encode()


def _outlines() -> Iterable[bytes]:
    return FULL.encode(), (ROOT / "src" / "shiryo" / "outline" / "new.yaml").read_bytes()


def _themes() -> Iterable[bytes]:
    return [file.read_bytes() for file in sorted((ROOT / "templates").glob("*/theme.yaml"))]


def _parts(kind: str) -> Iterable[bytes]:
    known: set[bytes] = set()
    for m, parts in enumerate(_packages(kind)):
        for n, name in enumerate(_names(parts)):
            if parts[name] not in known:
                yield bytes([m, n]) + parts[name]
            known.add(parts[name])
    yield bytes([WHOLE]) + hostile_office.packed(_packages(kind)[0])


SEEDS: dict[str, Callable[[], Iterable[bytes]]] = {
    "text": _texts,
    "markdown": lambda: [MARKS.encode()],
    "html": lambda: [HTML.encode()],
    "word": lambda: _parts("word"),
    "powerpoint": lambda: _parts("powerpoint"),
    "pdf": lambda: [_pdf()],
    "draft": _texts,
    "outline": _outlines,
    "inline": lambda: [INLINE.encode()],
    "theme": _themes,
    "office": lambda: _parts("office"),
    "picture": lambda: map(_image, ("PNG", "JPEG")),
    "data": lambda: [CSV.encode()],
    "words": lambda: [WORDS.encode()],
}


def seeds(name: str) -> Iterator[bytes]:
    """Yield what a search begins with: what a target takes, and what was found once."""
    yield from SEEDS[name]()
    yield from (file.read_bytes() for file in found(name))


def found(name: str) -> list[Path]:
    """Return the files of what was found once with a target."""
    return sorted((FOUND / name).glob("*"))

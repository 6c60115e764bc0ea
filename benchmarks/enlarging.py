"""The showcase as it is, and with many times its sections; as YAML, Markdown, Typst and HTML."""

import copy
import io
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypandoc
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
OUTLINE = ROOT / "outlines" / "kokusan-ai.yaml"
SCALES = (1, 10, 100)
WORDS = ("title", "brief", "message", "text", "label", "note", "cells", "caption")
"""Keys under which an outline says something."""

TYPST_HEAD = """#set page(paper: "a4", margin: 22mm, numbering: "1 / 1")
#set text(font: ("Noto Serif JP", "Noto Sans JP"), lang: "ja", size: 10.2pt)
#set par(justify: true, first-line-indent: 1em)
#outline()
"""
CSS = """@font-face {{font-family: serif-jp; src: url(file://{font})}}
@page {{size: A4; margin: 22mm; @bottom-center {{content: counter(page)}}}}
body {{font: 10.2pt/1.7 serif-jp; text-align: justify; line-break: strict}}
"""
CHARTS = 1_000


def load(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(path.read_text("utf-8"))
    return found


def written(outline: dict[str, Any]) -> str:
    """Return an outline as YAML."""
    text = io.StringIO()
    engine = YAML()
    engine.width = 4096
    engine.dump(outline, text)
    return text.getvalue()


def enlarged(outline: dict[str, Any], times: int) -> dict[str, Any]:
    """Return the outline with its sections ``times`` times over, no two of which say the same."""
    large = copy.deepcopy(outline)
    large["source"]["file"] = str((OUTLINE.parent / outline["source"]["file"]).resolve())
    large["sections"] = [
        varied(section, n) for n in range(times) for section in outline["sections"]
    ]
    return large


def varied(value: Any, n: int, key: str = "") -> Any:
    """Return a copy number ``n`` of a part of an outline."""
    match value:
        case dict():
            return {key: varied(part, n, key) for key, part in value.items()}
        case list():
            return [varied(part, n, key) for part in value]
        case str() if n and key == "id":
            return f"{value}-{n}"
        case str() if n and key in WORDS:
            return value + "".join("いろはにほへとちりぬ"[int(digit)] for digit in str(n))
    return value


def charts() -> dict[str, Any]:
    """Return an outline of a thousand slides with a chart each."""
    return {
        "shiryo": 1,
        "title": "千の図",
        "sections": [
            {
                "id": f"s{n}",
                "title": f"施設{n}の利用",
                "message": f"施設{n}の利用者は{n + 40}人となった。",
                "blocks": [
                    {
                        "chart": {
                            "kind": ("bar", "column", "line", "pie")[n % 4],
                            "categories": ["春", "夏", "秋", "冬"],
                            "series": [{"values": [n + 1, n + 4, n + 2, n + 3]}],
                            "caption": f"施設{n}の利用者（人）",
                        }
                    }
                ],
            }
            for n in range(CHARTS)
        ],
    }


def markdown(outline: dict[str, Any]) -> str:
    """Return what the outline says as Markdown for Pandoc: one heading a slide."""
    head = f"---\ntitle: {outline['title']}\nlang: ja\n---\n"
    return head + "".join(f"\n{part}\n" for s in outline["sections"] for part in told(s, 1))


def told(section: dict[str, Any], level: int) -> Iterator[str]:
    yield f"{'#' * level} {section['title']}"
    yield section.get("message", "")
    for block in section.get("blocks", []):
        yield "\n".join(f"- {line}" for line in statements(block))
    for below in section.get("sections", []):
        yield from told(below, level + 1)


def statements(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, part in value.items():
                if key not in ("from", "only", "url", "kind"):
                    yield from statements(part)
        case list():
            for part in value:
                yield from statements(part)
        case str():
            yield value


def write_inputs(folder: Path) -> None:
    """Write all that is measured into a folder."""
    outline = load(OUTLINE)
    for times in SCALES:
        large = enlarged(outline, times)
        (folder / f"{times}.yaml").write_text(written(large), "utf-8")
        article = folder / f"{times}.md"
        article.write_text(markdown(large), "utf-8")
        body = pypandoc.convert_file(str(article), "typst")
        (folder / f"{times}.typ").write_text(TYPST_HEAD + body, "utf-8")
    body = pypandoc.convert_file(str(folder / "1.md"), "html")
    style = CSS.format(font=files("pylopdf_fonts_jp") / "NotoSerifJP-Regular.otf")
    head = f'<!doctype html><html lang="ja"><title>{escape(outline["title"])}</title>'
    (folder / "1.html").write_text(f"{head}<style>{style}</style><body>{body}</body></html>")
    (folder / "charts.yaml").write_text(written(charts()), "utf-8")

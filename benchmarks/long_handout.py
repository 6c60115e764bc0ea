"""What a long handout takes: time of a processor and memory for about 30, 100 and 300 pages.

The outline has every kind of block and every inline mark. Each handout is built by a process of its
own. Exits with 1 where a budget is overrun.
"""

import compileall
import io
import math
import sys
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2
from costs import Cost, over, run
from enlarging import ROOT
from PIL import Image
from ruamel.yaml import YAML

SECTIONS = (11, 38, 114)
"""How many sections make about 30, 100 and 300 pages."""
MAX_EXPONENT = 1.1
MAX_GROWTH = 1.15
"""Of memory, from the shortest to the longest."""

TOPICS = ("庁舎の照明", "公園の樹木", "図書館の書架", "小学校の給食", "河川の堤防", "市営のバス")
SENTENCES = (
    "{topic}は、{n}年前に据えられたものが多く、傷みの進みは場所によって大きく異なる。",
    "担当課は、現地の調査とあわせて、利用する人への聞き取りを{n}回にわたって行った。",
    "**費用の見通し**は年度ごとに見直し、議会と市民に公表することとしている。",
    "工事の期間は、{施工|せこう}の順序と天候に左右されるため、余裕をもって定める。",
    "詳しくは[手引きの第{n}章](https://example.jp/guide/{n})に記した。",
    "Life Cycle Cost（LCC）の考え方によれば、初期の費用だけで比べてはならない。",
    "なお、{topic}の更新には国の交付金を充てる^[交付の率は二分の一で、{n}号の要綱による。]。",
)


def prose(n: int, count: int) -> str:
    """Return a paragraph of ``count`` sentences, no two paragraphs alike."""
    topic = TOPICS[n % len(TOPICS)]
    return "".join(
        SENTENCES[(n + k) % len(SENTENCES)].replace("{topic}", topic).replace("{n}", str(n + k))
        for k in range(count)
    )


def section(n: int) -> dict[str, Any]:
    """Return a section of about two pages, with every kind of block."""
    topic = TOPICS[n % len(TOPICS)]
    return {
        "id": f"s{n}",
        "title": f"{topic}の更新（その{n}）",
        "message": f"{topic}は{n}年のうちに更新し、費用をならす",
        "blocks": [
            {"text": [prose(n, 5), prose(n + 2, 7)]},
            {"figures": [{"value": f"{n * 12:,}", "unit": "万円", "label": "一年の費用"}] * 3},
            {"bullets": [{"title": f"方法{k}", "text": prose(n + k, 1)} for k in range(1, 4)]},
            {
                "table": {
                    "columns": ["施設", "数", "費用（万円）", "備考"],
                    "rows": [
                        [f"{topic}{k}", f"{n * k}", f"{n * k * 1.5:,.1f}", prose(n + k, 1)]
                        for k in range(1, 7)
                    ],
                    "caption": f"{topic}の数と費用",
                }
            },
        ],
        "sections": [
            {
                "id": f"s{n}-how",
                "title": "進め方と日程",
                "blocks": [
                    {"steps": [{"title": f"段階{k}", "text": prose(n + k, 1)} for k in range(3)]},
                    {
                        "timeline": [
                            {"date": f"{2000 + n + k}年", "text": prose(n + k, 1)} for k in range(3)
                        ]
                    },
                    {"definition": {"term": f"{topic}台帳{n}", "text": prose(n + 1, 2)}},
                    {"text": prose(n + 3, 6)},
                    {
                        "chart": {
                            "kind": ("bar", "column", "line", "pie")[n % 4],
                            "categories": ["甲", "乙", "丙", "丁"],
                            "series": [{"values": [n, n + 2, n + 1, n + 4]}],
                            "caption": f"{topic}の費用の移り変わり",
                        }
                    },
                ],
            },
            {
                "id": f"s{n}-views",
                "title": "寄せられた意見",
                "blocks": [
                    {
                        "compare": {
                            "columns": [
                                {"title": "賛成", "items": [prose(n, 1), prose(n + 1, 1)]},
                                {
                                    "title": "懸念",
                                    "items": [prose(n + 2, 1)],
                                    "tone": "caution",
                                },
                            ]
                        }
                    },
                    {"quote": {"text": prose(n + 4, 2), "by": f"説明会の記録 第{n}回"}},
                    {
                        "dialogue": [
                            {"speaker": "市民", "text": prose(n + 5, 1)},
                            {"speaker": "担当課", "text": prose(n + 6, 2)},
                        ]
                    },
                    {
                        "image": {
                            "file": "picture.png",
                            "alt": "工事の写真",
                            "caption": f"工事のようす（その{n}）",
                            "credit": "写真：担当課",
                        }
                    },
                    {"text": prose(n + 1, 6)},
                ],
            },
        ],
    }


def write_inputs(folder: Path) -> None:
    """Write an outline for each length, and the picture that they show."""
    Image.radial_gradient("L").resize((480, 270)).save(folder / "picture.png")
    for count in SECTIONS:
        outline = {
            "shiryo": 1,
            "title": "施設の更新の計画",
            "date": "2026-02-03",
            "organization": "施設課",
            "summary": ["費用をならし、計画的に更新する", "利用する人の声を聞く"],
            "sections": [section(n) for n in range(1, count + 1)],
            "sources": [{"title": "施設の白書", "by": "施設課", "url": "https://example.jp/w"}],
        }
        text = io.StringIO()
        YAML().dump(outline, text)
        (folder / f"{count}.yaml").write_text(text.getvalue(), "utf-8")


def build(folder: Path, count: int) -> tuple[int, Cost]:
    """Build a handout; return how many pages it has and what it cost."""
    command = Path(sys.executable).with_name("shiryo")
    out = folder / f"out-{count}"
    cost = run(command, "build", folder / f"{count}.yaml", "-d", out, "--only", "handout")
    with pypdfium2.PdfDocument(out / f"{count}.pdf") as document:
        return len(document), cost


def main() -> int:
    """Measure; return 1 where a budget is overrun."""
    compileall.compile_dir(ROOT / "src", quiet=1)  # As an installed package is.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder)
        build(folder, SECTIONS[0])  # Not counted: it fills the disk's cache.
        made = [build(folder, count) for count in SECTIONS]
    for pages, cost in made:
        each = 1000 * cost.busy / pages
        print(f"{pages:4} pages   {cost.busy:6.2f} s   {each:5.1f} ms a page", end="")
        print(f"   {cost.megabytes:5.0f} MB")
    (_, least), (fewer, shorter), (more, longer) = made
    exponent = math.log(longer.busy / shorter.busy, more / fewer)
    growth = longer.megabytes / least.megabytes
    print(f"exponent of time     {exponent:6.2f}")
    print(f"growth of memory     {growth:6.2f}")
    problems = [
        *over("exponent of time", exponent, MAX_EXPONENT),
        *over("growth of memory", growth, MAX_GROWTH),
    ]
    for problem in problems:
        print(f"over budget: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

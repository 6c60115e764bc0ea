"""Five hundred paragraphs of hard text, in the handout and on slides that LibreOffice draws."""

import io
import random
from functools import cache

import office
import pypdfium2
from chain import Briefing, built, lines, solid
from ruamel.yaml import YAML

from shiryo.pages import TextBox
from shiryo.typeset.classes import members

PIECES = (
    "国の", "予算", "データ", "「源内」", "（試行）", "計算資源", "、", "。", "……", "——",
    "サービス", "ChatGPT", "25%", "3,000", "ェ", "ッ", "ー", "々", "・", "！", "？", "『白書』",
    "第1回", "を", "使う", "企業", "2025年9月18日", "API", "、「", "」（", "）。",
    "は", "研究者", "10兆円",
)  # fmt: skip
NOT_FIRST = frozenset().union(*map(members, ("02", "04", "05", "06", "07", "09", "10", "11")))
NOT_LAST = members("01")


PARAGRAPHS = 500


def paragraph(n: int) -> str:
    """Return a paragraph of 40 to 110 characters, the same for the same number."""
    chance = random.Random(n)
    text = f"項{n}の"
    while len(text) < 40 + 70 * (n % 8) / 7:
        text += chance.choice([piece for piece in PIECES if not _piles_up(text[-1], piece[0])])
    return text + "である。"


def _piles_up(last: str, first: str) -> bool:
    """Tell whether two signs would stand together that no one writes so."""
    if last == first == "—":
        return True
    return not (last.isalnum() and first.isalnum()) and last not in "々ー" and first in "ェッー々・"


def outline() -> str:
    sections = [
        {
            "id": f"s{n}",
            "title": f"第{n}節",
            "blocks": [
                {"bullets": [paragraph(n * 10 + m) for m in range(10)], "only": "deck"},
                {"text": [paragraph(n * 10 + m) for m in range(10)]},
            ],
        }
        for n in range(PARAGRAPHS // 10)
    ]
    out = io.StringIO()
    YAML().dump({"shiryo": 1, "title": "試験", "sections": sections}, out)
    return out.getvalue()


@cache
def made() -> Briefing:
    return built(outline())


def check(line: str) -> None:
    assert line[0] not in NOT_FIRST, line
    assert line.rstrip()[-1] not in NOT_LAST, line


@office.needs_office
def test_slides_have_all_of_it_and_no_forbidden_break() -> None:
    with pypdfium2.PdfDocument(office.render(made().outputs.pptx or b"")) as pdf:
        drawn = [list(lines(page)) for page in pdf]
    text = solid("".join(line for page in drawn for line in page)).replace("▪", "")
    for n in range(PARAGRAPHS):
        assert solid(paragraph(n)) in text
    for page in drawn:
        for line in page:
            check(line.removeprefix("▪ "))


def test_the_handout_has_all_of_it_and_no_forbidden_break() -> None:
    drawn = [
        "".join(run.text for run in line.runs)
        for page in made().handout.pages
        for box in page.items
        if isinstance(box, TextBox) and box.role == "paragraph"
        for line in box.lines
    ]
    text = solid("".join(drawn))
    for n in range(PARAGRAPHS):
        assert solid(paragraph(n)) in text
    for line in drawn:
        check(line)

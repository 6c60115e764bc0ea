"""The text of the benchmark: paragraphs of the seeds' vocabulary, with what is hard to set in it.

The same every time: nothing but a fixed seed chooses.
"""

import random
import re
from pathlib import Path

from budoux import load_default_japanese_parser

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CHARACTERS = 110_000

# fmt: off
PLAIN = [
    "データセンター", "行政手続", "研究開発", "一年間の", "ちょっとした", "人々の", "代々の",
    "ティーンエージャー", "ヴォーカルの", "いっしょに", "キャッシュフロー", "フォッサマグナ",
    "国際連合", "取扱説明書を",
]
NUMBERS = [
    "2025年9月18日", "１２３人", "第３回", "98.5％", "12.7%", "￥1,200", "¥3,980", "$45.60",
    "10㎏", "300km", "20℃", "3〜5社", "１，０００円", "約1,234,567件", "午後3時30分", "2.4GHz",
    "50Hz", "10兆2,600億円",
]
LATIN = [
    "AI", "ChatGPT", "GENIAC", "NICT", "NEDO", "Python 3.13", "open source", "e-mail", "Wi-Fi",
    "JIS X 4051", "large language model", "and/or", "infrastructure", "representation",
    "Microsoft 365", "C++", "R&D", "Q&A", "internationalization", "Creative Commons",
    "machine-readable", "responsibility", "PDF/A-2a", "IEEE 802.11ax",
]
URLS = [
    "https://example.jp/a-b/c.html",
    "https://www.example.go.jp/policy/2025/09/ai-plan_v2.pdf?lang=ja&page=12",
    "info@example.ac.jp", "C:/Users/yamada/report.docx", "https://example.com/#section-3.2",
]
MARKED = [
    "「{}」", "『{}』", "（{}）", "〔{}〕", "【{}】", "〈{}〉", "“{}”", "「『{}』」",
    "（「{}」）", "「{}（{}）」", "『{}〔{}〕』", "（{}『{}（{}）』）", "《{}》", "({})",
    "「{}」「{}」", "{}・{}・{}", "{}／{}", "{}／{}", "{}：{}", "“{}”（{}）", "‘{}’",
]
ENDS = [
    "。", "。", "。", "。", "。", "。", "！", "？", "！？", "……。", "――。", "（笑）。", "……！",
    "。（注１）", "、など。",
]
LINKS = ["、", "、", "、", "、", "――", "……", "、「", "：", "・", "；", "‥‥", " ", "　", "〜"]
# fmt: on


def paragraphs(characters: int = CHARACTERS, seed: int = 4051) -> list[str]:
    """Return paragraphs of 30 to 500 characters, ``characters`` in all or a little more."""
    chance = random.Random(seed)
    phrases = _phrases()
    made: list[str] = []
    total = 0
    while total < characters:
        wanted = chance.choice([30, 60, 100, 150, 200, 300, 480])
        text = ""
        while len(text) < wanted:
            text += _sentence(chance, phrases)
        made.append(text)
        total += len(text)
    return made


def _phrases() -> list[str]:
    """Return what the seeds say, cut where a reader would pause, without marks."""
    parser = load_default_japanese_parser()
    found: dict[str, None] = {}
    for path in sorted(SEEDS.glob("*.txt")):
        for stretch in re.findall(r"[ぁ-ゖァ-ヺー一-龥々A-Za-z0-9]{2,}", path.read_text("utf-8")):
            found |= dict.fromkeys(parser.parse(stretch))
    return [
        phrase
        for phrase in found
        if not re.match(r"[ぁぃぅぇぉっゃゅょーァィゥェォッャュョ々]", phrase)
    ]


def _sentence(chance: random.Random, phrases: list[str]) -> str:
    text = ""
    for _ in range(chance.randint(2, 9)):
        text = _joined(text, _piece(chance, phrases))
        if chance.random() < 0.22:
            link = chance.choice(LINKS)
            if link.endswith("「"):
                text += link + _piece(chance, phrases) + "」"
            elif text[-1] not in "、。！？：；・〜 　…‥―":
                text += link
    text = text.rstrip("、：；・〜 　…‥―")
    return (text or "そう") + chance.choice(ENDS)


def _piece(chance: random.Random, phrases: list[str]) -> str:
    kind = chance.random()
    if kind < 0.62:
        return chance.choice(phrases)
    if kind < 0.70:
        return chance.choice(PLAIN)
    if kind < 0.79:
        return chance.choice(NUMBERS)
    if kind < 0.88:
        return chance.choice(LATIN) + chance.choice(["", "の", "が", "を", "と"])
    if kind < 0.90:
        return chance.choice(URLS) + chance.choice(["の", "を", "に", "で"])
    form = chance.choice(MARKED)
    words = (chance.choice(phrases + LATIN[:6]) for _ in range(form.count("{}")))
    return form.format(*words)


def _joined(text: str, piece: str) -> str:
    """Join without making one Latin word or number of two."""
    if re.search(r"[!-~¡-ÿ０-９]$", text) and re.match(r"[!-~¡-ÿ０-９]", piece):
        return text + "と" + piece
    return text + piece

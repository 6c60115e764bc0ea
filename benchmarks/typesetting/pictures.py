"""The pictures of docs/typesetting.md: one paragraph, set by each program at two measures."""

import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import ImageChops
from setters import MARGIN, SETTERS, SIZE

MEASURES = (12, 24)
"""In em."""
SCALE = 2.6
"""Pixels a point."""
GREYS = 16
TEXT = (
    "総務省の流れをくむ研究機関（NICT）が、「AIを作る企業」へ日本語データを渡す。――経産省は『GENIAC』"
    "〔2024年〜〕を通じ、計算資源にかかる約1,200億円の費用を助ける……。基盤モデル（foundation "
    "model）のinfrastructureは、国の内外で「（公開・共有）の対象」となり、"
    "https://example.go.jp/policy/2025/ai-plan.htmlに一覧がある。ちょっとした差も、98.5％の人々が"
    "『キャッシュ』の使い方で気づくという！？「そうだろうか」、と。"
)


def draw(pdf: bytes, measure: float, path: Path) -> None:
    """Write what stands on the first page of ``pdf``, and a little around it, as a PNG file."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=SCALE, grayscale=True).to_pil()
    _, top, _, bottom = ImageChops.invert(page).getbbox() or (0, 0, 0, 0)
    left, right = MARGIN * SCALE, (MARGIN + measure) * SCALE
    page = page.crop((int(left) - 14, max(0, top - 8), int(right) + 14, bottom + 8))
    page.quantize(GREYS).save(path, optimize=True)


def main(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for em in MEASURES:
            for program, set_text in SETTERS.items():
                pdf = set_text([TEXT], em * SIZE, Path(name))
                draw(pdf, em * SIZE, folder / f"{program.lower()}-{em}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

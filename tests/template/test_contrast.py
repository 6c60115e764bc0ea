"""How well text stands out."""

from dataclasses import replace
from pathlib import Path

import pytest

from shiryo.template import contrast, load

FOLDER = Path(__file__).parents[2] / "templates" / "briefing"
BRIEFING, _ = load.parse("briefing", {path.name: path.read_bytes() for path in FOLDER.iterdir()})


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast.contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast.contrast("FFFFFF", "767676") == pytest.approx(4.54, abs=0.01)
    assert contrast.contrast("0B4F9E", "0B4F9E") == 1


def test_pale_text_is_reported_and_large_text_may_be_paler() -> None:
    assert contrast.check(BRIEFING) == ()
    pale = BRIEFING.theme.model_copy(update={"colours": BRIEFING.theme.colours | {"ink": "8A8A8A"}})
    said = [found.message for found in contrast.check(replace(BRIEFING, theme=pale))]
    assert any("deck.step-text" in each and "4.5:1" in each for each in said)
    assert not any("deck.cover-title" in each for each in said)

import pytest

from shiryo.typeset.spelling import spelt


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("10⁶個", "10^6個"), ("1.6×10⁻¹⁹です", "1.6×10^-19です"), ("xⁿ⁻¹", "x^(n-1)"),
        ("10⁵3", "10^(5)3"), ("H₂Oと CO₂", "H2Oと CO2"), ("log₂8", "log_(2)8"),
        ("∫₀⁵x", "∫_0^5x"), ("済☑ 未☐", "済✓ 未□"), ("面積は20m²", "面積は20m²"),
    ],
)  # fmt: skip
def test_signs_that_no_font_has_are_written_in_others(text: str, shown: str) -> None:
    assert spelt(text, lambda signs: set(signs) - set("²")) == shown


def test_signs_that_a_font_has_stay() -> None:
    assert spelt("10⁶とH₂Oと☑", lambda _: set()) == "10⁶とH₂Oと☑"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("🎉 開館", "開館"),
        ("費用 💰", "費用"),
        ("夜も✨開く", "夜も開く"),
        ("朝 ☀️ 夜 🌙 まで", "朝 夜 まで"),
        ("⭐⭐ よい", "★★ よい"),
        ("可✅ 不可❌", "可✓ 不可×"),
        ("👨‍👩‍👧 家族", "家族"),
        ("👍", "👍"),
    ],
)
def test_pictures_that_no_font_has_are_like_signs_or_nothing(text: str, shown: str) -> None:
    assert spelt(text, lambda signs: {s for s in signs if ord(s) >= 0x2600 and s not in "★✓"}) == (
        shown
    )


def test_pictures_that_a_font_has_stay() -> None:
    assert spelt("🎉 開館 ☀️", lambda _: set()) == "🎉 開館 ☀️"

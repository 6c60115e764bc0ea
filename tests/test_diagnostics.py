"""Problems as data."""

import pytest

from shiryo.diagnostics import diagnose


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("動\n的\nリンク", "動的リンク"),
        ("free and \nopen", "free and open"),
        ("OSSの\n 利用", "OSSの利用"),
    ],
)
def test_what_is_quoted_stays_on_one_line(quoted: str, shown: str) -> None:
    assert f"「{shown}」" in diagnose("layout.too-wide", text=quoted).message

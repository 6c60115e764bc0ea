import pytest

from shiryo.japanese.words import words

_MOST = 49_149
"""Bytes that SudachiPy takes."""
_SENTENCE = "北山市は図書館の開館時間を延ばした。"


def _surfaces(text: str) -> list[str]:
    return [word.surface for word in words(text)]


@pytest.mark.parametrize("more", [-1, 0, 1, 2, 3])
@pytest.mark.parametrize("sign", ["a", "é", "市", "𠮷"])
def test_nothing_is_lost_around_what_the_analyser_takes(sign: str, more: int) -> None:
    fill = sign * (_MOST // len(sign.encode()) - 1)
    text = fill + "b" * (_MOST + more - len(fill.encode()))
    assert len(text.encode()) == _MOST + more
    assert "".join(_surfaces(text)) == text


def test_sentences_have_the_words_that_they_have_alone() -> None:
    times = 3 * _MOST // len(_SENTENCE.encode())
    assert _surfaces(_SENTENCE * times) == _surfaces(_SENTENCE) * times


@pytest.mark.parametrize("end", ["\n", "、", " "])
def test_text_without_stops_is_parted_at_lines_and_pauses(end: str) -> None:
    part = f"北山市図書館{end}"
    times = 2 * _MOST // len(part.encode())
    assert _surfaces(part * times) == _surfaces(part) * times


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "市\udc00は\ud83d",
        "\0市\0",
        "㍿" * 16_000,
        "\ufdfa" * 3_000,
        "\u0301" * 40_000,
        "",
    ],
    ids=["lone", "lone within", "nul", "longer inside", "far longer", "combining", "nothing"],
)
def test_any_text_has_words(text: str) -> None:
    assert "".join(_surfaces(text)) == text

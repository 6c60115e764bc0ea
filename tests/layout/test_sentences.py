import pytest

from shiryo.inline import parse, plain
from shiryo.layout.text.sentences import clauses, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("終わりのない文", ["終わりのない文"]),
        ("一つ。二つ。", ["一つ。", "二つ。"]),
        ("「待て。行くな」と言う。次。", ["「待て。行くな」と言う。", "次。"]),
        ("本当か！？　そうだ。", ["本当か！？", "　そうだ。"]),
        ("そうだ（注。）続く。", ["そうだ（注。）", "続く。"]),
    ],
)
def test_sentences_end_outside_brackets(text: str, parts: list[str]) -> None:
    assert [plain(part) for part in sentences(parse(text))] == parts


def test_marks_and_notes_stay_with_their_words() -> None:
    first, second = sentences(parse("**強い**文。^[注]{次|つぎ}の文。"))
    assert first[0].strong
    assert [run.note is not None for run in first] == [False, False, True]
    assert second[0].ruby == "つぎ"


def test_clauses_end_at_commas() -> None:
    assert [plain(part) for part in clauses(parse("春は、夏は。秋"))] == ["春は、", "夏は。", "秋"]

from fake_font import set_text, texts

TITLE = "国産AIの開発を国が本格的に支援する理由"


def test_breaks_between_phrases() -> None:
    assert texts(set_text(TITLE, 12, "phrase")) == ["国産AIの開発を国が", "本格的に支援する理由"]


def test_as_few_lines_as_can_be() -> None:
    assert len(set_text(TITLE, 30, "phrase")) == 1
    assert len(set_text(TITLE, 11, "phrase")) == 2


def test_lines_are_balanced() -> None:
    widths = [line.width for line in set_text(TITLE, 18, "phrase")]
    assert len(widths) == 2
    assert max(widths) - min(widths) <= 30


def test_phrase_wider_than_the_measure_is_broken() -> None:
    lines = set_text("独立行政法人情報処理推進機構の", 6, "phrase")
    assert "".join(texts(lines)) == "独立行政法人情報処理推進機構の"
    assert max(line.width for line in lines) <= 60


def test_a_full_width_space_parts_phrases() -> None:
    assert texts(set_text("第一章\u3000はじめに", 6, "phrase")) == ["第一章\u3000", "はじめに"]

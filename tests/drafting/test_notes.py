from shiryo.drafting.plan.notes import noted
from shiryo.outline import model

SENTENCES = ["市は図書館を見直します。", "利用者は10年で3割減りました。", "雨の日は混みます。"]


def section() -> model.Section:
    return model.Section.model_validate(
        {
            "id": "a",
            "title": "現状",
            "message": "利用者は10年で3割減った",
            "blocks": [
                {"bullets": ["雨の日は混む"], "only": "deck"},
                {"text": ["".join(SENTENCES)]},
            ],
        }
    )


def test_notes_have_the_sentences_that_there_is_time_for() -> None:
    notes = noted(section(), 30).notes
    assert notes.startswith(SENTENCES[0])
    assert len(notes) <= 30
    assert noted(section(), 300).notes == "".join(SENTENCES)


def test_notes_say_what_stands_below_an_item() -> None:
    bullets = [
        {"text": "窓口に行く。", "items": [{"text": "朝は北口"}, {"title": "夜", "text": "南口"}]}
    ]
    listed = model.Section.model_validate(
        {"id": "a", "title": "順", "blocks": [{"bullets": bullets}]}
    )
    assert noted(listed, 300).notes == "窓口に行く。朝は北口。夜、南口。"


def test_notes_part_what_has_no_full_stop() -> None:
    said = {"text": ["14時から16時まで", "晴れですか？", "窓口（南）", "「開く。」"]}
    prose = model.Section.model_validate({"id": "a", "title": "会", "blocks": [said]})
    assert noted(prose, 300).notes == "14時から16時まで。晴れですか？窓口（南）。「開く。」"


def test_what_the_notes_say_is_not_said_twice() -> None:
    prose = [b for b in noted(section(), 300).blocks if isinstance(b, model.TextBlock)]
    assert [b.only for b in prose] == ["handout"]

from shiryo.drafting.select.agenda import brief

TEXT = "夜間開館を始める。夜間開館には職員が要る。夜間開館の費用は市が出す。"


def test_the_compound_that_comes_again_and_again() -> None:
    assert brief("これからの図書館", "市が夜間開館の費用を出す", TEXT) == "夜間開館"


def test_what_the_title_says_is_not_said_again() -> None:
    assert brief("夜間開館の費用", "市が費用を出す", TEXT) == ""


def test_what_the_section_does_not_claim_is_no_word_for_it() -> None:
    assert brief("これからの図書館", "市が費用を出す", TEXT) == ""


def test_nothing_rather_than_a_word_used_once() -> None:
    assert brief("これから", "市が夜間開館を始める", "市が夜間開館を始める。") == ""

from shiryo.japanese.readings import reading


def test_a_term_is_read_in_kana():
    assert reading("計算資源") == "ケイサンシゲン"


def test_latin_words_stay():
    assert reading("LCCの比較") == "LCCノヒカク"

from shiryo.draft.salience import overlap, salience


def test_the_sentence_that_shares_most_is_central() -> None:
    scores = salience(
        ["市は図書館の開館時間を延ばす。", "図書館の開館時間は八時まで。", "駅前に花が咲いた。"]
    )
    assert scores.index(min(scores)) == 2


def test_words_of_the_heading_count() -> None:
    scores = salience(["予算は減った。", "人口は増えた。"], "人口の動き")
    assert scores[1] > scores[0]


def test_nothing_has_no_scores() -> None:
    assert salience([]) == []


def test_overlap_is_of_the_shorter() -> None:
    assert overlap("図書館の利用者", "図書館の利用者は減った") == 1.0
    assert overlap("図書館", "花壇") == 0.0

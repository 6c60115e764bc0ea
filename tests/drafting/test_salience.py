from collections.abc import Sequence

import pytest

from shiryo.drafting.select.salience import _Alike, overlap, salience


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


def test_a_sentence_that_shares_nothing_is_below_the_others() -> None:
    scores = salience(["駅前に花が咲いた。", "図書館を広げる。", "図書館を建てる。"])
    assert scores[0] == pytest.approx(0.15)
    assert scores[1] == scores[2] == pytest.approx(1.0)


def test_scores_are_those_of_all_pairs() -> None:
    said = ["図書館の予算", "図書館の職員", "職員の予算", "駅の職員", "駅前の花"]
    scores = salience(said)
    # LexRank over the cosines of: {図書館 予算} {図書館 職員} {職員 予算} {駅 職員} {駅前 花}
    rows = ((0, 5, 5, 0, 0), (5, 0, 5, 5, 0), (5, 5, 0, 5, 0), (0, 5, 5, 0, 0), (0, 0, 0, 0, 0))
    wanted = [1.0] * 5
    for _ in range(20):
        wanted = [
            0.15 + 0.85 * sum(wanted[j] * rows[j][i] / (sum(rows[j]) or 1) for j in range(5))
            for i in range(5)
        ]
    assert scores == pytest.approx(wanted)


def test_it_goes_through_each_word_once_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    spread = _Alike.spread

    def counted(self: _Alike, weights: Sequence[float]) -> list[float]:
        looked.append(sum(map(len, self._rows)))
        return spread(self, weights)

    monkeypatch.setattr(_Alike, "spread", counted)
    salience(["図書館の予算が増えた。"] * 50)
    few = sum(looked)
    looked.clear()
    salience(["図書館の予算が増えた。"] * 500)
    assert sum(looked) == 10 * few

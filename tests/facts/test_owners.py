import pytest

from shiryo.facts.facts import unsupported

TABLE = (
    "| 道具 | 作った所 | 国 |\n|---|---|---|\n"
    "| Kamome | Aozora | 日本 |\n| Tsubame | Midori | 韓国 |\n| Suzume | Akane | 日本 |"
)
MAKERS = (
    "谷口製茶は新芽だけを機械で摘み、森田園は葉を手で揉む。"
    "谷口製茶の売上は32億円、森田園は18億円だった。"
)
SURVEYS = (
    "旅館組合の調査によると、泊まる人は三割増えた。商店会の調査によると、店の売上は横ばいだった。"
)
TRAIN = "東口の売店は朝に開き、西口の食堂は夜に開く。"

ROOM = "観光庁も新しい取り組みを始めました。庁内の全職員が使う地図を自前で作り、試しています。"
ABROAD = "海外生まれの布が広まっています。外国の店だけに任せるのは危ういという声もあります。"


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        ("Kamome\nMidori\n日本", TABLE),
        ("Suzume\nMidori\n日本", TABLE),
        ("森田園は新芽だけを機械で摘む", MAKERS),
        ("森田園の売上は32億円", MAKERS),
        ("谷口製茶の売上は18億円", MAKERS),
        ("商店会の調査によると、泊まる人は三割増えた", SURVEYS),
        ("西口の食堂は朝に開く", TRAIN),
        ("観光庁の全職員が使う地図を自前で作成", ROOM.replace("庁内", "農水省")),
    ],
)
def test_what_is_of_another_is_found(said: str, cited: str) -> None:
    assert {fact.kind for fact in unsupported(said, cited)} & {"owner", "subject"}


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        ("Kamome\nAozora\n日本", TABLE),
        ("Tsubame\n韓国", TABLE),
        ("谷口製茶は新芽だけを機械で摘む", MAKERS),
        ("森田園は葉を手で揉む", MAKERS),
        ("谷口製茶の売上は32億円", MAKERS),
        ("商店会の調査によると、店の売上は横ばいだった", SURVEYS),
        ("東口の売店は朝に開く", TRAIN),
        ("32億円\n谷口製茶の売上", MAKERS),
        ("食堂は夜、西口に開く", TRAIN),
        ("観光庁の全職員が使う地図を自前で作成", ROOM),
        ("海外の店だけに任せるのを危ぶむ声がある。海外製の布が広まる", ABROAD),
    ],
)
def test_what_is_its_own_is_let_be(said: str, cited: str) -> None:
    assert unsupported(said, cited) == ()

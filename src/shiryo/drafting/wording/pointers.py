"""Words that send a reader elsewhere in the text, or join a sentence to what stands before it.

No slide shows what they point to; the rest of a sentence says what is done.
"""

from itertools import takewhile

from shiryo import lazy_re as re
from shiryo.facts.bearings import bearings
from shiryo.japanese.sentences import unstopped
from shiryo.japanese.words import words

_POINTER = re.compile(
    r"(?:^|(?<=[、，はをがにで]))(?:"
    r"(?:(?:以下|下記|次|上記|[上下右左])の(?:(?:写真|図|画像|画面|例|コード)の?)?|[上下右左前次]?(?:写真|図|画像)の?)"
    r"(?:ように(?:して)?|(?:とおり|通り)に?)|"
    r"(?:以下|下記|次|[上下右左])の(?:写真|図|画像|画面)を参(?:考|照)(?:に|し)(?:して|て)?|"
    r"(?:以下|下記|次)の(?:[0-9０-９一二三四五六七八九]つの)?(?:観点|視点|理由)(?:から|により|によって)"
    r")、?(?=[^。]{2,40}?[をにがは][^。]{2})"
)
"""What sends a reader to what stands beside the text, where the rest says what is done."""
_BEFORE = re.compile(
    r"^[前先既]述の(?:ように|(?:通り|とおり)に?)、?(?=[^。]{2,40}?[をにがは][^。]{2})"
)
"""What sends a reader back in the text."""
_BESIDE = re.compile(r"[（(](?:[上下左右]{1,2}|前|次)の?(?:図|表|写真|画像)[^（）()]{0,4}[)）]")
"""A remark that does nothing else."""
_TYPED = re.compile(r"^(?:以下|下記|次)の ?(?=[A-Za-z][\w.-]* ?コマンド[をで])")
"""It says no more of a command than its name does."""
_THESE = re.compile(r"(?:^|(?<=[、，はをがにで]))(?:以下|下記)の ?")
_KEPT_AT = re.compile(r"(?:[レリ]ポジトリ|サイト|ページ|フォーム|サーバー?)で[一-龠]{2}")
"""Where something is kept or done, after that: a place that is one whatever its address."""
_IS_THERE = re.compile(
    r"(?<!必要)(?<!こと)[がも](?:あ[るり]|存在|挙げ|見られ)[^、。]{0,6}$|(?:である|だ|です)$"
)
"""How a sentence ends that says no more than that they are there."""
_NAMING, _LEAST = ("名詞", "接尾辞", "接頭辞", "形状詞"), 4
_COLON = re.compile(r"(?<=[いただるすうくつぬぶむ])[:：]$")
_COMPLETES = re.compile(
    r"(?:述べ|[言話書語呼表示]|答え|説明|定義|定め|規定|記載|記述|紹介|考え|な[るっり])[^、。]{0,8}$"
)
"""How a sentence ends of which that is the very matter (次のように述べる)."""
FRAME = re.compile(r"^(?:という(?:のが、?)?|といった)(?=[一-龠ァ-ヴ0-9０-９ぁ-ん]{2})")
"""How a sentence begins that has a list, or somebody's words, as its first part."""
_BOTH = re.compile(
    r"^(?P<does>[^。0-9０-９]*+[0-9０-９][^。]*?[一-龠]{2}し)、(?:次|以下|下記)の(?:よう|とおり|通り)[^、。]*?"
    r"(?P<ends>ました|た)(?=。?$)"
)
"""What was done and measured (9割に改善し), and what follows is to show besides."""


def without_pointer(text: str) -> str:
    """Return what is said without 下記のように or a colon at its end: no slide shows what follows.

    What is denied (次のように使うことは勧めない) may be denied of just that way.
    """
    text = _COLON.sub("", _BESIDE.sub("", _BEFORE.sub("", text)))
    text = _BOTH.sub(r"\g<does>\g<ends>", text)
    stays = bearings(text)["denied"] or _COMPLETES.search(unstopped(text))
    return text if stays else _named(_POINTER.sub("", _TYPED.sub("", text)).strip())


def _named(text: str) -> str:
    """Return ``text`` without 以下の before what it names (以下の検定結果を…), unless it is all."""
    found = _THESE.search(text)
    if found is None:
        return text
    rest = text[: found.start()] + text[found.end() :]
    if _KEPT_AT.match(text, found.end()):
        return rest
    if _IS_THERE.search(unstopped(text)):
        return text
    named = [*takewhile(lambda word: word.pos in _NAMING, words(text[found.end() :]))]
    return rest if len(named) > 1 and sum(len(word.surface) for word in named) >= _LEAST else text


def without_frame(text: str) -> str:
    """Return what goes on from a list (という悩みがある) without what joins it to that."""
    return FRAME.sub("", text.strip())

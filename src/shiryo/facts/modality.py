"""The force of what is said: whether it is denied, and whether it is expected, planned or needed.

Found by patterns alone. A predicate is known by its content word (決 of 決まっていない, 登録 of
登録する必要はない); what follows it tells its force. Two texts are compared where they share the
word, so a statement in other words is never accused.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from shiryo import lazy_re as re
from shiryo.japanese.quantities import half
from shiryo.values import dataclass

_KEPT = 1024
"""How many texts are remembered: a sentence is compared with each of its wordings."""
_CUT = 10
"""Characters of a tail that may be cut."""
_ENDINGS = 8192
"""How many endings are: there are few in all, and a word has one in each sentence."""
_NOUNS = "見込み|見通し|予定|可能性|恐れ|必要|方針|不可能"
_END = r"(?=[、。,.!?」\n]|\Z)"
_CLASSES = {
    "expected": re.compile(
        r"見込み|見込ま|見通し|と(?:み|見)られ|だろう|でしょう|らしい|ようだ|ようです|はず|"
        rf"(?<=[きぎしじちにびみりえけげせてねべめれさ])そう(?:だ|です|である)?{_END}"
    ),
    "possible": re.compile(r"可能性|かもしれ|おそれ|恐れ|かね(?:ない|ません)"),
    "planned": re.compile(r"予定|方針|つもり"),
    "reported": re.compile(
        rf"と(?:いう|いいます)(?:の)?(?:だ|です)?{_END}|とされ|と[言い]われ|との(?:こと|見方|指摘)|"
        rf"(?<=[うくすつぬぶむるたいだ])そう(?:だ|です|である){_END}"
    ),
    "needed": re.compile(
        r"必要(?!な(?!い|の|ら|かっ)|に(?!な))|べき|(?:なけれ|ね)ば(?:なら|なり|いけ)|なくては(?:なら|なり|いけ)|求められ"
    ),
    "wished": re.compile(
        rf"(?:(?<=[いきしちにびり])|(?<=[一-龠]み))たい(?:です|[とか]|考え|意向|{_END})|てほしい|て欲しい"
    ),
}
_NO_DENIAL = re.compile(
    r"(?:(?:なけれ|ね)ば|なくては)(?:なら|なり|いけ)(?:ない|なかっ|ません|ず)|なんとなく|"
    r"ざるを得(?:ない|ません)|かもしれ(?:ない|ません)|かね(?:ない|ません)|[違ちが]いない|違いありません|欠かせ(?:ない|ません)|やむを得(?:ない|ません)|"
    r"だけで(?:は|も)?なく|のみならず|ばかりで(?:は|も)?なく|少なくとも|しか(?:ない|ありません)|"
    r"ほか(?:なら|なり)?(?:ない|ません)|少な(?:い|く|から)|危な[いく]|"
    r"申し?訳(?:ござい|あり)?(?:ない|ません|なく)|"
    r"ない(?:です)?か|ませんか|なく(?=[すせさしそな])"
)
_DENIAL = re.compile(
    r"ない|無い|(?<=[一-龠ァ-ヴー])(?:なし|無し)(?=[、。）)」・]|\Z)|なかっ|ません|なく(?![すせさしそな])|なけれ|(?:せ|でき|おら|え|れ)ず|"
    r"(?<=[かがさたなばまらわ])ず(?=に|\Z)|不可能"
)
_NOT_DOING = re.compile(
    r"(?<![、。\nは]ま)(?<!\Aま)(?<=[かがさたなばまらわいきぎしじちにびみり])ず(?=[、。]|\Z)"
)
"""What _DENIAL does not take for one, as まず and はず end alike (閉じず、)."""
_CONTENT = re.compile(rf"(?:(?!{_NOUNS})[一-龠々ァ-ヴーA-Za-z0-9])+")
TAIL = re.compile(
    rf"[ぁ-ん]{{0,14}}(?:(?:{_NOUNS})[ぁ-ん]{{0,10}})?(?:(?:見込|[言見得違思考])[ぁ-ん]{{1,8}})?"
)
_POLITE = re.compile(r"[ぁ-ん]{0,7}?(?:ません|でしょう)")
"""How a tail ends that is cut within its polite ending; the plain one is shorter."""
ACCORDING = re.compile(
    "によ(?:ると|れば|りますと)|の(?:調べ|調査|まとめ|発表|説明|話|報道)で(?:は)?、|"
    "ベースでは|に言わせ"
)
"""Who says so, before what is said."""
_CONTRARY = "不未非無"
_WRAP = re.compile(r"(?<=[ぁ-んァ-ヴ一-龠])\n(?=[ぁ-んァ-ヴ一-龠])")

Kind = Literal["negation", "modality"]


@dataclass(frozen=True, slots=True)
class _Predicate:
    word: str
    text: str
    denied: bool
    classes: frozenset[str]
    ends: bool
    """Whether a clause ends after it."""


@dataclass(slots=True)
class _Meant:
    """All predicates of one word."""

    denied: bool = False
    """Whether one is denied …"""
    all_denied: bool = True
    """… or every one."""
    classes: frozenset[str] = frozenset()
    """Those of any."""
    all_weighed: bool = True
    """Whether every one has a class."""

    def add(self, predicate: _Predicate) -> None:
        self.denied |= predicate.denied
        self.all_denied &= predicate.denied
        self.classes |= predicate.classes
        self.all_weighed &= bool(predicate.classes)


def changed(statement: str, cited: str) -> Iterator[tuple[Kind, str]]:
    """Yield where ``statement`` denies, affirms or weighs a thing otherwise than ``cited``."""
    source = _meant(cited)
    reported = _reported(cited)
    for said in _predicates(statement):
        if meant := source.get(said.word):
            if _denies_otherwise(said, meant):
                yield "negation", said.text
            elif _weighs_otherwise(said, meant, reported):
                yield "modality", said.text


@lru_cache(_KEPT)
def _reported(cited: str) -> frozenset[str]:
    return frozenset({"reported"} if ACCORDING.search(cited) else ())


@lru_cache(_KEPT)
def _meant(cited: str) -> dict[str, _Meant]:
    """Return the predicates of ``cited`` by their words."""
    source: dict[str, _Meant] = {}
    for text in {cited: None, unwrapped(cited): None}:
        for predicate in _predicates(text):
            source.setdefault(predicate.word, _Meant()).add(predicate)
    return source


def unwrapped(text: str) -> str:
    """Return ``text`` with lines joined that are one sentence."""
    return _WRAP.sub("", text)


def _denies_otherwise(said: _Predicate, meant: _Meant) -> bool:
    if said.denied:
        return not meant.denied
    return said.ends and meant.all_denied


def _weighs_otherwise(said: _Predicate, meant: _Meant, known: frozenset[str]) -> bool:
    if said.classes - known - meant.classes:
        return True
    return said.ends and not said.classes and meant.all_weighed


@lru_cache(_KEPT)
def _predicates(text: str) -> tuple[_Predicate, ...]:
    return tuple(_found(half(text)))


def _found(text: str) -> Iterator[_Predicate]:
    for match in _CONTENT.finditer(text):
        word, end = match[0], match.end()
        tail = TAIL.match(text, end)
        following = tail[0] if tail else ""
        if len(following) >= _CUT and (polite := _POLITE.match(text, end + len(following) - 4)):
            following = text[end : max(end + len(following), polite.end())]
        if len(word) == 1 and not following:
            continue
        contrary = len(word) > 2 and word[0] in _CONTRARY
        after = text[end + len(following) : end + len(following) + 2]
        yield _Predicate(
            (word[1:] if contrary else word)[-4:],
            word + following,
            _is_denied(following) != contrary,
            _weighed(following + after),
            not after or (after[0] in "、。,.!?)]」』\n " and after != "、と"),
        )


@lru_cache(_ENDINGS)
def _weighed(ending: str) -> frozenset[str]:
    """Return the classes of what follows a word."""
    return frozenset(name for name, pattern in _CLASSES.items() if pattern.search(ending))


def marks(text: str) -> Iterator[str]:
    """Yield a mark for each denial of ``text``, and for each word that weighs it its class."""
    bare = _NO_DENIAL.sub("", text)
    yield from ("denied" for _ in _DENIAL.finditer(bare))
    yield from ("denied" for _ in _NOT_DOING.finditer(bare))
    for name, pattern in _CLASSES.items():
        yield from (name for _ in pattern.finditer(text))


@lru_cache(_ENDINGS)
def _is_denied(tail: str) -> bool:
    return _DENIAL.search(_NO_DENIAL.sub("", tail)) is not None

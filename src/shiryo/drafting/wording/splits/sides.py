"""Two sides of a matter: what a sentence speaks of and what it says of it, and what is a pair."""

from itertools import takewhile

from shiryo import lazy_re as re
from shiryo.drafting.wording.shorten import without_conjunction
from shiryo.japanese.countries import NAMES
from shiryo.japanese.width import width

_AGAINST = re.compile(
    r"(?:(?:その)?一方(?:で|の)?|(?:これ|それ)(?:に対し|に対して|とは(?:逆|対照的)に)|対して|逆に|反対に|対照的に)、"
)
_SIDE = re.compile(r"(?P<title>[^、。「」『』は]{2,14}?)(?:(?<!ま)で)?は、?(?P<says>[^、].*)")
_NO_TITLE = re.compile(
    r".*[にとのへ]|(?!これまで|これから)(?:こ|そ|あ)[れのこち].*|私|我々|.*(?:場合|とき|時|こと|もの)"
)
_LEAST = 8.0
_PAIRS = tuple(
    (re.compile(rf".*(?:{one})"), re.compile(rf".*(?:{other})"))
    for one, other in (
        ("従来|これまで|以前|今まで|旧制度|現行", "今後|これから|新制度|新たな制度|改正後"),
        (
            "利点|メリット|長所|強み|[良よ]い点|[良よ]かった点",
            "欠点|デメリット|短所|弱み|悪い点|困る点|困った点|難点",
        ),
        ("賛成.{0,4}|賛成派|推進派", "反対.{0,4}|反対派|慎重派"),
        ("大企業", "中小企業"),
        ("都市部|都会", "地方|農村部|過疎地"),
        ("国内", "海外|国外"),
        ("男性", "女性"),
        ("若者|若年層|若い世代", "高齢者|高齢層"),
        ("平日", "休日|週末|土日"),
        ("側", "側"),
        ("昼間|日中", "夜間"),
        ("公立.{0,3}", "私立.{0,3}"),
    )
)
_OF_COUNTRY = re.compile(r"政府$|企業$")
_KIND = re.compile(r"[制客者型式店国市県校機器派層版法案組室車社]")
_ANTONYMS = frozenset(
    frozenset(pair)
    for pair in (
        ("前", "後"), ("内", "外"), ("新", "旧"), ("有", "無"), ("公", "私"), ("男", "女"),
        ("昼", "夜"), ("朝", "夕"), ("大", "小"), ("長", "短"), ("高", "低"), ("多", "少"),
        ("良い", "悪い"), ("必要", "不要"), ("個人", "法人"), ("大人", "子ども"),
        ("る", "ない"), ("する", "しない"), ("た", "なかった"), ("だった", "ではなかった"),
    )
)  # fmt: skip
"""What two names differ in that are opposites (屋内, 屋外; できること, できないこと)."""
CAUTION = re.compile(r".*(?:欠点|デメリット|短所|弱み|悪い点|困る点|困った点|難点|リスク)")


def side(sentence: str) -> tuple[str, ...]:
    """Return what a sentence speaks of and what it says of that (Aは、X); nothing if neither."""
    bare = sentence.strip().rstrip("。")
    found = _SIDE.fullmatch(without_conjunction(_AGAINST.sub("", bare, count=1)))
    if found is None or _NO_TITLE.fullmatch(found["title"]) or width(found["says"]) < _LEAST:
        return ()
    return found["title"], found["says"]


def is_against(sentence: str) -> bool:
    """Tell whether a sentence says that it sets something against what stands before it."""
    return _AGAINST.match(sentence) is not None


def are_opposites(one: str, other: str) -> bool:
    """Tell whether two titles are the sides of one matter (利点, 欠点), in either order."""
    pair = any(
        (a.fullmatch(one) and b.fullmatch(other)) or (b.fullmatch(one) and a.fullmatch(other))
        for a, b in _PAIRS
    )
    return one != other and (pair or _differs(one, other) in _ANTONYMS)


_CASE = re.compile(r"(?:場合|とき|時|ケース)(?:[はに]|には)?[:：]?$")
_KNOWN = tuple(
    (re.compile(rf"(?:{one})"), re.compile(rf"(?:{other})"))
    for one, other in (
        (r"(?:Apple )?iOS(?:端末|版)?|iPhone", r"(?:Google )?Android(?:端末|版)?"),
        (r"Windows ?(?:の場合|版)?", r"Mac(?: ?OS)? ?(?:の場合|版)?|macOS ?(?:の場合|版)?"),
        ("オンライン.{0,4}", "オフライン.{0,4}|対面.{0,4}|会場.{0,4}"),
        ("開始時", "終了時"),
        ("入社.{0,3}", "退社.{0,3}|退職.{0,3}"),
    )
)
"""What is the one or the other where a list has just these two."""


def are_cases(one: str, other: str) -> bool:
    """Tell whether two titles that make up a list are its two cases (…の場合, iOS and Android)."""
    known = any(
        (a.fullmatch(one) and b.fullmatch(other)) or (b.fullmatch(one) and a.fullmatch(other))
        for a, b in _KNOWN
    )
    shared = _alike(one[::-1], other[::-1])
    case = shared > 0 and _CASE.search(one[len(one) - shared :]) is not None
    return one != other and (known or case)


def _differs(one: str, other: str) -> frozenset[str]:
    """Return what two names differ in; nothing if they share no word."""
    opens = _alike(one, other)
    ends = _alike(one[opens:][::-1], other[opens:][::-1])
    rest = (one[opens : len(one) - ends], other[opens : len(other) - ends])
    return frozenset(rest) if opens or ends else frozenset()


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with that are the same."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


_PAIR = re.compile(r"[一-龠ァ-ヴー]{2}")


def are_alike(one: str, other: str) -> bool:
    """Tell whether two titles name things of one kind (ガス給湯器, 電気給湯機)."""
    if one == other or one in other or other in one:
        return False
    if all(_OF_COUNTRY.sub("", title) in NAMES for title in (one, other)):
        return True
    pairs = {one[n : n + 2] for n in range(len(one) - 1)}
    shared = {p for p in pairs if p in other and _PAIR.fullmatch(p)}
    same_end = one[-1] == other[-1] and _KIND.fullmatch(one[-1])
    return bool(shared or same_end)

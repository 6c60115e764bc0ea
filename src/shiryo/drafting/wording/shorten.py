"""Shorter wordings of a sentence that say nothing else.

Every step takes something away that can be spared: a leading conjunction, examples in a bracket,
words for what fewer say. Clauses stay, for a reason or the circumstances may bear the meaning; of
a sentence that is too long whole clauses are taken (`clauses`).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from shiryo import lazy_re as re
from shiryo.drafting.wording.courtesy import without_courtesy
from shiryo.drafting.wording.plain import plain
from shiryo.facts.facts import facts
from shiryo.facts.losses import spoken
from shiryo.japanese import inflect
from shiryo.japanese.brackets import is_open, uncalled
from shiryo.japanese.sentences import unstopped
from shiryo.japanese.words import words

LINE = 41.0
"""Full-width characters that one line of a slide holds."""
LIMIT = 68.0
"""Full-width characters of a bullet, and of most messages: what two lines of a slide hold, wherever
the first one breaks (`tests/layout/test_said_in_two_lines.py`)."""
MESSAGE = 80.0
"""Full-width characters of a message that is set smaller, so that two lines hold it."""
THREE = 1.5 * LIMIT
"""Full-width characters of three lines."""

_LEADING = re.compile(
    r"(?:実は|もちろん|まず|次に|最後に|ちなみに|[こそ]の結果|結果として|このように|(?:[こそ]れに)?加えて|さらに|とは[い言]え|"
    r"つまり|要するに|それでは|そのため|このため|一方で|一方|なお|また|しかし|しかしながら|"
    r"はい|いいえ|では|実際には|実際|じつは|ですので|ですから|同時に|これに対して?|その際は?|そうすることで|これにより|これによって|具体的には|とりわけ|特に|"
    r"そこで|そして|だから|したがって|従って|よって|(?:それ)?ゆえに?|でも|すなわち|ところが|しかも|だが|それでも|なので|ですが|ですから)[、，,]\s*|"
    r"(?:この|以上の|上記の)ように ?(?=(?:[一-龠ァ-ヴーA-Za-z0-9. ]{1,12}の)?"
    r"[一-龠ァ-ヴーA-Za-z0-9.]{1,12}(?:という[一-龠]{1,6}|で)?は)|"
    r"(?:他|ほか)にも[、，](?:(?:たとえ|例え)ば[、，]?)?|あと(?:[、，]|(?=[一-龠ァ-ヴ]{1,6}(?:さん|氏)))|"
    r"[こそ]のため(?=[一-龠ァ-ヴA-Za-z「『])|[こそ]の(?:代|か)わりに?(?:[、，]|(?=[一-龠ァ-ヴA-Za-z]))|"
    r"(?:[こそ](?:れら|うした|のような)?の?|以上の)(?:理由|事情|背景|こと|点)(?:から|により|によって|を踏まえ|をふまえ)[、，]|"
    r"(?:しかし|ところが|そして|また) (?=\S)|"
    r"(?:しかし(?:ながら)?|ところが|したがって|それ(?:ゆえ|故)に?)(?=[^\sぁ-ん、，])|しかし(?=で|も|ま)|"
    r"(?:と(?:い|言)っても|だったら|なら(?:ば(?:いっそ)?)?|ところで|まず(?:はじめ|最初)に|別の言い方をすれば)[、，]|"
    r"(?:(?:冒頭|先(?:ほど|程)?|上|以前|すで|既|[こそ]れまで|ここまで|前[章節項回]?)[でにも]{0,2})?(?:述べ|触れ|書い|説明し|紹介し|見て?き?)た(?:よう|通り|とおり)に?[、，]|"
    r"(?:[前上先既]述|以上|上記)の(?:よう|通り|とおり)に?[、，]|以上(?:から|より|により|を踏まえて?|をまとめると)[、，]|"
    r"(?:[こそ]ういう|[こそ]んな|と(?:いう|いった))わけで(?!は|も|す|な|あ)[、，,]?\s*|"
    r"そこで(?=[一-龠]{1,3}[はがも])|だから(?:こそ)?(?!と)[、，]?|だが(?=[その一-龠])|"
    r"ここで(?=(?:用いられ|使われ|登場す|役立|役に立|活躍す|出てく|必要(?:とな|にな|な))[るつ]?のが)|"
    r"(?:けれども?|ですが|なので)(?=[一-龠ァ-ヴA-Za-z]|それぞれ)|かといって[、，]|"
    r"とは[い言]え[ \u3000]?(?=[一-龠ァ-ヴA-Za-z])|"
    r"加えて(?=[ァ-ヴA-Z]|[^、。]{1,14}[はもが])|"
    r"(?:(?:突然|唐突|私事|恐縮)(?:だ|です|では?あります)が)[、，]|"
    r"(?:まぁ|まあ|ええと|えーと|うーん|ありゃ|おっと|さて|んで|いやぁ|いやあ)[、，](?=\S{6})|"
    r"(?:要約すると|まとめると|換言すると|言い換え(?:ると|れば)|[^、。はがらて]{1,8}[にく]言(?:うと|えば))[、，]|"
    r"(?:そこで|つまり|また|しかし|ところが|そして|したがって)(?:実際には、)?(?=実際|[一-龠]{2}|[本当同この各国県市これそれ]+[はがをにで]|本)"
)
_AGAINST = re.compile(r"^(?:(?:ただし|但し|もっとも)[、，]\s*|ただ、)")
_PROVISION = re.compile(
    r"(?:(?<=^)|(?<=[はが、]))前(?:[0-9０-９一二三]?項|条)"
    r"(?:の(?:規定|定め)(?:に(?:より|よって|かかわらず)、?|による)|にかかわらず、?)(?=.{6})"
)
"""What a rule that says itself what it is of rests on, or departs from."""
_EXCEPT = ("ただし", "ただ", "もっとも", "あるいは", "もしくは", "または", "それとも")
"""Conjunctions of what holds only beside what stands before it; they stay."""
_SIGN = re.compile(
    r"^(?:[※★☆●○◎◆◇■□▼▽▲△▶→⇒✓✅]|[\u2600-\u260f\u2613-\u27bf\U0001f300-\U0001faff]\ufe0f?)+\s*"
)
"""Signs that only catch the eye."""
_TWINS = re.compile(r"([○●◎△▲□■◇◆☆★])\1+")
"""Stand for a name that is not said."""
_BRACKET = re.compile(r"[（(]([^（()）]*)[)）]")
_NOTED = re.compile(r"。([（(][^（）()。\n]{1,24})。?(?=[)）]$)")
"""A remark behind the stop of a sentence, with a stop of its own or none."""
_EXAMPLES = re.compile(r"[^、・]{2}[、・].*[^、・]{2}|(?:など|等|のような)$|^(?:例|たとえば)")
_WORDY = (
    (re.compile(r"をすることができ(?=[るたなず])"), "ができ"),
    (re.compile(r"することができ(?=[るたなず])"), "でき"),
    (
        re.compile(r"^(.{4,}?)(?<!しく)(?:について|に関して)?(?:は|を)こちら(?:だ|から|を参照)?$"),
        r"\1",
    ),
    (re.compile(r"(?<=を)(?:次|以下|下記)の(?:とおり|通り)に?(?=[一-龠]{2})"), ""),
    (re.compile(r"^答えは、(.{8,}?)(?:からだ)?$"), r"\1"),
    (re.compile(r"ということになる$"), "ことになる"),
    (
        re.compile(
            r"(?:^|(?<=[、，はをがにで]))(?:[上下左右次前]の?)?図の(?:ように|(?:通り|とおり)に?)、?"
            r"(?=[一-龠ァ-ヴぁ-んA-Za-z]{2})"
        ),
        "",
    ),
    (re.compile(r"(?:^|(?<=[、，]))[上下左右]図の(?=[一-龠ァ-ヴA-Za-z])"), ""),
    (
        re.compile(
            r"[（(](?:下記|上記|後述|前述|以下)の[^（）()]{0,20}参照[^（）()]{0,6}[)）]|[（(][★☆※]+[)）]|"
            r"[（(](?:[上下左右次前]?(?:図|写真|画像)|用語集?|付録|[後前]述)[をは]?参照[)）]|"
            r"[、，](?:[上下左右次前]?図|用語集?|付録)[をは]?参照(?=[)）])"
        ),
        "",
    ),
    (
        re.compile(
            r"^([^。はが]{0,40}?[^。はを]{2,40})を(?:以下|下記|次)(?:の[図表写真画像]{1,2})?に"
            r"(?:示|記|掲げ|載せ|挙げ)(?:す|した|る|た|ている|ておく)$"
        ),
        r"\1",
    ),
    (
        re.compile(
            r"(?<=[うくすつぬぶむるた])(?:という)?ことから(?:説明|解説|紹介|お?話)[^、。]{1,8}$"
        ),
        "",
    ),
    (re.compile(r"(?<=[うくすつぬむぶるたい])わけだ?$"), ""),
    (re.compile(r"(という(?:声|意見|指摘|見方|懸念|批判|話|考え))も$"), r"\1もある"),
)
_WRAPPED = re.compile(
    r"(?P<lead>[^、。は「」]{1,14})のは、(?P<says>.+?)(?:(?:という)?点|ということ)(?:だ|である)?"
)
_TIGHTER = (
    (
        re.compile(
            r"(?<=[ぁ-んァ-ヴ一-龠、，]) +(?![-–—])|(?<![ –—-]) ++(?=[ぁ-んァ-ヴ一-龠、，])"
        ),
        "",
    ),
    (re.compile(r"(?<=[うくすつぬむぶるた])ことにより(?=、)"), "ことで"),
    (re.compile(r"(?<!の)における(?=[一-龠ァ-ヴ])"), "での"),
    (re.compile(r"に対する(?=[一-龠ァ-ヴ])"), "への"),
    (re.compile(r"といった(?:もの|こと)がある$"), "がある"),
    (re.compile(r"(?<=[一-龠]{2})を実施(?:する)?$"), ""),
    (
        re.compile(
            r"(?<=」)という(?:プロジェクト|制度|事業|計画|仕組み|サービス|取り組み|取組)(?=[でをがはに])"
        ),
        "",
    ),
    (re.compile(r"(?<=[一-龠]{2})することが可能$"), "可能"),
    (re.compile(r"(?<=[一-龠]{2})していく予定$"), "予定"),
    (re.compile(r"((?<![うくすつぬむぶる])必要|可能性|恐れ|おそれ|傾向)がある$"), r"\1"),
    (re.compile(r"(?<=[一-龠]{2})を行う$"), ""),
    (re.compile(r"といった[一-龠]{2,4}の(?=[一-龠])"), "の"),
    (re.compile(r"の名前(?=[がをは])"), "の名"),
    (re.compile(r"(?<=る)(方針|計画|構想)を(?:打ち出|示|明らかに)した$"), r"\1"),
    (re.compile(r"において(?=[、一-龠ァ-ヴ])"), "で"),
)
_AFTER_DATE = re.compile(r"^[頃ごろ]*[にはのから]*[、：:\s]*")
_STAYS = re.compile(
    r"ない|なく|なかっ|なけれ|ず|ぬ|不(?!足|安|審)|無(?!料|償|線)|非(?!常)|によると|によれば|ベースでは|今後|現在|現時点|当初|"
    r"これまで|将来|来年|昨年|今年|先月|今月|来月"
)


def tidied(text: str) -> str:
    """Return ``text`` without its final stop and with fewer words for the same."""
    text = uncalled(without_courtesy(_NOTED.sub(r"\1", unstopped(text))))
    for pattern, wording in _WORDY:
        text = pattern.sub(wording, text)
    return text


def without_exception(text: str) -> str:
    """Return advice without what sets it against the sentence before it (ただし、)."""
    return _AGAINST.sub("", text)


def without_provision(text: str) -> str:
    """Return a rule without 前項の規定により before what is done by that, which it names."""
    return _PROVISION.sub("", text)


def statement(sentence: str) -> str:
    """Return ``sentence`` as a statement: plain style, no leading conjunction, no final stop."""
    for change in PLAINER.values():
        sentence = change(sentence)
    return sentence


def without_conjunction(text: str) -> str:
    """Return ``text`` without the conjunction at its start."""
    text = text.strip()
    shorter = _LEADING.sub("", text, count=1) if _LEADING.match(text) else text
    first = words(shorter[:12])[:2] if shorter else ()
    joins = first[0].pos == "接続詞" and first[0].surface not in _EXCEPT if first else False
    if len(first) == 2 and (joins or first[0].surface == "さらに"):
        rest = shorter[len(first[0].surface) :].lstrip("、，, ")
        if first[1].pos in ("名詞", "補助記号", "接頭辞", "代名詞"):
            return rest
    return shorter


def _without_sign(text: str) -> str:
    """Return ``text`` without the sign that opens it, unless it stands for words or is spoken of.

    So do the twins of ○○機能は…, and so is what a particle follows (※は…); ※1 is the name of
    a remark.
    """
    rest = _SIGN.sub("", text)
    sign = text[: len(text) - len(rest)].strip()
    if not rest or _TWINS.fullmatch(sign) or (sign == "※" and rest[0].isdigit()):
        return text
    return text if sign and words(rest)[0].pos == "助詞" else rest


def opens_with_named_sign(text: str) -> bool:
    """Tell whether the sign that opens ``text`` has its part in what it says."""
    return _SIGN.match(text) is not None and _without_sign(text) == text


def without_date(text: str) -> str:
    """Return ``text`` without the date that opens it and the particles after it."""
    for fact in facts(text):
        if fact.kind == "date" and text.startswith(fact.text):
            return _AFTER_DATE.sub("", text[len(fact.text) :])
    return text


def _without_brackets(text: str) -> str:
    """Drop brackets that give examples; any other may say how sure, how much or whose it is."""
    return _BRACKET.sub(lambda m: "" if _gives_examples(m[1]) else m[0], text)


def _gives_examples(text: str) -> bool:
    return bool(_EXAMPLES.search(text)) and not (facts(text) or _STAYS.search(text))


def _unwrapped(text: str) -> str:
    """Turn 分かりにくいのは、XはYである点だ into XはYである: the lead only rates what is said."""
    found = _WRAPPED.fullmatch(text)
    if found is None or is_open(found["says"]):
        return text
    lead, last = words(found["lead"].removesuffix("な"))[-1], words(found["says"])[-1]
    rates = lead.pos in ("形容詞", "形状詞") or lead.sub == "形容詞的" or lead.base == "たい"
    ends = last.form.startswith(("終止形", "連体形")) and last.surface != "な"
    return found["says"] if rates and ends and spoken(found["says"]) else text


def _tighter(text: str) -> str:
    for pattern, wording in _TIGHTER:
        text = pattern.sub(wording, text)
    return _able(text)


_ABLE = re.compile("ことが|事が")


def _able(text: str) -> str:
    """Turn 使うことができる into 使える."""
    if not _ABLE.search(text):
        return text
    found = words(text)
    said, at = "", 0
    while at < len(found):
        ahead = "".join(w.surface for w in found[at + 1 : at + 3])
        able = found[at + 3].surface if at + 3 < len(found) else ""
        root = inflect.potential(found[at]) if ahead in ("ことが", "事が") else ""
        if root and found[at].pos == "動詞" and able.startswith(("でき", "出来")):
            said += root + able[2:]
            at += 4
        else:
            said += found[at].surface
            at += 1
    return said


PLAINER: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "drop-sign": _without_sign,
        "drop-connective": without_conjunction,
        "plain-style": plain,
        "tidy": tidied,
        "unwrap": _unwrapped,
    }
)
"""The steps of `statement`, in order, by the names that the log of a rewording gives them."""

SHORTER: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "drop-brackets": _without_brackets,
        "tighten": _tighter,
    }
)
"""The steps that make a statement shorter, in order, named likewise."""

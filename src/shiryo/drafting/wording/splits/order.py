"""What comes after what: steps that まず and 次に count, events that open with their dates."""

from shiryo import lazy_re as re
from shiryo.drafting.wording.plain import plain
from shiryo.drafting.wording.shorten import without_conjunction
from shiryo.japanese import inflect
from shiryo.japanese.dates import Date, dates
from shiryo.japanese.quantities import half
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, words

FIRST, NEXT, LAST = "first", "next", "last"
_MARK = re.compile(
    r"(?P<topic>[^、。「」]{1,14}は、?)?(?:"
    r"(?P<first>まず(?:は|最初に)?|はじめに|初めに|最初に|第[一1１]に)|(?P<last>最後に)|"
    r"(?P<next>次に|つぎに|次いで|続いて|つづいて|その後|それから|そして(?=、)|第[二三四五2-5２-５]に))、?"
)
_ORDINAL = re.compile(r"第[一1１]に")
_PROCESS = re.compile(r"手順|順序|順番|順に|流れ|ステップ|プロセス|段階|進め方|工程|フロー|段取り")
_STATES = ("ある", "いる", "できる", "思う", "言える", "分かる", "わかる", "違う", "要る", "異なる")
_GOES_ON = ("いる", "おる", "ある", "くる", "いく")
_VOICE = ("せる", "させる", "れる", "られる")


def acts(sentence: str) -> list[tuple[str, str]]:
    """Return what a sentence counts off, each with its place (`FIRST`, `NEXT`, `LAST`).

    Most have one act (次に、…を申請する); まず…し、次に…する has two. Empty if it does not begin
    with such a word, or if one of them is nothing that is done.
    """
    groups: list[tuple[str, list[str]]] = []
    for part in re.split(r"(?<=、)", sentence.strip().rstrip("。")):
        match = _MARK.match(part)
        if match and (not groups or not match["topic"]):
            place = next(k for k in (FIRST, NEXT, LAST) if match[k])
            groups.append((place, [(match["topic"] or "") + part[match.end() :]]))
        elif groups:
            groups[-1][1].append(part)
        else:
            return []
    past = plain(sentence).rstrip("。").endswith(("た", "だ"))
    made = [(place, "".join(found).rstrip("、")) for place, found in groups]
    finished = [(place, _finite(text, past=past)) for place, text in made[:-1]] + made[-1:]
    return finished if all(text and _is_act(text) for _, text in finished) else []


def is_process(first: str, about: str) -> bool:
    """Tell whether what ``first`` begins to count off is done in that order.

    第一に also counts reasons and aims: there ``about`` must speak of an order.
    """
    return not _ORDINAL.match(first) or names_process(about)


def names_process(about: str) -> bool:
    """Tell whether words over a list say that it is done in order."""
    return _PROCESS.search(about) is not None


def ordered(sentence: str) -> tuple[str, ...]:
    """Return what a sentence counts off, without the words that count."""
    return tuple(text for _, text in acts(sentence))


def _finite(text: str, *, past: bool) -> str:
    """Return a clause that pauses (申請し) as a sentence (申請する); empty if it is none."""
    last = words(text)[-1] if text else None
    if last is None or last.pos != "動詞" or not last.form.startswith("連用形"):
        return ""
    return text.removesuffix(last.surface) + (inflect.past(last) if past else last.base)


def _is_act(text: str) -> bool:
    found = words(plain(text).rstrip("。"))
    if len(found) > 1 and found[-1].surface in ("た", "だ", "う", "よう"):
        found = found[:-1]
    last, before = found[-1], found[-2] if len(found) > 1 else None
    if last.pos == "助動詞":
        return last.base in _VOICE
    if last.surface == "こと":
        return text.endswith(("ください", "下さい"))
    goes_on = before is not None and before.surface in ("て", "で") and last.base in _GOES_ON
    return last.pos == "動詞" and last.base not in _STATES and not goes_on


_OPERATED = re.compile(
    r"クリック|ダブルクリック|右クリック|タップ|ドラッグ|選択|指定|入力|ログイン|サインイン|アクセス|ダウンロード|インストール|起動|再起動|実行|コピー|ペースト|"
    r"保存|解凍|展開|配置|設定|編集|変更|追加|削除|登録|作成|移動|検索|接続|貼付|装着|用意|準備|印刷|記入|提出|申請|押下|アップロード|インポート|"
    r"エクスポート|有効化|無効化|確認"
)
"""What is done with する."""
_DONE = re.compile(
    r"押す|選ぶ|開く|閉じる|待つ|貼る|貼り付ける|取り付ける|取り外す|外す|はめる|はめ込む|差す|差し込む|つなぐ|繋ぐ|つなげる|入れる|置く|混ぜる|加える|切る|"
    r"焼く|煮る|茹でる|ゆでる|炒める|揚げる|洗う|塗る|締める|進む|戻る|立ち上げる|書き込む|付ける|つける|止める|回す|載せる|のせる|冷ます|冷やす|温める|"
    r"盛る|盛り付ける|添える|折る|巻く|縫う"
)
_ENDS = re.compile(r"(?<=[てで])(?:完了|完成|終了|終わり|OK)(?:です|となります|になります)$")
_SPEAKS = {"ます", "ください", "下さい", "う"}
"""What ends a sentence that speaks to somebody."""
_HELPS = {"て", "で", "ます", "ください", "下さい", "う", "おく", "いく"}


def is_operation(sentence: str, *, told: bool = True) -> bool:
    """Tell whether a sentence says what its reader does next, with hands or on a screen.

    Nothing else does it: it has neither topic nor subject, and is neither past nor only possible.
    ``told``: it must speak to the reader (します, してください), as what a thing does may not;
    else a noun will do (「開始」をクリック).
    """
    bare = sentence.strip().rstrip("。")
    ends = _ENDS.search(bare)
    found = [*words(bare[: ends.start()] if ends else bare)]
    polite = found and (ends or {found[-1].surface, found[-1].base} & _SPEAKS)
    while found and {found[-1].surface, found[-1].base} & _HELPS:
        found.pop()
    clause = [n for n, word in enumerate(found) if word.surface == "、"][-1:] or [0]
    owned = any(_is_owned(w) and (w.surface == "は" or n >= clause[0]) for n, w in enumerate(found))
    if owned or not found or (told and not polite):
        return False
    last, before = found[-1], found[-2] if len(found) > 1 else None
    if not told and last.pos == "名詞":
        return _OPERATED.fullmatch(last.surface) is not None and any(map(_is_object, found))
    if last.base == "する":
        made = before is not None and before.surface == "に" and "を" in sentence
        return before is not None and (made or _OPERATED.fullmatch(before.surface) is not None)
    return last.pos == "動詞" and _DONE.fullmatch(last.base) is not None


def _is_object(word: Word) -> bool:
    return word.sub == "格助詞" and word.surface in ("を", "に", "へ", "から")


def _is_owned(word: Word) -> bool:
    """Tell whether a word gives a sentence a topic or a subject."""
    return word.pos == "助詞" and word.surface in ("は", "が") and word.sub != "接続助詞"


_TOPIC = re.compile(r"[^、。「」\d]{1,14}は、?")
_AFTER = re.compile(
    r"(?P<about>(?:の?(?:春|夏|秋|冬|初め|初頭|半ば|終わり|末|暮れ|前半|後半)|頃|ごろ|以降|以後|から)*)"
    r"(?:(?:には|に|は)、?|、|の(?=[^、。]{1,8}(?:では?|には?)、))"
)
_CLOCK = re.compile(
    r"(?P<time>(?:午前|午後|朝|夜)?の?(?P<hour>\d{1,2})(?:時(?!間)(?:(?P<minute>\d{1,2})分|半)?|:(?P<past>\d\d))"
    r"(?:頃|ごろ|過ぎ|すぎ)?(?:\s?[-~〜～–]\s?\d{1,2}:\d\d)?)"
    r"(?:(?:には|に|、)、?(?=[^、。]{3})|[ \u3000]+(?=\S))"
)
"""A time of day that opens a sentence, or a heading."""
_SHORT = 6.0


def dated(sentence: str) -> tuple[str, ...]:
    """Return the date, or the time of day, that opens a sentence, and what happened then.

    Of 市は2024年、会を置いた the topic stays. Empty if there is no such date.
    """
    bare = without_conjunction(sentence.strip().rstrip("。"))
    plain = half(bare)
    if clock := _CLOCK.match(plain):
        return bare[: clock.end("time")], bare[clock.end() :]
    found = next(dates(plain), None)
    if found is None or not (found.year or found.month):
        return ()
    after, topic = _AFTER.match(plain, found.after), bare[: found.start]
    if after is None or not (topic == "" or _TOPIC.fullmatch(topic)):
        return ()
    rest = topic + bare[after.end() :]
    tells = width(rest) >= _SHORT and not re.match(r"[、のとでがを]", rest)
    return (bare[found.start : after.end("about")], rest) if tells else ()


def moments(written: list[str]) -> list[tuple[int, int, int]]:
    """Return dates as year, month and day; a month alone is of the year before it.

    A time of day as nothing, hour and minute.
    """
    found, year = list[tuple[int, int, int]](), 0
    for text in written:
        if clock := _CLOCK.match(f"{half(text)}に　　　　　　"):
            late = 12 * ("午後" in clock[0] and int(clock["hour"]) < 12)
            found.append(
                (
                    0,
                    late + int(clock["hour"]),
                    int(clock["minute"] or clock["past"] or 30 * ("半" in clock["time"])),
                )
            )
            continue
        date = next(dates(half(text)), Date(0, 0, 0))
        year = date.year or year
        found.append((year, date.month, date.first_day))
    return found

"""What a claim is worth on a slide besides its words: facts, decisions, reasons; no talk."""

from shiryo import lazy_re as re
from shiryo.drafting.select import salience
from shiryo.japanese.brackets import is_open
from shiryo.japanese.width import width
from shiryo.japanese.words import words

TERSE = 10.0
"""Full-width characters below which a claim hardly says what it is about."""
HOLLOW = re.compile(
    r"(?:ニュース|話題|一報|知らせ)(?:(?:だ|である|です|が?飛び込[^、。]{1,4}|が[^、。はをに]{0,6}(?:入っ|届い|あっ)た|に(?:なっ|なる)[^、。]{0,6})$)|"
    r"(?<!\S)(?=\S*(?:伝えられ|届い|入っ|あっ|され)た$)\S*?(?:動き|知らせ|発表|報道)が|"
    r"(?:点|問題|課題|懸念|理由|不安|壁|もの|(?<![るたい])こと|特徴|メリット|方法|種類)(?:が|も|は)"
    r"(?:いくつか|いくつも|多く|たくさん|様々|さまざま|[2-9２-９二三四五](?:つ|種類|通り))(?:に)?(?:ある|存在する|存在)$|"
    r"^[^を]*(?:点|問題|課題|懸念|理由|不安|壁|特徴|メリット|方法|種類)(?:が|も|は)(?:ある|存在する|存在)$|"
    r"(?<![うくすつぬぶむるたい])(?:もの|こと)(?:が|も|は)(?:ある|存在する|存在)$|"
    r"^[^をがか、。]{0,20}(?:前に|際に|時に|とき)?(?:は|も)?、?(?:必ず|よく)?(?<![署所課会省庁に]に)確認する?こと$|"
    r"^もう(?:1|一|ひと)つ、?[^はを、。]{1,16}がある$|^そう(?:感じ|思|考え)[^。]{1,8}(?:多い|いる)[^。]{0,4}$|"
    r"^[^はが]*を(?:記す|述べる)$|"
    r"(?:れば|たら|ば)(?:とても|大変)?(?:幸い|うれしい|嬉しい)(?:だ|です|である)?$|"
    r"(?:説明|報告|紹介|挨拶|あいさつ|質問|発言)(?:が(?:あった|行われた)|を(?:した|行った))$|"
    r"ておきたい(?:ところ)?$|お待ちしている$|を(?:見|み)てい(?:きたい|こう)(?:と思う)?$|"
    r"(?:書|述べ|話|語|言|触れ|(?:紹介|説明|解説)[しさ]?)[いかきさっせて]{1,4}"
    r"(?:おこう|みよう|いこう|いきたい|もらおう|いただこう)(?:と思う)?$|"
    r"(?:いくつか|幾つか|いくつも)の[^、。はがを]{1,12}を[^、。はがを]{1,12}ことが?は?(?:重要|大切|必要|大事)(?:だ|である)?$|"
    r"(?:(?:様々|さまざま|いろいろ|色々)な|(?:多く|いくつか|複数|数多く)の)[^、。はがもを]{1,12}"
    r"[がも](?:ある|存在する|用意されている)$|"
    r"[はもが](?:様々|さまざま|いろいろ|色々)$|"
    r"^ここでは[^。]{4,}(?:記載|記述|定義|列挙|整理|示)(?:する|した|す)?$|考えさせられ(?:る|た)$|"
    r"ヒントが見え[^、。]{0,6}$|^(?:以上|要点|ここまで)を(?:まとめ|整理す|要約す)る$|ここに(?:まとめ|記し|書い|載せ)(?:た|ている|ておく)|理由[がも](?:お?分か|わか)[^、。]{0,8}$|(?:答え|結果)は[^、。]{0,10}驚かせ(?:た|る)$|"
    r"(?:一覧|表)に(?:した|まとめた|整理した)$|"
    r"こと(?:など)?を(?:まとめ|紹介|説明|解説)(?:る|する|た|した)$|"
    r"[ただるい]と(?:しよう|しましょう|仮定しよう|仮定する)$|"
    r"(?:申し訳(?:な|あり|ござ)|恐縮)[^、。]{0,6}$|"
    r"(?:退屈|後悔|損)(?:はしない|しない|することはない)[^、。]{0,8}$|(?:と|ことを)(?:お?約束|保証)(?:する)?$|"
    r"(?:について|に関して)(?:の)?(?:紹介|解説|説明|報告)(?:する|した|して[^、。]{1,8})?$|"
    r"(?:解説|説明|紹介)を(?:進めて|続けて|して)[^、。]{0,8}$|(?:について|場合を)考え(?:る|てみる|よう|てみよう)$|"
    r"^(?:次|今度)は[^、。]{2,24}番(?:だ|である)?$|の略(?:称)?(?:だ|である)?$|"
    r"を参照(?:されたい|のこと|すること|してほしい|いただきたい)$|を参考に(?:すること|されたい|してほしい)$|"
    r"(?:言葉|一節|文章?|コメント)を引用(?:する|したい|しておく)?$|"
    r"(?:書い|紹介し|説明し|述べ|話し)ていく(?:こと)?に(?:しよう|する)$|"
    r"^[^、。はがを]{0,16}ご(?:理解|協力|了承|容赦|支援)[^。]{0,16}(?:お願い|願う|くださる|賜)"
)
"""What only announces that something is there."""
REFERS = re.compile(r"(?:場合|とき|際)に?は、[^、。]{2,40}を参照すること$")
"""How a statement ends that tells where to turn in which case: that is more."""
_SUBJECT = re.compile(r"[はがも]")
"""A statement without any leaves open who or what it is of."""
_SPOKEN_OF = re.compile(r"[はがもを]|について|では|によ[りる]")
"""A statement without any says something of what another one names."""
_POINTS_BACK = re.compile(
    r"^(?:こ(?:れ|の(?!たび|度|ほど)|こ(?!(?:数|何|[0-9０-９一-十]+)(?:年|か月|ヶ月|週|日))|う|ちら|んな)|そ(?:れ(?!ぞれ)|の(?!もの|まま|[他ほ]|日(?:の?うち|[^、。]{2,12}(?:たら|れば)、))|こ|う|ちら|んな)|"
    r"あ(?:れ|の|そこ|あ|ちら|んな))|"
    r"^(?:彼|前者|後者|同様|同じく|うち(?![はのでも])|逆に|答えは)|"
    r"^(?:以上(?:の|より|から|が|で(?:紹介|説明|述べ|見))|前[項記述]|上記|先述)|^(?:また|つまり|特に)?[こそ]れ(?!ぞれ)|"
    r"^(?:したがって|よって|なぜなら|例えば|たとえば|そして|しかし|ただし|ただ、|もっとも、|さらに、|一方で|でも|なので|"
    r"あるいは|もしくは|または|それとも)|"
    r"^(?:[0-9０-９]+|[ivx]+[.．)）]?|[①-⑳]) *[はがもをの]|^[ivx]+[.．)）]|"
    r"ここ(?:[をがはに](?!数)|へ(?![来き]て))|こちら[もがはを]|(?<![のな])[0-9０-９一二三四五]つ目[はがもの]|そう(?:話|語|言|述べ|考え|思)|"
    r"(?<!^)(?:[こそ]うした(?!い)|このように)|(?<!が、)[こそ](?:んな|ういう|ういった)|先ほど|先程|さきほど|さっき|(?<![（(])前述|[先冒]頭?の(?:段落|章|節|結論)|"
    r"(?<![一-龠])次の(?:章|節|セクション|ページ)(?:に(?!掲げ|定め)|で|の)|、今度は|前回(?!調査|の調査|[^、。]{0,6}[（(])"
)
_COUNTS_OFF = re.compile(r"[のな][0-9０-９一二三四五]つ目は")
_FEW = 5
"""Characters of a heading that is rather 感想 or はじめに than a name."""
_ADVICE, _NAMED = re.compile(r"(?:[勧薦奨]め|推奨)(?:する|します)。?$"), 0.5
"""How advice ends; the share of a heading that what it names has."""
_FOLLOWS = re.compile(r"(?:これに(?:より|よって)|そうすることで|その際|次いで|ついで、)")
"""What begins a sentence that says what comes of the one before it, or after it."""
_POINTS_ON = re.compile(
    r"(?<![0-9０-９一-龠ァ-ヴ％%])(?:以下|下記)[にをがと]|(?<![（(])(?:以下|下記)、(?!.{0,8}「[^「」]+」と)|^(?:以下|下記)は|"
    r"(?<![0-9０-９一-龠ァ-ヴ％%])(?:以下|下記)(?:の|[0-9０-９]+つ)|"
    r"(?:^|は|[、，])次の[0-9０-９](?![0-9０-９]{3}年)|次の(?:すべて|全て|いずれか|[0-9０-９一二三四五六七八九]つ|ケース|場合|条件|方法|通り|とおり|よう)|"
    r"次の[^、。]{1,8}(?:が(?:見られ|あ|挙げ)|を(?:示|挙げ))|後述|こちら(?![もがは]|を(?!ご?[参覧確クリ]))|"
    r"(?<![一-龠])[上左右下前次]の?(?:図|(?:一覧)?表(?![一-龠])|画像|写真)|次の(?:コード|コマンド|例)|"
    r"(?:図|写真|画像|動画|グラフ)を(?:載せ|貼っ|掲載し|添付し|置い)(?:た|てい?る|ておく|ておいた)$|図で(?:示す|表す)と|"
    r"(?:[はが、]|(?:では|じゃ)なくて)(?:これ|こちら|ここ|以下|下記)(?:だ|である)?$|"
    r"こ(?:んな|のような)(?:感じ|風|ふう|結果|画面|表示|見た目)(?:だ|だった|である|になる|になった|にな[^、。]{0,4})?$"
)
"""What shows its reader something beside it: words that say nothing where that is not."""
_NEARER = re.compile(
    r"(?:^[こそ]の(?!たび|度|ほど)|"
    r"(?<!よ)(?<!^)[こそ]の(?!たび|度|ほど|[他後場]|世(?!代)|ほか|まま|もの|都度|[0-9０-９一-十]+(?:年|か月))|"
    r"[こそ](?:れらの|うした|のような|ういった))(?P<noun>[一-龠ァ-ヴーA-Za-z]*)|"
    r"(?<![おん])[こそ]れ(?=ら?[をにがだは])(?!に(?:も|より?|伴|加|対))|(?<![とやかは])[こそ]れ以[上下外]"
)
"""What stands for something, within a sentence."""
_CLAUSE = ("動詞", "形容詞", "助動詞")
_OWN = (("その", "はがもをとや"), ("これら", "とや"), ("それら", "とや"))
"""Particles before what stands for something within its sentence: 山はその高さ, 石や木、これら."""
_ABOUT = re.compile(r"は、?[^、。]{1,16}が、?$")
"""What stands before これ where that is the topic (議長は、代表がこれに当たる)."""
NO_SUBJECT = 0.7
_EXPLAINS = re.compile(r"(?:[いたるな]ため|[いたるだ]から)だ?$")
_ITSELF = re.compile(
    r"^この(?:マニフェスト|資料|記事|文書|ページ|サイト|リポジトリ|ドキュメント|ガイド|プロジェクト|"
    r"法律|条例|制度|調査|報告書|計画|[0-9０-９一-十]+(?:年|か月))|"
    r"^これは(?:稀|まれ|希)(?:だ|です)?が、|^これから(?:先|の(?=[一-龠])|[はも、](?!(?:分か|わか|明らか|うかが|窺|読み?取|見て取)))"
)
"""What is no pointing back: this very document, these ten years, the time to come."""
_WORK = re.compile(
    r"[こそ]の(?:本|書|書籍|一冊|作品|小説|映画|番組|記事|論文|商品|製品|機種|ゲーム|アプリ|サービス|ツール|ライブラリ|店)(?![一-龠ァ-ヴー])"
)
"""What a review is of, and calls so: its heading has the name."""
_NAME = re.compile(r"[「『“\"]|[A-Za-z]{2}")
_THIS = re.compile(r"^これ(?:は|が)、?")
_POINTED = re.compile(r"[こそ]の([一-龠ァ-ヴーA-Za-z]{2,})")
_STATES = re.compile(
    r"(?:[うくすつぬぶむるただ]|[なしたよ]い|です|ます|ません|でした)(?:の?か)?[。?？]?$"
)
"""How a heading ends that is a sentence."""


def of(text: str) -> float:
    """Return what speaks against ``text`` in its words: it is terse, hollow, of nothing."""
    worth = -0.5 if width(text) < TERSE else 0.0
    worth -= 0.6 if not _SPOKEN_OF.search(text) else 0.0
    worth -= NO_SUBJECT if not _SUBJECT.search(text) else 0.0
    return worth - (1.5 if HOLLOW.search(text) else 0.0)


def explains(text: str) -> bool:
    """Tell whether ``text`` gives the reason for what stands before it (〜ためだ)."""
    return _EXPLAINS.search(text) is not None


def points_back(text: str, heading: str = "", title: str = "", before: str = "") -> bool:
    """Tell whether ``text`` needs what stands before or after it to be understood.

    What the ``heading`` names needs nothing else (この仕様は under 仕様とは), nor what the
    ``title`` says, unless what stands ``before`` in the section speaks of such a thing, too.
    """
    if _ITSELF.match(text):
        return False
    noun = _POINTED.match(text)
    if noun and (_names(heading, noun[1]) or (_names(title, noun[1]) and noun[1] not in before)):
        return False
    if _WORK.match(text) and _is_of(heading, before):
        return _points_out(text[2:], heading)
    return _POINTS_BACK.search(text) is not None or _points_out(text, heading)


def _is_of(heading: str, before: str) -> bool:
    """Tell whether a section is of what its ``heading`` names, and named no other thing before."""
    return bool(heading) and not _is_general(heading) and not _NAME.search(before)


def _is_general(heading: str) -> bool:
    """Tell whether a heading names no thing: 感想, 特徴, はじめに."""
    return len(heading) <= _FEW or _STATES.search(heading) is not None


def _names(heading: str, noun: str) -> bool:
    return re.search(rf"{noun}(?![一-龠ァ-ヴーA-Za-z])", heading) is not None


def opens_under(text: str, heading: str) -> bool:
    """Tell whether これ, which opens ``text`` and its section, is what the ``heading`` states.

    It is where the heading is a whole sentence (札が外れます); a noun may be anything to it.
    """
    bare = _THIS.sub("", text)
    return bare != text and not points_back(bare) and _STATES.search(heading) is not None


def _points_out(text: str, heading: str) -> bool:
    """Tell whether この within ``text`` stands for what neither it nor the heading names.

    A clause before it may do so, or the topic; who acts does not (探査隊がこれを見つけた).
    """
    found = _NEARER.search(text)
    before = text[: found.start()] if found else ""
    if found is None or is_open(before) or (found["noun"] and found["noun"] in before + heading):
        return False
    if _ABOUT.search(before):
        return False
    own = next((signs for opening, signs in _OWN if found[0].startswith(opening)), "")
    return not any(
        word.pos in _CLAUSE or (word.pos == "助詞" and word.surface in own)
        for word in words(before.replace("では、", "に、"))
    )


def counts_off(text: str) -> bool:
    """Tell whether ``text`` only says the how-maniest of some a thing is (…の2つ目は、…)."""
    return _COUNTS_OFF.search(text) is not None


def advises(sentence: str, heading: str) -> bool:
    """Tell whether a ``sentence`` says that what its ``heading`` names is to be done."""
    return _ADVICE.search(sentence) is not None and salience.share(heading, sentence) >= _NAMED


def follows(sentence: str) -> bool:
    """Tell whether a ``sentence`` says what comes of the one before it."""
    return _FOLLOWS.match(sentence) is not None


def points_on(text: str) -> bool:
    """Tell whether ``text`` sends its reader to what follows it, or to what no slide shows."""
    return _POINTS_ON.search(text) is not None

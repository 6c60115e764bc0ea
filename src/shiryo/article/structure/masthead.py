"""What a line around the title of a document is: to whom, when, from whom, of which kind."""

from enum import StrEnum

from shiryo import lazy_re as re
from shiryo.article.structure.lexicon import STOCK
from shiryo.article.structure.lines import Line, mark
from shiryo.japanese import dates
from shiryo.japanese.brackets import is_open


class Role(StrEnum):
    """What a line says that stands around a title."""

    ADDRESSEE = "addressee"
    """報道関係者各位, ○○株式会社 御中."""
    DATE = "date"
    """The day of issue, or of the last change."""
    PERIOD = "period"
    """A month or a year without a day: 2025年9月, 令和7年度."""
    NUMBER = "number"
    """The number of a letter: 総務第12号."""
    KIND = "kind"
    """プレスリリース, 議事録: what sort of document it is."""
    LABEL = "label"
    """別紙2, 取扱注意, 【重要】: neither a title nor a kind."""
    ISSUE = "issue"
    """第12号, Version 2.1, 第3版: which of several it is."""
    SUBTITLE = "subtitle"
    """Set between dashes or waves."""
    ORGANIZATION = "organization"
    PERSON = "person"
    CONTACT = "contact"
    """An address, a telephone number."""
    CLOSING = "closing"
    """拝啓, 記, 敬具, 以上: a word of form on a line of its own."""


_KIND = re.compile(
    r"(press|news) ?release|((プレス|ニュース)・?リリース|(報道|記者)(発表|提供)?(用?資料)?"
    r"|広報(資料|発表)|通知(文|書)?|事務連絡|社内(通知|報|文書)"
    r"|お知らせ|ご?案内(状|文)?|(会)?議事?(要旨|概要|録)|答申|要望書|提案書|依頼(文|書)"
    r"|((調査|研究|事業|活動|実施|技術|業務|成果|完了|最終|中間|年次|月次|検討|作業|点検){1,3})?報告書?"
    r"|概要版?|要約版?"
    r"|速報|号外|回覧(板)?|稟議書|起案書|企画書|計画書|仕様書|作業標準"
    r"|((ユーザーズ?|ユーザ|利用者?|管理者?|開発者?|運用|操作|導入|設定|取扱|インストール|スタートアップ|リファレンス|業務)の?・?)?"
    r"(マニュアル|手順書|説明書|手引き?)|(ユーザーズ?|ユーザ|利用者?|管理者?|開発者?|運用|操作|導入|設定)の?・?ガイド(ブック)?"
    r"|規[約則程定]|会則|要[綱領]|覚書|契約書"
    r"|(修士|卒業|博士)論文|レポート|メモ|記者会見|ディスカッション・?ペーパー|ホワイトペーパー)",
    re.I,
)
_LABEL = re.compile(
    r"(別(紙|添|表|記)|資料|参考(資料)?|様式|別記様式"
    r"|添付)(第? ?[\d-]+号?(の\d+)?)?(\([^()]{1,16}\))?"
    r"|取扱注意|(関係者)?限り|(社|部)外秘|機密|極?秘|至急|重要|保存版|転載(禁止|不可)"
    r"|解禁.{0,20}|(公|非公)開|\((案|仮|写|訳|抄)\)"
)
_ISSUE = re.compile(
    r"(第 ?[\d.一二三四五六七八九十]+ ?[号版]|(ver(sion|\.)?|v|rev(ision|\.)?|vol\.?|no\.?"
    r"|#) ?\d[\d.]*|\d+年?\d{1,2}月号)"
    r"( ?\([^()]{1,12}\))?",
    re.I,
)
_NUMBER = re.compile(
    r"(文書番号|整理番号|管理番号)?[: ]?[^\s。、:]{1,14}第 ?[\dA-Z-]{1,10} ?号(の\d+)?"
)
_ADDRESSEE = re.compile(
    r"(宛先|宛名|送付先|to|cc)[: ].{1,40}|[^。、]{0,40}(各位|御中"
    r"|(?<![仕模同多一異有態紋文神王別各])様|(?<![御神宮拝本社])殿|(皆|みな)(様|さま"
    r"|さん)方?(へ)?|の方々?へ)",
    re.I,
)
_CLOSING = re.compile(r"(拝啓|謹啓|前略|拝復|敬具|謹白|敬白|草々|早々|記|以上|かしこ)")
_WAVE = r"~〜～―─—–－‐−\-"
_WRAPPED = re.compile(rf"[{_WAVE}]{{1,3}}\s?(?P<words>[^{_WAVE}\s].*?)\s?[{_WAVE}]{{1,3}}")
_ISSUED = re.compile(
    r"(最終)?(更新|改[定訂正]|制定|発行|公[開表]|施行|作成|掲載|発表|投稿|配信|登録|策定|決定"
    r"|提出|記載|起案|発信)"
    r"(日時?|年月日)?|日付|付け?|現在|(last )?(updated?|published|posted|modified)( (on|at))?"
    r"|date|版|時点"
    r"|ページ(番号|ID)?|ID|\d{3,9}|印刷(する)?",
    re.I,
)
"""Says that a day is that of the document."""
_PERIOD = re.compile(
    r"([\dX○]{4}|[A-Za-z]{3,9} (19|20)\d\d|(令和|平成"
    r"|昭和) ?[\dX元]{1,4})( ?年度?( *\d{1,2} ?月)?| ?\d{1,2}月)?"
)
_BAR = re.compile(r"[|｜]")
_BLANK = re.compile(r"(令和|平成|西暦|20)?[ _X○]*年[ _X○]*月[ _X○]*日")
"""A date that is to be filled in."""
_CLOCK = re.compile(r"(午前|午後)?\d{1,2}(:\d\d|時(\d+分)?)")
_BRACKETS = re.compile(r"[【\[<《(](?P<words>[^】\]>》)]+)[】\]>》)]")
_LEGAL = r"(株式|有限|合同|合資|相互)会社|\(株\)|\(有\)|[一-鿿]{2,4}法人"
_BODY = (
    r"市|区|町|村|役[場所]|県|府|都|道|庁|省|局|部|課|室|係|班|委員会|協議会|審議会|組合|学校|大学|高校"
    r"|学部|学科|研究科|専攻|研究所|研究室"
    r"|センター|協会|連盟|連合会|財団|自治会|町内会|子ども会|同窓会|振興会|協同組合|PTA|事務局"
    r"|クラブ|学会|幼?園|病?院|館|署"
    r"|本部|支部|支社|支店|本社|工場|グループ|チーム|の会|銀行|新聞社|出版|機構|公社|公団|商店"
    r"|商会|WG|Inc\.?|Ltd\.?|LLC"
)
_ORGANIZATION = re.compile(rf"({_LEGAL})\S{{1,24}}|\S{{2,24}}({_LEGAL})|[^\s\d]{{1,24}}({_BODY})")
_NOT_BODY = re.compile(
    r"第[\d一二三四五六七八九十]+[回号]|[をがはへで?!。、]|の(?!会)|(について|から|まで)"
)
_ROLE = (
    r"(会長|校長|園長|院長|社長|所長|部長|課長|係長|室長|局長|支店長|店長|館長|市長|町長|村長"
    r"|区長|知事|理事長?|代表|代表取締役(社長)?|CEO"
    r"|委員長?|座長|議長|幹事長?|事務局長|教授|准教授|講師|教員|教諭|研究員|主査|主任|担当"
    r"|監事|補佐官|議員|記者|編集部|文責|著者?|筆者?|訳者?)"
)
_NAME = r"[一-鿿々ァ-ヶーぁ-ん]{1,6}( [一-鿿々ァ-ヶーぁ-ん]{1,6})?( ?(教授|准教授|講師|氏|さん))?"
_HOLDER = re.compile(rf"\S{{0,16}}{_ROLE} {_NAME}")
_PERSON = re.compile(
    rf"{_HOLDER.pattern}|(氏名|名前|学籍番号|学生番号|作成者|執筆者?|著者?|文責?|担当(者|部署)?"
    rf"|発信(者|元)?|差出人|from|記録者?)[:/ ].{{0,30}}"
    r"|(?![件題書])[一-鿿]{1,3}名|\S{0,10}(補佐官|議員|記者|編集部)"
    r"|[一-鿿々]{1,3} [一-鿿々ぁ-ん]{1,4}"
)
_NAMED = re.compile(r"[一-鿿々]{1,4} ?[一-鿿々ぁ-んァ-ヶ]{1,4}\d?")
_PARTS = re.compile(r"\s+|/")
_APART = re.compile(r" ?[、,・/] ?")
"""What parts names in a row."""
_CONTACT = re.compile(
    r"〒 ?\d{3}-?\d{4}.*|\(?(tel|fax|電話|℡|ファクス|ファックス|e-?mail|メール|url|hp|住所"
    r"|所在地)(番号|アドレス)?\)? ?[:：]? ?[\w\d(+].*"
    r"|[\w.+-]+@[\w.-]+",
    re.I,
)
_LONGEST = 45
_SHORTEST = 3
_WAVES = tuple("~〜～―─—–－‐−-")
"""Signs that a subtitle stands between."""


def is_holder(text: str) -> bool:
    """Tell whether a folded line names somebody by an office: 会長 山田一郎."""
    return _HOLDER.fullmatch(text) is not None


def unwrapped(text: str) -> str:
    """Return ``text`` without the brackets that it stands in as a whole: 【重要】."""
    found = _BRACKETS.fullmatch(text)
    return found["words"].strip() if found else text


def subtitle(text: str) -> str:
    """Return the words between dashes or waves that a line is; empty if it is none."""
    found = _WRAPPED.fullmatch(text)
    return found["words"] if found else ""


def parted(title: str) -> tuple[str, str]:
    """Return a title and the subtitle that it ends with between dashes or waves, if any."""
    text = title.strip()
    sign = text[-1:]
    if sign not in _WAVES:
        return title, ""
    before, _, rest = text.rstrip(sign).rpartition(sign)
    before, rest = before.rstrip(sign).strip(), rest.strip()
    apart = len(before) >= _SHORTEST and len(rest) >= _SHORTEST and not is_open(before)
    return (before, rest) if apart else (title, "")


def issued(text: str) -> str | None:
    """Return the day that a folded line gives as that of the document, in ISO 8601.

    None if the line is no such line; empty where there is no day that the calendar has.
    """
    if _BLANK.fullmatch(text):
        return ""
    found = list(dates.dates(text))
    if not found or len(text) > _LONGEST or not any(date.day for date in found):
        return None
    rest = text
    for date in reversed(found):
        rest = rest[: date.start] + " " + rest[date.after :]
    words = re.split(r"[\s:：()\[\]/・,、|｜~〜-]+", _CLOCK.sub(" ", rest))
    if not all(_ISSUED.fullmatch(word) for word in words if word):
        return None
    return max((date.iso for date in found), default="")


def stamped(text: str) -> str | None:
    """Return the same of a line that may say other things too, between bars."""
    parts = [part.strip() for part in _BAR.split(text)]
    days = [day for part in parts if (day := issued(part)) is not None]
    return max(days, default=None)


def role(line: Line) -> Role | None:
    """Return what a line says around a title, if it says nothing else."""
    text = line.text
    if len(text) > _LONGEST or text.endswith("。"):
        return None
    if stamped(text) is not None:
        return Role.DATE
    if mark(line.raw) and not text.startswith("○○"):
        return None
    if _CLOSING.fullmatch(text.replace(" ", "")):
        return Role.CLOSING
    if subtitle(text):
        return Role.SUBTITLE
    inner = unwrapped(text)
    if found := _fixed(inner):
        return found
    return Role.LABEL if inner != text and text[0] in "【[<《" and len(inner) <= 6 else _from(text)


def _fixed(text: str) -> Role | None:
    """Return what a line is by its form of words."""
    for found, pattern in (
        (Role.KIND, _KIND), (Role.ISSUE, _ISSUE), (Role.PERIOD, _PERIOD),
        (Role.NUMBER, _NUMBER), (Role.ADDRESSEE, _ADDRESSEE),
    ):  # fmt: skip
        if pattern.fullmatch(text):
            return found
    if (issue := _ISSUE.match(text)) and _PERIOD.fullmatch(text[issue.end() :].strip(" ()")):
        return Role.ISSUE
    words = _PARTS.split(text)
    if all(map(_LABEL.fullmatch, words)):
        return Role.LABEL
    kinds = all(any(p.fullmatch(word) for p in (_KIND, _PERIOD, _LABEL)) for word in words)
    return Role.KIND if kinds and len(words) > 1 else None


def _from(text: str) -> Role | None:
    """Tell a line that names who wrote."""
    if _CONTACT.fullmatch(text):
        return Role.CONTACT
    said = text.strip("()").rstrip("、,")
    if STOCK.fullmatch(said.replace(" ", "")):
        return None
    names = _APART.split(said)
    if _PERSON.fullmatch(said) or (len(names) > 1 and all(map(_NAMED.fullmatch, names))):
        return Role.PERSON
    if _NOT_BODY.search(said):
        return None
    return Role.ORGANIZATION if all(map(_ORGANIZATION.fullmatch, said.split())) else None

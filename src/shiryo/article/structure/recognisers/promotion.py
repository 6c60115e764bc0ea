"""Tables of contents, thanks, related links and advertising."""

from collections.abc import Collection

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure import contents
from shiryo.article.structure.lines import Line
from shiryo.article.structure.sheet import Sheet

_HEADS = re.compile(
    r"(合|あ)わせて(チェック|読み|ご覧|どうぞ).*|(関連|おすすめ|人気|新着)(の|する)?"
    r"(記事|リンク|商品|サービス|ページ|サイト)(はこちら)?"
    r"|この記事(を書いた人|をシェア.*|の著者|が気に入ったら.*)|目次|ライター(紹介|プロフィール)?|シェア(する)?|\[?(PR|広告|AD)\]?"
    r"|(この|本)(ページ|記事|サイト)(に関する|についての)(アンケート|ご意見.{0,8})|より良いページにするため.*"
    r"|(この|本)?(ページ|記事)(の情報|の内容)?は(お)?(役に立ち|見つけやす|分かりやす|わかりやす).{0,8}"
)
_BACK = re.compile(
    r"[↑▲△←<«]?\s*(.{0,6}一覧|目次|トップ(ページ)?|ホーム|先頭|前の(ページ|画面)"
    r"|(この)?ページの?(トップ|先頭|上部))"
    r"(へ|に)(戻る|もどる)?"
    r"|[↑▲△←<«]\s?[^。、]{1,24}(へ|に)(戻る|もどる)"
    r"|(この|本)?(ページ|記事)?(を|の)?印刷(する|用(ページ|画面)?)?|文字の?(サイズ|大きさ).{0,12}"
    r"|音声読み上げ|(この|本)(ページ|記事|サイト)(に関する|についての)(アンケート|ご意見.{0,8})"
    r"|本文(へ|に)?(移動|スキップ|ジャンプ)(する|します)?"
    r"|ここ(から|まで)が?本文です?。?|ページ(番号|ID)[: ]*\d+"
    r"|((©|\(c\)|copyright)[^。]{2,80}|[^。]{0,60}all rights reserved\.?"
    r"|spdx-license-identifier:.*)"
    r"|無断での?(転載|複製|転用)[^。]{0,16}(禁じ|お断り|禁止)[^。]{0,8}。?"
    r"|pdf(形式)?の?(ファイル)?を(ご覧|開く)[^。]{0,30}(adobe|reader|ビューア)[^。]{0,40}。?",
    re.I,
)
"""What the page says of itself and not of its subject."""
_CRUMBS = re.compile(r"(現在(の位置|地)[: ]*)?(ホーム|トップ(ページ)?|home|top) *[>›»→/]", re.I)
_SHARED = re.compile(
    r"シェア|ツイート|ポスト|いいね!?|はてな(ブックマーク|ブログ)?|line(で送る)?|x|twitter|facebook(でシェア)?"
    r"|pocket"
    r"|rss|instagram|note|(リンク|url)をコピー(する)?|フォロー(する)?|メールで送る|印刷|ブックマーク",
    re.I,
)
"""A button; several of them are a row of such."""
_FOOT = re.compile(
    r"(この|本)(作品|記事|文書|資料|サイト|ページ|著作物|コンテンツ|翻訳|ガイドライン)[^。]{0,40}"
    r"(CC[ -]?(BY|0)|クリエイティブ・?コモンズ|ライセンス)[^。]{0,60}。?",
    re.I,
)
"""The licence of an article, at its end."""
_OWNED = re.compile(
    r"※?[^。]{0,60}(会社|社|製品|商品|サービス|団体|組織|システム)[^。]{0,4}(名|ロゴ)[^。]{0,60}商標[^。]{0,30}。?"
)
"""Whose the names are that an article has: said in the same words in any."""
_STOPS = ("。", "．", ".")
_AT_END = 4
"""Lines at the end of an article that may say its licence."""
_WORDS = re.compile(
    r"(最後|ここ)まで.{0,12}(読|お付き合い|ご覧).{0,16}(ありがとう|感謝)|ご?一読を|チャンネル登録|(いいね|高評価)を?(お願い|して|よろしく)"
    r"|フォロー(を?お願い|して)|(メルマガ|メールマガジン|ニュースレター)(の)?(登録|に登録)|(無料|資料)(相談|ダウンロード|請求)はこちら"
    r"|(詳しく|くわしく)は(こちら|下記)の?記事|下記記事で|関連記事(:|はこちら)|この記事が(役に立|参考にな|よかった|良かった)"
)


def claim_contents(sheet: Sheet) -> None:
    """Claim the tables of contents."""
    full = sheet.full()
    blocks = [sheet.block(line) for line in full]
    items = {at for at, b in enumerate(blocks) if b and b.kind is Kind.ITEM and not b.number}
    below = {at for at, b in enumerate(blocks) if b and b.kind is Kind.ITEM and b.level > 0}
    found = contents.find(full, items)
    for at in sorted(found):
        if at in below and not _is_led(at, found, below):
            continue
        named = contents.NAME.fullmatch(full[at].text)
        if named or sheet.kind(full[at]) is not Kind.HEADING:
            level = 2 * bool(named)
            sheet.claim(Kind.PROMOTION, full[at], text=full[at].raw.strip(), level=level)


def _is_led(at: int, found: Collection[int], below: Collection[int]) -> bool:
    """Tell whether what stands above an item of a list in a list is of the contents, too."""
    while at in below:
        at -= 1
    return at in found


def claim_page(sheet: Sheet) -> None:
    """Claim the lines that are of the page and not of its text."""
    for line in sheet.open():
        if _is_of_page(line.text) or _OWNED.fullmatch(line.text):
            sheet.claim(Kind.PROMOTION, line)
    for line in sheet.full()[-_AT_END:]:
        if sheet.free(line) and _FOOT.fullmatch(line.text):
            sheet.claim(Kind.PROMOTION, line)


def claim(sheet: Sheet) -> None:
    """Claim sections under a promoting heading, and the lines from the closing thanks on."""
    for line in sheet.full():
        block = sheet.block(line)
        headed = block is None or block.kind is Kind.HEADING
        if headed and _HEADS.fullmatch(line.text) and not _is_told_of(sheet, line):
            _claim_from(sheet, line)
    closing = _closing(sheet)
    for line in sheet.full():
        if line.number > closing and _WORDS.search(line.text):
            closing = _claim_from(sheet, line)


def _is_told_of(sheet: Sheet, line: Line) -> bool:
    """Tell whether a section called 目次 says something of contents, and lists none."""
    below = sheet.near(line, 1) if contents.NAME.fullmatch(line.text) else None
    while below and sheet.kind(below) is not Kind.HEADING:
        if below.text.endswith(_STOPS):
            return True
        below = sheet.near(below, 1)
    return False


_BETWEEN = re.compile(r"[\s/|・]+")


def _is_of_page(text: str) -> bool:
    """Tell whether a line belongs to a page: where one is, where to go, what to press."""
    buttons = [word for word in _BETWEEN.split(text) if word]
    row = len(buttons) > 1 and all(map(_SHARED.fullmatch, buttons))
    return bool(_BACK.fullmatch(text) or (len(text) <= 80 and _CRUMBS.match(text)) or row)


def _closing(sheet: Sheet) -> int:
    """Return the line after which thanks are closing ones: in the last section, near the end."""
    heads = [b.first for b in sheet.blocks if b.kind is Kind.HEADING]
    return max([len(sheet.lines) * 6 // 10 - 1, *heads])


def _claim_from(sheet: Sheet, first: Line) -> int:
    """Claim ``first`` and what follows it up to the next heading; return the last line."""
    within = sheet.block(first)
    first = sheet.lines[within.first - 1] if within else first
    line: Line | None = first
    last = first.number
    while line and (line is first or sheet.kind(line) is not Kind.HEADING):
        block = sheet.block(line)
        heads = line is first and _HEADS.fullmatch(line.text)
        level = block.level if block and block.kind is Kind.HEADING else 2 * bool(heads)
        sheet.claim(Kind.PROMOTION, line, text=line.raw.strip(), level=level)
        last = line.number
        line = sheet.near(line, 1)
    return last

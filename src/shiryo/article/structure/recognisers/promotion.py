"""Tables of contents, thanks, related links and advertising."""

import re

from shiryo.article.model import Kind
from shiryo.article.structure import contents
from shiryo.article.structure.lines import Line
from shiryo.article.structure.sheet import Sheet

_HEADS = re.compile(
    r"(合|あ)わせて(チェック|読み|ご覧|どうぞ).*|(関連|おすすめ|人気|新着)(の)?(記事|リンク|商品|サービス)(はこちら)?"
    r"|この記事(を書いた人|をシェア.*|の著者|が気に入ったら.*)|目次|ライター(紹介|プロフィール)?|シェア(する)?|\[?(PR|広告|AD)\]?"
    r"|(この|本)(ページ|記事|サイト)(に関する|についての)(アンケート|ご意見.{0,8})|より良いページにするため.*"
    r"|(この|本)?(ページ|記事)(の情報|の内容)?は(お)?(役に立ち|見つけやす|分かりやす|わかりやす).{0,8}"
)
_BACK = re.compile(
    r"[↑▲△]?\s*(目次|トップ|先頭|(この)?ページの?(トップ|先頭|上部))(へ|に)(戻る|もどる)?"
)
_WORDS = re.compile(
    r"(最後|ここ)まで.{0,12}(読|お付き合い|ご覧).{0,16}(ありがとう|感謝)|ご?一読を|チャンネル登録|(いいね|高評価)を?(お願い|して|よろしく)"
    r"|フォロー(を?お願い|して)|(メルマガ|メールマガジン|ニュースレター)(の)?(登録|に登録)|(無料|資料)(相談|ダウンロード|請求)はこちら"
    r"|(詳しく|くわしく)は(こちら|下記)の?記事|下記記事で|関連記事(:|はこちら)|この記事が(役に立|参考にな|よかった|良かった)"
)


def claim_contents(sheet: Sheet) -> None:
    """Claim the tables of contents."""
    full = sheet.full()
    for at in sorted(contents.find(full)):
        named = contents.NAME.fullmatch(full[at].text)
        if named or sheet.kind(full[at]) is not Kind.HEADING:
            level = 2 * bool(named)
            sheet.claim(Kind.PROMOTION, full[at], text=full[at].raw.strip(), level=level)


def claim(sheet: Sheet) -> None:
    """Claim sections under a promoting heading, and the lines from the closing thanks on."""
    for line in sheet.full():
        block = sheet.block(line)
        headed = block is None or block.kind is Kind.HEADING
        if headed and _HEADS.fullmatch(line.text):
            _claim_from(sheet, line)
    for line in sheet.open():
        if _BACK.fullmatch(line.text):
            sheet.claim(Kind.PROMOTION, line)
    closing = _closing(sheet)
    for line in sheet.full():
        if line.number > closing and _WORDS.search(line.text):
            closing = _claim_from(sheet, line)


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

"""Lead-ins: lines that announce what follows, and the lists that were lost after them."""

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lexicon import PREDICATE, VERB
from shiryo.article.structure.lines import POLITE_END, Line, Shape, look
from shiryo.article.structure.numbering import number
from shiryo.article.structure.sheet import Sheet

_FRAGMENT = re.compile(
    r"(、|では|には|とは|として|は|比べ|よると|そこで|具体的に(は)?|例えば|たとえば|ほかにも|他にも|主に|その結果|このため|そのため)$"
)
_TAKES_UP = re.compile(
    r"(といった|という(内容|点|こと|もの|声|意見|問題)|などの|などが|などを|など、|等の|のような|以上の|の\d+(つ|点))"
)
_POINTS_BACK = re.compile(r"(こういった|こうした|これらの|このような|そういった|そうした|上記の)")
_ANNOUNCES = re.compile(
    r"(以下|次|下記|下)の?(の)?(とおり|通り|よう(な|に)|もの|点|内容|手順|[\d一二三四五六七八九十]+(つ|点|種類|段階))"
    r"|(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]++(つ|点|種類|項目|段階)(が|の.{1,12})?(です|ある|あります|である|に分け|に分か|を?紹介|挙げ)"
    r"|:$"
)
_PROMISES = re.compile(
    r"(以下|次|下記)の?(の)?((とおり|通り)(?![一-鿿])|もの|点|内容|手順|[\d一二三四五六七八九十]+(つ|点|種類|段階)(です|。|:|$|があ|を))"
    r"|[\w」』)]:$"
)
_AHEAD = re.compile(
    r"(以下|下記|次)[のに](?!.{0,6}(サイト|ページ|リンク|URL|動画))"
    r"|\d ?(つ|点|種類|段階)|(例|もの|こと)を(いくつか|幾つか)?挙げ"
)
_QUOTES = re.compile(
    r"((返答|説明|言|書|述べ|伝え|語|話|気づ|答え|指摘|主張|例で(?!す)|という(もの|こと)が)[^。]{0,14}"
    r"|て(い|お)(る|ます|ります)|(使って|見て|読んで)み(ましょう|よう)|[たい]|ました):$"
    r"|(?<![^、。])(?=[^、。]*:$)[^、。]*?(以下|次|下記)の[^、。]{0,6}(サイト|ページ|リンク|URL|動画)"
)
"""A colon after these leads to somebody's words, an example or an address, not to a list."""
_IN_CASE = re.compile(r"(場合|なら|であれば|とき|時|れば)(は|に|には)?、?:$")
"""A colon after these leads to what holds in that case."""
_EACH = re.compile(r"それぞれの[^。、]{1,10}は[^。]*。?$")
"""Says of several things what the headings below say of each."""
_FAR = 40
"""Lines within which the second of several that count stands."""
_UNSURE = 0.5
"""Below this score, a heading right after words with a colon may be what they lead to."""
_LISTS = (Kind.ITEM, Kind.TABLE, Kind.QUOTE, Kind.CODE, Kind.IMAGE, Kind.DEFINITION, Kind.CAPTION)


def announces(line: Line) -> bool:
    """Tell whether a line says that a list is to follow."""
    return bool(_ANNOUNCES.search(line.text)) and line.shape is not Shape.ITEM


def claim_lost(sheet: Sheet) -> None:
    """Claim a fragment (今回は) and the line that takes up a list (といった…) that is lost."""
    for line in list(sheet.open()):
        after = sheet.near(line, 1)
        if after is None or not sheet.free(after) or line.gap_after:
            continue
        takes_up = bool(_TAKES_UP.match(after.text))
        points_back = bool(_POINTS_BACK.match(after.text))
        if _is_fragment(line) and (takes_up or points_back):
            sheet.claim(Kind.LEAD_IN, line)
            if takes_up:
                sheet.claim(Kind.LEAD_IN, after)
            _lost(sheet, line)


def claim(sheet: Sheet) -> None:
    """Claim the lead-ins of lists, and note lists that were announced and do not come."""
    for block in sheet.blocks:
        [whole] = look([block.text]) if block.first < block.last else [None]
        first, last = (sheet.lines[n - 1] for n in (block.first, block.last))
        if whole is None or block.kind is not Kind.PARAGRAPH:
            continue
        if _opens_list(sheet, last) and leads(whole):
            sheet.claim(Kind.LEAD_IN, first, last, block.text)
        elif _promises(whole) and _is_lost(sheet, last):
            sheet.claim(Kind.LEAD_IN, first, last, block.text)
            _lost(sheet, last)
    for line in list(sheet.open()):
        if _stands_by_list(sheet, line):
            sheet.claim(Kind.LEAD_IN, line)
        elif _promises(line) and _is_lost(sheet, line):
            sheet.claim(Kind.LEAD_IN, line)
            _lost(sheet, line)


def _lost(sheet: Sheet, line: Line) -> None:
    after = sheet.near(line, 1) or line
    sheet.doubt("lost-list", line, after, f"「{line.text}」に続く一覧が原文から失われている")


def _stands_by_list(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line leads to a list that is there, or takes one up."""
    before, after = sheet.kind(sheet.near(line, -1)), sheet.kind(sheet.near(line, 1))
    takes_up = before is Kind.ITEM and re.match(r"(といった|などの|などが)", line.text)
    led = _opens_list(sheet, line) and leads(line)
    return bool(takes_up) or led or (announces(line) and after in _LISTS)


def _opens_list(sheet: Sheet, line: Line) -> bool:
    return sheet.kind(sheet.near(line, 1)) is Kind.ITEM


def _is_fragment(line: Line) -> bool:
    return line.shape is Shape.SHORT and len(line.text) <= 40 and bool(_FRAGMENT.search(line.text))


def leads(line: Line) -> bool:
    """Tell whether a line before a list is one sentence, or announces the list."""
    alone = line.text.rstrip("。").count("。") == 0 and len(line.text) <= 90
    return alone or announces(line)


def _promises(line: Line) -> bool:
    last = re.split(r"(?<=。)(?=.)", line.text)[-1]
    if re.search(r"https?:", line.text) or not _PROMISES.search(last):
        return False
    return not _QUOTES.search(last) or bool(_AHEAD.search(last))


def _is_lost(sheet: Sheet, line: Line) -> bool:
    """Tell whether no list comes after a line that promises one."""
    after = sheet.near(line, 1)
    if after is None or sheet.kind(after) is Kind.PROMOTION:
        return True
    if sheet.kind(after) is Kind.HEADING:
        return not (_by_headings(line, after) or _is_row(sheet, line, after))
    if not sheet.free(after) or _IN_CASE.search(line.text):
        return False
    return not (_is_there(line, after) or _is_counted(sheet, after))


def _is_counted(sheet: Sheet, after: Line) -> bool:
    """Tell whether the line is the first of several that count, each over its own text."""
    first = number(after)
    if first is None or first.value != 1:
        return False
    later = sheet.lines[after.number : after.number + _FAR]
    return any((n := number(each)) is not None and n.value == 2 for each in later)


def _is_row(sheet: Sheet, line: Line, after: Line) -> bool:
    """Tell a row of short lines below words with a colon from a heading and its prose."""
    beyond = sheet.near(after, 1)
    short = beyond is not None and beyond.shape is after.shape is Shape.SHORT
    asks = POLITE_END.search(line.text[:-1]) is not None
    return short and asks and sheet.scores[after.number] < _UNSURE and not line.gap_after


def _by_headings(line: Line, after: Line) -> bool:
    """Tell whether what a line promises are the headings that begin with ``after``."""
    found = number(after)
    first = found is not None and found.value == 1
    return bool(_EACH.search(line.text)) or (first and not _is_label(line))


def _is_there(line: Line, after: Line) -> bool:
    """Tell whether the line after a colon is what it leads to.

    That is an address, a list without marks (its lines end in no sentence), or the prose that a
    label names.
    """
    if after.text.startswith("http"):
        return True
    if line.shape is not Shape.COLON or number(after):
        return False
    opened = after.shape is Shape.SHORT and not after.text.endswith("?")
    named = _is_label(line) and after.shape is Shape.SENTENCE
    return named or opened or after.text.endswith("、")


def _is_label(line: Line) -> bool:
    """Tell a name with a colon: what it names stands below, a list or prose."""
    name = line.text.removesuffix(":")
    says = PREDICATE.search(name) or VERB.search(name) or name.endswith("ば")
    return len(name) <= 12 and not says

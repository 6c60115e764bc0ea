import pytest

from shiryo.article import read
from shiryo.article.model import Article, Block, Kind

PAGE = """<!doctype html><html><head><title>給付金のお知らせ | 中央市</title>
<meta property="article:published_time" content="2025-04-01T09:00:00+09:00">
<link rel="canonical" href="https://example.jp/x"></head><body>
<header><nav>メニュー</nav></header><nav><ul><li>ホーム</li></ul></nav>
<main><article><h1>給付金のお知らせ</h1>
<p>市では、
子育て世帯を<ruby>支援<rt>しえん</rt></ruby>します。<br>申請は不要です。</p>
<div class="c-balloon"><img src="m.png" alt="市長"><div class="c-balloon__text">ぜひ!</div></div>
<h2>対象</h2><div class="box"><p>次のとおりです。</p>
<ul><li>対象者：市内に住む人<ul><li>0歳から</li></ul></li><li>金額：<b>5万円</b></li></ul></div>
<dl><dt>基準日</dt><dd>令和7年4月1日</dd>
<dt>児童手当</dt><dd>中学校を卒業するまでの子を育てている人に支給する手当です。</dd></dl>
<table><caption>支給額</caption><tr><th>区分</th><th>額</th></tr><tr><td colspan=2>一律</td></tr>
</table>
<figure><img src="a.png" alt="流れの図"><figcaption>図1 申請の流れ</figcaption></figure>
<blockquote cite="https://example.jp/q"><p>子どもは社会の宝。</p><cite>『白書』</cite></blockquote>
<p style="display: none">見えない文</p><script>var x</script>
<div class="related-posts"><h3>関連記事</h3><ul><li><a href="x">保育園</a></li></ul></div>
</article></main><aside>広告</aside><footer>©</footer></body></html>"""


def page() -> Article:
    return read(PAGE.encode(), "a.html")[0]


def only(article: Article, kind: Kind) -> Block:
    (block,) = (b for b in article.blocks if b.kind is kind)
    return block


def test_main_content_is_kept_and_the_rest_is_not() -> None:
    assert [(b.kind.value, b.text) for b in page().blocks] == [
        ("heading", "給付金のお知らせ"),
        ("paragraph", "市では、子育て世帯を支援します。"),
        ("paragraph", "申請は不要です。"),
        ("dialogue", "ぜひ!"),
        ("heading", "対象"),
        ("lead-in", "次のとおりです。"),
        ("item", "市内に住む人"),
        ("item", "0歳から"),
        ("item", "5万円"),
        ("item", "令和7年4月1日"),
        ("definition", "中学校を卒業するまでの子を育てている人に支給する手当です。"),
        ("caption", "支給額"),
        ("table", "区分 額\n一律"),
        ("image", "流れの図"),
        ("caption", "図1 申請の流れ"),
        ("quote", "子どもは社会の宝。"),
        ("citation", "『白書』"),
        ("promotion", "関連記事"),
        ("promotion", "保育園"),
    ]


def test_what_blocks_say() -> None:
    article = page()
    assert only(article, Kind.DIALOGUE).label == "市長"
    assert only(article, Kind.DEFINITION).label == "児童手当"
    assert only(article, Kind.TABLE).cells == (("区分", "額"), ("一律", ""))
    assert only(article, Kind.IMAGE).href == "a.png"
    assert only(article, Kind.CITATION).href == "https://example.jp/q"
    items = [(b.level, b.label) for b in article.blocks if b.kind is Kind.ITEM]
    assert items == [(0, "対象者"), (1, ""), (0, "金額"), (0, "基準日")]


def test_title_date_and_address() -> None:
    article = page()
    assert article.title == "給付金のお知らせ"
    assert (article.date, article.url) == ("2025-04-01", "https://example.jp/x")


def test_a_paragraph_is_a_line() -> None:
    article = page()
    assert article.lines[1] == "市では、子育て世帯を支援します。"
    assert [b.first for b in article.blocks] == list(range(1, len(article.lines) + 1))


def test_title_of_the_page_serves_where_there_is_no_h1() -> None:
    text = "<title>節電の手引 - 中央市</title><h2>照明</h2><p>こまめに消しましょう。</p>"
    assert read(text.encode(), "a.html")[0].title == "節電の手引"


def test_citations_keep_the_address_of_their_link() -> None:
    text = (
        "<article><h1>節電の手引</h1><p>照明は<a href='https://example.jp/a'>白書</a>のとおりです。</p>"
        "<p>出典：<a href='https://example.jp/w'>『節電白書』</a>中央市<br>夜は消します。</p></article>"
    )
    blocks = read(text.encode(), "a.html")[0].blocks
    assert [(b.kind.value, b.text, b.href) for b in blocks[2:]] == [
        ("citation", "出典：『節電白書』中央市", "https://example.jp/w"),
        ("paragraph", "夜は消します。", ""),
    ]


def blocks(body: str) -> list[tuple[str, str, str]]:
    page = f"<title>節電の手引</title><body><article><h1>節電の手引</h1>{body}</article></body>"
    return [(b.kind.value, b.label, b.text) for b in read(page.encode(), "a.html")[0].blocks[1:]]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (  # Cocoon
            '<div class="speech-wrap sbs-stn"><div class="speech-person"><img src="a" alt="">'
            '<div class="speech-name">課長</div></div><div class="speech-balloon"><p>消そう。</p>'
            "</div></div>",
            "課長",
        ),
        (  # SWELL
            '<div class="swell-block-balloon c-balloon"><div class="c-balloon__icon"><img src="a"'
            ' alt=""><span class="c-balloon__iconName">課長</span></div>'
            '<div class="c-balloon__body"><div class="c-balloon__text"><p>消そう。</p></div></div>'
            "</div>",
            "課長",
        ),
        (  # AFFINGER
            '<div class="st-kaiwa-box"><div class="st-kaiwa-face"><img src="a"><div'
            ' class="st-kaiwa-face-name">課長</div></div><div class="st-kaiwa-area"><div'
            ' class="st-kaiwa-hukidashi">消そう。</div></div></div>',
            "課長",
        ),
    ],
)
def test_balloons_of_common_themes_have_their_speakers(body: str, who: str) -> None:
    assert blocks(body) == [("dialogue", who, "消そう。")]


@pytest.mark.parametrize(
    "body",
    [
        '<div class="p-toc -double"><ol><li>照明</li></ol></div>',
        '<ul class="table-of-contents"><li>照明</li></ul>',
        '<p class="update">更新日：2025年5月1日</p>',
        '<div id="pankuzu"><a href="/">ホーム</a> &gt; 暮らし</div>',
        '<div class="p-article__action"><span>スキ</span></div><div class="o-tagList">#節電</div>',
        '<div class="feedback"><h2>このページは役に立ちましたか？</h2></div>',
        '<div id="side"><h2>暮らし</h2><ul><li>水道</li></ul></div>',
        '<p><img src="line.png" alt=""></p>',
    ],
)
def test_what_belongs_to_the_page_is_no_content(body: str) -> None:
    assert blocks(f"<p>照明を消します。</p>{body}") == [("paragraph", "", "照明を消します。")]


def test_the_date_that_the_page_says_is_not_the_first_in_its_text() -> None:
    page = '<p class="date">更新日：2025年5月1日</p><h1>給付金</h1><p>令和7年4月1日に住む人。</p>'
    assert read(page.encode(), "a.html")[0].date == "2025-05-01"


def test_cells_that_span_rows_leave_the_others_in_their_columns() -> None:
    table = (
        "<table><tr><th rowspan=2>区分</th><th colspan=2>額</th></tr><tr><th>第1子</th><th>第2子"
        "</th></tr><tr><td>一般</td><td>5万円</td><td>6万円</td></tr></table>"
    )
    article, _ = read(f"<h1>給付金</h1>{table}".encode(), "a.html")
    assert article.blocks[-1].cells == (
        ("区分", "額", ""),
        ("", "第1子", "第2子"),
        ("一般", "5万円", "6万円"),
    )


def test_questions_steps_captions_and_footnotes() -> None:
    assert blocks(
        '<dl class="faq"><dt>手数料はかかりますか？</dt><dd>無料です。</dd></dl>'
        '<div class="swell-block-step__item"><div class="swell-block-step__number">1</div><div'
        ' class="swell-block-step__title">口座を開く</div><div class="swell-block-step__body"><p>'
        "書類を用意します。</p></div></div>"
        '<div class="photo"><img src="r.jpg" alt="田植え"><p class="caption">田植え＝6月</p></div>'
        '<p>電気は減りました<a class="footnote" href="#f1">*1</a>。</p><div class="footnotes">'
        '<p class="footnote"><a class="footnote-number">*1</a>:夏の値です。</p></div>'
    ) == [
        ("heading", "", "手数料はかかりますか？"),
        ("lead-in", "", "無料です。"),
        ("item", "口座を開く", "書類を用意します。"),
        ("image", "", "田植え"),
        ("caption", "", "田植え＝6月"),
        ("paragraph", "", "電気は減りました。"),
        ("note", "", "夏の値です。"),
    ]


def test_cards_that_link_to_other_pages_and_the_small_print_are_promotion() -> None:
    body = (
        '<a class="blogcard-wrap" href="/b"><div class="blogcard">冷蔵庫</div></a><p>© 2025 市</p>'
    )
    assert [kind for kind, _, _ in blocks(f"<p>消します。</p>{body}")] == [
        "paragraph",
        "promotion",
        "promotion",
    ]


def test_a_blockquote_that_only_indents_a_list_in_an_item_is_no_quotation() -> None:
    inner = "<blockquote>\n<div><ul>\n<li>鋸</li>\n<li>鉋</li></ul>\n</div></blockquote>"
    item = f"<li><p>道具</p>\n{inner}</li>"
    found = read(f"<html><body><ul>{item}<li>板</li></ul></body></html>".encode(), "a.html")[0]
    items = [("道具", 0), ("鋸", 1), ("鉋", 1), ("板", 0)]
    assert [(b.text, b.level) for b in found.blocks if b.kind is Kind.ITEM] == items
    assert len(found.blocks) == len(items)


def test_a_list_that_is_set_in_with_words_over_it_is_read_once() -> None:
    quote = "<blockquote><p>町の決まりにいう。</p><ul><li>火の用心</li></ul></blockquote>"
    found = read(f"<html><body><ul><li>掟{quote}</li></ul></body></html>".encode(), "a.html")[0]
    assert [(b.kind, b.text) for b in found.blocks] == [
        (Kind.ITEM, "掟"),
        (Kind.ITEM, "町の決まりにいう。"),
        (Kind.ITEM, "火の用心"),
    ]


@pytest.mark.parametrize("home", ["/", "https://example.jp/", "../index.html", "./"])
def test_the_name_of_the_site_over_the_page_is_no_heading(home: str) -> None:
    article = read(
        f"""<html><body><div id="header"><h1><a href="{home}">みなと市</a></h1></div><div id="main">
        <h1>粗大ごみの収集</h1><p>電話で申し込んでください。</p></div></body></html>""".encode(),
        "a.html",
    )[0]
    assert [b.text for b in article.blocks if b.kind is Kind.HEADING] == ["粗大ごみの収集"]


@pytest.mark.parametrize("here", ["#top", "https://example.jp/entry/1", "entry.html"])
def test_a_title_that_links_to_its_own_page_stays(here: str) -> None:
    article = read(
        f"""<html><body><header><h1><a href="{here}">粗大ごみの収集</a></h1></header>
        <p>電話で申し込んでください。</p></body></html>""".encode(),
        "a.html",
    )[0]
    assert [b.text for b in article.blocks if b.kind is Kind.HEADING] == ["粗大ごみの収集"]

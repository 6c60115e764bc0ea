from shiryo.article.model import Article

ARTICLE = Article(
    "a.pdf", "", "", ("節電の手引", "", "照明を消します。", "夜も。"), (), pages=(1, 1, 2, 2)
)


def test_a_place_is_a_page_and_a_stretch_of_the_text() -> None:
    place = ARTICLE.place(3, 4)
    assert place.page == 2
    assert ARTICLE.text[place.start : place.end] == "照明を消します。\n夜も。"


def test_a_diagnostic_names_the_page_where_there_is_one() -> None:
    assert str(ARTICLE.span(3, 4)) == "a.pdf:3-4（p.2）"
    assert str(Article("a.txt", "", "", ("一",), ()).span(1, 1)) == "a.txt:1"

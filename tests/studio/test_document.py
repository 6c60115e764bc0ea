"""All tabs share one text: changes come in turn and are counted as browsers count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo.outline.editing import Splice
from shiryo.outline.editing.splices import spliced
from shiryo.studio.document import Document, Units, Update, as_changes, of_changes

TEXT = st.text(st.sampled_from("ab漢\n𠮷😀"), max_size=12)


@given(TEXT, TEXT, st.data())
def test_a_splice_and_the_changes_of_an_editor_are_the_same(
    text: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    splice = Splice(start, data.draw(st.integers(start, len(text))), new)
    assert spliced(text, of_changes(text, as_changes(text, splice))) == spliced(text, [splice])


@given(TEXT)
def test_places_are_counted_in_units_of_utf_16(text: str) -> None:
    units = Units(text)
    assert units.count == len(text.encode("utf-16-le")) // 2
    assert [units.point(units.unit(n)) for n in range(len(text) + 1)] == [*range(len(text) + 1)]


def test_who_is_behind_is_refused_and_told_what_he_missed() -> None:
    document = Document("一二")
    assert document.push(0, [Update("a", [2, [0, "三"]])]) == [Splice(2, 2, "三")]
    assert document.push(0, [Update("b", [[1], 1])]) is None
    assert [update.client for update in document.since(0) or ()] == ["a"]
    assert document.text == "一二三"
    assert document.since(5) is None


@pytest.mark.parametrize("changes", [None, [3], [[-1]], [["a"]], [[1, 2]], 7, [[9]]])
def test_changes_of_another_text_change_nothing(changes: object) -> None:
    document = Document("一二")
    with pytest.raises(ValueError, match=r"change|text"):
        document.push(0, [Update("a", changes)])
    assert (document.text, document.version) == ("一二", 0)


def test_a_text_of_the_studio_itself_comes_as_a_change() -> None:
    document = Document("題: 一\n節: 二\n")
    document.replace("題: 一\n節: 三\n")
    (update,) = document.since(0) or ()
    assert update.changes == [8, [1, "三"], 1]
    assert document.replace(document.text) is None

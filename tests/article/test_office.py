import io
import zipfile

import pytest

from shiryo.article import read
from shiryo.diagnostics import Failed


@pytest.mark.parametrize(
    ("file", "part"), [("a.docx", "word/document.xml"), ("a.pptx", "ppt/presentation.xml")]
)
def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(file: str, part: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open(part, "w") as target:
        for _ in range(160):
            target.write(b" " * 1_000_000)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(Failed) as failed:
        read(out.getvalue(), file)
    assert [d.code for d in failed.value.diagnostics] == ["article.too-large"]


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(Failed, match="大きすぎる"):
        read("長い。\n".encode() * 800_000, "a.txt")

import zlib

import pikepdf

from shiryo.render.pdf import finish


def test_text_whose_check_sum_ends_in_a_carriage_return_can_still_be_read() -> None:
    content = next(
        text for n in range(300) if zlib.compress(text := b"q Q %" + b"a" * n).endswith(b"\r")
    )
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.Contents = pdf.make_stream(b"")
    page.Contents.write(zlib.compress(content), filter=pikepdf.Name.FlateDecode)
    finish._end_otherwise(page.Contents)
    assert page.Contents.read_bytes() == content + b"\n"
    assert not page.Contents.read_raw_bytes().endswith(b"\r")

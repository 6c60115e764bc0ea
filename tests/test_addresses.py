import pytest

from shiryo.addresses import is_link


@pytest.mark.parametrize(
    "address",
    [
        "https://example.jp",
        "HTTP://example.jp:8080/a?b=c#d",
        "https://日本語.example/富岳_(計算機)",
        "https://example.jp/%E5%AF%8C%E5%B2%B3?q=a+b&x=[1]",
        "https://user@example.jp/a b",
        "mailto:a.b+c@example.jp",
        "mailto:a@example.jp?subject=%E4%BB%B6",
        "#why-now",
    ],
)
def test_pages_mailboxes_and_places_of_the_document_are_links(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "%6aavascript:alert(1)",
        "javascript&#58;alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "FILE://host/share",
        "ms-word:ofe|u|https://example.jp/a.docx",
        "//example.jp/a",
        r"\\host\share",
        r"https:\\host\share",
        r"https://host\share",
        "/etc/passwd",
        "../../evil.exe",
        "evil.exe",
        "C:/evil.exe",
        "www.example.jp",
        "ftp://example.jp",
        "https:",
        "https://",
        "https:///etc/passwd",
        "http:evil",
        "https:/example.jp",
        " https://example.jp",
        "https://example.jp/\n",
        "https://example.jp/\u202egpj.exe",
        "https://exa\tmple.jp",
        "mailto:",
        "mailto:a",
        "mailto:///etc/passwd",
    ],
)
def test_nothing_else_is_a_link(address: str) -> None:
    assert not is_link(address)

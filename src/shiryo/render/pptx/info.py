"""What the file says of itself: core and application properties (ECMA-376-2 § 8.3, -1 § 15.2)."""

from datetime import UTC, datetime

from shiryo.pages import Info, PageSet
from shiryo.render.pptx.xml import content, document, tag

Moment = tuple[int, int, int, int, int, int]
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip file can name."""
_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def when(info: Info) -> datetime:
    """Return the file's date in UTC; 1980-01-01 where it has none that can be read."""
    try:
        date = datetime.fromisoformat(info.date)
    except ValueError:
        return _EPOCH
    date = date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    return max(date, _EPOCH)


def moment(info: Info) -> Moment:
    """Return the date for the entries of the zip file."""
    date = when(info)
    return (date.year, date.month, date.day, date.hour, date.minute, date.second)


def core(info: Info) -> bytes:
    """Return the core properties."""
    stamp = when(info).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = {
        "dc:title": info.title,
        "dc:subject": info.subject,
        "dc:creator": info.author,
        "cp:keywords": info.keywords,
        "cp:lastModifiedBy": info.author,
        "dc:language": info.language,
    }
    dates = (
        tag(name, stamp, **{"xsi:type": "dcterms:W3CDTF"})
        for name in ("dcterms:created", "dcterms:modified")
    )
    lines = (tag(name, content(value)) for name, value in said.items() if value)
    return document("cp:coreProperties", "", *lines, *dates, **_CORE)


def application(pages: PageSet) -> bytes:
    """Return the application's properties."""
    said = {
        "TotalTime": 0,
        "Application": "shiryo",
        "PresentationFormat": "ユーザー設定",
        "Slides": len(pages.pages),
        "Notes": sum(bool(page.notes) for page in pages.pages),
        "AppVersion": "16.0000",
    }
    lines = (tag(name, content(str(value))) for name, value in said.items())
    return document("Properties", "", *lines, xmlns=_EXTENDED)

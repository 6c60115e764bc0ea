"""shiryo (資料): a Japanese article in; an outline, a briefing deck and a handout out."""

__version__ = "0.1.0"

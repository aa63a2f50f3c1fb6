"""Small pages of one article, with a head to read."""

from __future__ import annotations

PROSE = "The ferry crossed the sound at noon and came back before the storm reached the outer islands. " * 4
BODY = f"<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>"


def ld(author: str) -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm stops the ferry", '
        f'"datePublished": "2024-04-25", "author": {author}}}</script>'
    )


def article(head: str, above: str = "", meta: str = "", behind: str = "") -> str:
    return (
        f"<html><head>{meta}</head><body>{above}<article><h1>Storm stops the ferry</h1>{head}{BODY}{behind}</article>"
    )


DAY = "<meta property='article:published_time' content='2024-04-25'>"
TYPED = ld('{"@type": "Person", "name": "Lena Fry"}')
ARTICLE = "<meta property=og:type content=article>"

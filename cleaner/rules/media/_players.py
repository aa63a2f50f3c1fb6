"""What kind of medium a piece of player chrome stood for."""

from __future__ import annotations

import re
from typing import Any

_KINDS = (
    ("poll", re.compile(r"poll\b|umfrage|sondage|encuesta", re.IGNORECASE)),
    ("audio", re.compile(r"listen|podcast|audio|anhören|écoute|escuch|ascolta|ouça|ouvir|lyssna|lytt|lyt |kuuntele|posłuchaj|слуша|слуха"
                         r"|dengarkan|dinle|聴く|收听|듣기|استمع|सुनें|nghe|φωνή|ακούστε|האזינו", re.IGNORECASE)),
    ("photo", re.compile(r"photo|foto|picture|bild|image|imag|фото|صور|写真|画像|图|圖|사진|포토|तस्वीर|ảnh|mynd|fotó|kép", re.IGNORECASE)),
    ("post", re.compile(r"tweet", re.IGNORECASE)),
)  # fmt: skip


def medium(text: str, title: str | None = None) -> dict[str, Any]:
    """An item of the article field ``media`` for the chrome ``text``: a video unless its words say otherwise."""
    found = [kind for kind, pattern in _KINDS if pattern.search(text)]
    video = re.search(r"vid|film|clip|watch|видео|відео|فيديو|動画|视频|影片|영상|वीडियो|βίντεο|ویدیو", text, re.IGNORECASE)
    kind = "video" if video or not found else found[0]
    return {"kind": kind, "title": " ".join(title.split()).strip(" :") if title else None}

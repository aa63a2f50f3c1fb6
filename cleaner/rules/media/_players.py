"""What kind of medium a piece of player chrome stood for."""

from __future__ import annotations

import re
from typing import Any

from cleaner.lazy import lazy

_KINDS = {
    "poll": r"poll\b|umfrage|sondage|encuesta",
    "audio": r"listen|podcast|audio|anhören|écoute|escuch|ascolta|ouça|ouvir|lyssna|lytt|lyt |kuuntele|posłuchaj|слуша"
    r"|слуха|dengarkan|dinle|聴く|收听|듣기|استمع|सुनें|nghe|ακούστε|האזינו",
    "photo": r"photo|foto|picture|bild|imag|фото|صور|写真|画像|图|圖|사진|포토|तस्वीर|ảnh|mynd|fotó|kép",
    "post": r"tweet|twitter|instagram|facebook",
}
_VIDEO = lazy(r"vid|film|clip|watch|видео|відео|فيديو|動画|视频|影片|영상|वीडियो|βίντεο|ویدیو", re.IGNORECASE)


def medium(text: str, title: str | None = None) -> dict[str, Any]:
    """An item of the article field ``media`` for the chrome ``text``: a video unless its words say otherwise."""
    found = [kind for kind, pattern in _KINDS.items() if re.search(pattern, text, re.IGNORECASE)]
    kind = "video" if not found or _VIDEO.search(text) else found[0]
    return {"kind": kind, "title": " ".join(title.split()).strip(" :") if title else None}

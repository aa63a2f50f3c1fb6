"""Records and archives for the tests of dumps that mean harm."""

from __future__ import annotations

import io
import zipfile

BODY = "The ferry sailed to the island on Monday. All went well, the harbour master said."


def record(number: int) -> dict[str, str]:
    return {"id": f"a{number}", "title": f"Ferry {number}", "text": f"{BODY} It was trip {number}."}


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()

"""What the media rules do together: credits, captions, galleries and players of many languages, and near-misses."""

from __future__ import annotations

import pytest

from cleaner.engine import Cleaned, Cleaner
from cleaner.rule import REPORT, discover
from cleaner.text.credits import NAMED, NONE, SOURCED, image, strength, tidy
from cleaner.words import languages

RULES = [rule for rule in discover() if rule.phase == "media"]
CLEANER = Cleaner(RULES, max_removed=1.0)
BEFORE, AFTER = "The river rose overnight, and nobody slept.", "By noon the water had gone down again."


def clean(text: str) -> Cleaned:
    found = CLEANER.clean(text)
    assert not [finding for finding in found.findings if finding.level == "error"]
    return found


def between(line: str, gap: str = "\n\n") -> Cleaned:
    return clean(gap.join((BEFORE, line, AFTER)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Getty Images/screengrab", SOURCED),
        ("Ana Ruiz   Pool/Getty Images", SOURCED),
        ("Getty Images (ana ruiz)/screenshot", SOURCED),
        ("Ana Ruiz/Getty Images for the River Foundation", SOURCED),
        ("YouTube screen capture", SOURCED),
        ("личный архив Анны Ким", SOURCED),
        ("dok. pribadi", SOURCED),
        ("@anaruiz", SOURCED),
        ("Ana Ruiz", NAMED),
        ("山田太郎", NAMED),
        ("Orbital Labs", NAMED),
        ("a short history", NONE),
        ("that is what the party worries about", NONE),
        ("how to face the light", NONE),
        ("Ana Ruiz. She took it in May", NONE),
        ("From Dawn To Dusk In The Big City", NONE),
        ("", NONE),
        ("A" * 200, NONE),
    ],
)
def test_strength(text: str, expected: int) -> None:
    assert strength(text) == expected


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("  Ana Ruiz/AP. ", "Ana Ruiz/AP"),
        ("Ana Ruiz/AP Ana Ruiz/AP", "Ana Ruiz/AP"),
        ("Getty Images (2", "Getty Images (2)"),
        ("Ana Ruiz Jr.", "Ana Ruiz Jr."),
    ],
)
def test_tidy(credit: str, expected: str) -> None:
    assert tidy(credit) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Ruiz, AP",
        "Image: NordPics",
        "Photograph: AFP via Getty",
        "Foto: Ana Ruiz/dpa",
        "Bild: Imago/Ana Ruiz",
        "Crédit photo : Ana Ruiz / AFP",
        "Fotografía: Cortesía",
        "Foto: Divulgação",
        "Foto: Ana Ruiz / NTB",
        "Kuva: Ana Ruiz / Lehtikuva",
        "Ljósmynd: Ana Ruiz",
        "Fot. Ana Ruiz/PAP",
        "Zdroj foto: Profimedia",
        "Fotó: Ruiz Anna / MTI",
        "Sursa foto: Agerpres",
        "Фото: пресс-служба",
        "Світлина: Укрінформ",
        "Fotoğraf: Anadolu Ajansı",
        "تصوير: أحمد علي",
        "צילום: רויטרס",
        "फोटो: पीटीआई",
        "Foto: Istimewa",
        "Ảnh: Nguyễn Văn An",
        "写真：共同",
        "图片来源：视觉中国",
        "/사진=연합뉴스",
        "（圖／翻攝自臉書）",
        "ภาพจาก: รอยเตอร์",
        "Φωτογραφία: Eurokinissi",
        "(Image: © NASA/ESA/A. Ruiz)",
        "© Ana Ruiz",
        "Ana Ruiz | Bloomberg | Getty Images",
        "STR/AFP via Getty Images",
        "Enlarge this image toggle caption Ana Ruiz/AP Ana Ruiz/AP",
    ],
)
def test_credit_lines_of_many_languages(line: str) -> None:
    found = between(line)
    assert found.text == f"{BEFORE}\n\n{AFTER}"
    (picture,) = found.fields["images"]
    assert picture["caption"] is None
    assert picture["credit"] and picture["credit"] in line


@pytest.mark.parametrize(
    "line",
    [
        "View gallery",
        "Bildergalerie",
        "Voir la galerie",
        "Ver galería",
        "Guarda la gallery",
        "Veja a galeria de fotos",
        "Bekijk de foto's",
        "Visa bildspel",
        "Se bildeserie",
        "Se billedserien",
        "Katso kuvat",
        "Skoða myndir",
        "Zobacz galerię",
        "Zobrazit galerii",
        "Képgaléria",
        "Vezi galeria foto",
        "Фотогалерея",
        "Переглянути всі фото",
        "Galeriyi gör",
        "معرض الصور",
        "फोटो गैलरी देखें",
        "Lihat galeri",
        "Xem thư viện ảnh",
        "写真をもっと見る",
        "查看图集",
        "사진 더보기",
        "12 photos",
        "8 Bilder",
        "+12",
    ],
)
def test_gallery_lines_of_many_languages(line: str) -> None:
    found = between(line)
    assert found.text == f"{BEFORE}\n\n{AFTER}"
    assert len(found.fields["galleries"]) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Scroll down for video",
        "Video ansehen",
        "Voir la vidéo",
        "Ver el video",
        "Guarda il video",
        "Veja o vídeo",
        "Bekijk de video",
        "Se videon",
        "Spill av video",
        "Afspil video",
        "Katso video",
        "Zobacz wideo",
        "Přehrát video",
        "Vezi video",
        "Смотреть видео",
        "Дивитися відео",
        "Videoyu izle",
        "شاهد الفيديو",
        "वीडियो देखें",
        "Tonton video",
        "Xem video",
        "動画を見る",
        "观看视频",
        "동영상 보기",
        "Shiko videon:",
    ],
)
def test_video_lines_of_many_languages(line: str) -> None:
    found = between(line)
    assert found.text == f"{BEFORE}\n\n{AFTER}"
    assert found.fields["media"] == [{"kind": "video", "title": None}]


def test_a_caption_goes_with_its_credit() -> None:
    found = between("Their dinner was called 'friendly'. Credit: AP")
    assert found.fields["images"] == [image("Their dinner was called 'friendly'.", "AP")]


def test_prose_stays_when_a_credit_is_glued_to_it() -> None:
    found = clean(f"{BEFORE} {AFTER}Watch the video below:Featured image via Ana Ruiz/Getty Images")
    assert found.text == f"{BEFORE} {AFTER}"
    assert found.fields["images"] == [image(None, "Ana Ruiz/Getty Images")]
    assert found.fields["media"] == [{"kind": "video", "title": "Watch the video below"}]


def test_several_credits_at_one_end_keep_their_order() -> None:
    found = clean(f"{BEFORE} Photo: Ana Ruiz/AP Photo: Bo Lee/AP")
    assert found.text == BEFORE
    assert [picture["credit"] for picture in found.fields["images"]] == ["Ana Ruiz/AP", "Bo Lee/AP"]


@pytest.mark.parametrize(
    "line",
    [
        "To its credit, the charity is a massive first-response organization",
        "It was first posted by photographer Ana Ruiz on Monday and credited to Bo Lee",
        "the child tax credit was changed",
        "Photos posted on Twitter showed the crew in borrowed raincoats",
        "Images from the film are here, with the crowd in front…",
        "He told Reuters in a telephone interview from Lisbon",
        "Ana Roe (pictured left and right as a child) was chosen as the giggling baby",
        "It's a fine image: an old boat wrapped in the flag.",
        "This picture was the story",
        "unveiled at the city's art gallery",
        "an online gallery of horrible movie posters",
        "Se exhibió en la Galería Central",
        "In a video posted on the paper's website",
        "She scrolled through the message one more time",
        "interesting to watch the game from a different perspective",
        "Best Video Director: Ana Ruiz",
        "Song of The Year: Rain, by Bo Lee",
        "Correction: the picture was taken in May.",
        "1 of 5 adults smokes.",
        "Image: that is what the party worries about.",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n", " "])
def test_near_misses_stay(line: str, gap: str) -> None:
    text = gap.join((BEFORE, line, AFTER))
    assert clean(text).text == text


def all_examples() -> list[str]:
    return [text for rule in RULES for text in (*(dirty for dirty, *_ in rule.fixes), *rule.keeps, *rule.reports)]


def test_cleaning_twice_changes_nothing() -> None:
    for text in all_examples():
        once = clean(f"{BEFORE}\n\n{text}\n\n{AFTER}").text
        assert clean(once).text == once


def test_nothing_is_lost_that_is_not_chrome() -> None:
    kept = {"MED009", "MED018", "MED034", "MED035"}
    for rule in RULES:
        if rule.safety is REPORT or rule.code in kept:
            continue
        for dirty, *_ in rule.fixes:
            assert all(edit.lift for edit in clean(dirty).edits)


def test_every_language_takes_part() -> None:
    wanted = {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "is", "pl"}
    wanted |= {"cs", "hu", "ro", "ru", "uk", "tr", "ar", "hi", "id", "vi", "ja", "zh", "ko"}
    tables = languages()
    for key in ("credit_label", "credit_source", "gallery_phrase", "media_phrase", "caption_label"):
        with_key = {name.partition(".")[0] for name, table in tables.items() if key in table}
        assert with_key >= wanted, key


def test_a_line_that_a_pages_markup_has_not_named_a_caption_is_none_in_its_article_either() -> None:
    prose = (
        "The ferry to the island sailed again on Monday, its owner said in a statement to the press.",
        "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour.",
        "The police closed the road for the night, and the fire brigade pumped water from the cellars.",
        "On Tuesday the sun shone, and the people of the town came to see what was left of the quay.",
    )
    text = "\n\n".join((*prose[:2], "A still from a video that shows the harbour", *prose[2:]))
    assert [edit.code for edit in CLEANER.clean(text).edits] == ["MED030"]
    assert CLEANER.clean(text, kind="page").text == CLEANER.clean(text, kind="article").text == text

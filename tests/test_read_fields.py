"""Fields are found under the names that suppliers use; profiles say the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.read import ReadOptions, Record, Unreadable, discover, read
from cleaner.read.profile import ARTICLE_FIELDS, Profile, builtin_profiles, load_profile, profile_for

BODY = "The wharf reopened on Monday after two years of work."


TEXT_KEYS = [
    "text", "body", "content", "articleBody", "article_body", "maintext", "main_text", "article", "raw_text",
    "text_raw", "document", "story", "Body_Text", "ARTICLE_TEXT", "konten_berita", "contenido", "texto",
    "content_body", "full_content", "내용", "본문", "nội dung", "corpo", "inhalt", "texte", "正文",
    "текст", "raw.text", "data.article.body",
]  # fmt: skip


def reading(tmp_path: Path, record: dict[str, Any], options: ReadOptions | None = None) -> Record:
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps(record) + "\n", "utf-8")
    (made,) = read(discover(path)[0], options)
    assert isinstance(made, Record), made
    return made


@pytest.mark.parametrize("key", TEXT_KEYS)
def test_texts_are_found(key: str, tmp_path: Path) -> None:
    record: dict[str, Any] = {"id": "x", "description": "A teaser."}
    *outer, leaf = key.split(".")
    at = record
    for part in outer:
        at = at.setdefault(part, {})
    at[leaf] = BODY
    made = reading(tmp_path, record)
    assert made.text == BODY and made.id == "x" and made.fields["subtitle"] == "A teaser."


@pytest.mark.parametrize(
    "field, key, value, expected",
    [
        ("title", "Headline", "Wharf reopens", "Wharf reopens"),
        ("title", "article_name", "Wharf reopens", "Wharf reopens"),
        ("title", "제목", "Wharf reopens", "Wharf reopens"),
        ("published", "pubDate", "Mon, 02 Mar 2020", "Mon, 02 Mar 2020"),
        ("published", "date_publish", "2020-03-02 07:00:00", "2020-03-02 07:00:00"),
        ("published", "published_at", 1583132400, "1583132400"),
        ("published", "tgl_publikasi", "2 Mar 2020", "2 Mar 2020"),
        ("updated", "date_modify", "2020-03-03", "2020-03-03"),
        ("authors", "author", "Ana Ruiz", ["Ana Ruiz"]),
        ("authors", "authors", ["Ana Ruiz", "Bo Li"], ["Ana Ruiz", "Bo Li"]),
        ("authors", "author", [{"name": "Ana Ruiz"}, {"name": "Bo Li", "url": "u"}], ["Ana Ruiz", "Bo Li"]),
        ("authors", "author", {"name": "Ana Ruiz"}, ["Ana Ruiz"]),
        ("authors", "authors", "['Ana Ruiz', 'Bo Li']", ["Ana Ruiz", "Bo Li"]),
        ("authors", "byline", "Ana Ruiz; Bo Li", ["Ana Ruiz", "Bo Li"]),
        ("url", "canonical_url", "https://example.org/1", "https://example.org/1"),
        ("url", "source", "https://example.org/1", "https://example.org/1"),
        ("publisher", "source_domain", "example.org", "example.org"),
        ("publisher", "source", {"id": None, "name": "Harbour News"}, "Harbour News"),
        ("language", "lang", "en", "en"),
        ("section", "categories", ["Ports", "Trade"], "Ports, Trade"),
        ("rights", "copyright", "© 2020 Harbour News", "© 2020 Harbour News"),
    ],
)
def test_metadata_are_found(field: str, key: str, value: Any, expected: Any, tmp_path: Path) -> None:
    assert reading(tmp_path, {"text": BODY, key: value}).fields == {field: expected}


def test_what_says_nothing_is_left_out(tmp_path: Path) -> None:
    made = reading(tmp_path, {"text": BODY, "title": "", "author": [], "date": None, "lang": " ", "url": False})
    assert made.fields == {}


def test_the_address_of_a_picture_is_not_that_of_the_article(tmp_path: Path) -> None:
    record = {"text": BODY, "image": {"url": "u", "caption": "c"}, "related": [{"text": "other", "url": "v"}]}
    made = reading(tmp_path, record, ReadOptions(keep_extra=True))
    assert made.fields == {} and made.extra == {"image": record["image"], "related": record["related"]}


def test_an_empty_text_is_not_replaced_by_a_teaser(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text('{"text": "", "description": "A teaser."}\n')
    (made,) = read(discover(path)[0])
    assert isinstance(made, Unreadable) and made.reason == "text-empty"


@pytest.mark.parametrize("key", ["resume", "Résumé", "descripción", "요약", "deskripsi"])
def test_teasers_of_other_languages(key: str, tmp_path: Path) -> None:
    assert reading(tmp_path, {"title": "Wharf", key: BODY}).text == BODY
    assert reading(tmp_path, {"title": "Wharf", key: "A teaser.", "text": BODY}).fields["subtitle"] == "A teaser."


def test_a_teaser_stands_for_the_text_where_there_is_no_other(tmp_path: Path) -> None:
    made = reading(tmp_path, {"class": 3, "title": "Wharf", "description": BODY})
    assert made.text == BODY and made.fields == {"title": "Wharf"}


def test_ids(tmp_path: Path) -> None:
    assert reading(tmp_path, {"text": BODY, "_id": 7}).id == "7"
    assert reading(tmp_path, {"text": BODY, "id": None}).id == "dump.jsonl:1"
    assert reading(tmp_path, {"text": BODY}).id == "dump.jsonl:1"


def test_paragraph_lists_become_one_text(tmp_path: Path) -> None:
    assert reading(tmp_path, {"paragraphs": ["One.", "Two."]}).text == "One.\n\nTwo."


def test_extra_fields_ride_along_only_when_asked(tmp_path: Path) -> None:
    record = {"text": BODY, "score": 3, "metadata": {"title": "T", "tags": ["a"]}}
    assert reading(tmp_path, record).extra == {}
    made = reading(tmp_path, record, ReadOptions(keep_extra=True))
    assert made.extra == {"score": 3, "metadata.tags": ["a"]} and made.fields == {"title": "T"}


def test_a_fragment_of_html_is_told_from_prose(tmp_path: Path) -> None:
    assert reading(tmp_path, {"text": f"<p>{BODY}</p>"}).kind == "html"
    assert reading(tmp_path, {"text": f"{BODY}<br><br>{BODY}<br>"}).kind == "html"
    for prose in (
        "If a < b and b > c, then a < c.",
        "Write <br> to break a line.",
        "I <3 Arvo",
        "Mail <a@example.org>.",
    ):
        assert reading(tmp_path, {"text": prose}).kind == "text"


def test_a_whole_page_gives_its_article(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{BODY} It took {number} builders to do it, the port said.</p>" for number in range(6))
    html = f"<!DOCTYPE html><html><head><title>Wharf</title></head><body><article>{paragraphs}</article></body></html>"
    made = reading(tmp_path, {"id": "x", "html": html, "title": "Given"})
    assert made.kind == "page" and "<p>" not in made.text and BODY in made.text and made.fields["title"] == "Given"


def test_front_matter_in_a_record_makes_it_markdown(tmp_path: Path) -> None:
    text = f"---\ntitle: Wharf\ntags: [a, b]\n---\n\n{BODY}\n"
    made = reading(tmp_path, {"text": text})
    assert (made.kind, made.text, made.fields) == ("markdown", text, {"title": "Wharf"})


def test_news_please(tmp_path: Path) -> None:
    record = {
        "authors": ["Ana Ruiz"], "date_download": "2020-03-05", "date_modify": "2020-03-03",
        "date_publish": "2020-03-02",
        "description": "Teaser.", "filename": "f.html", "image_url": "i", "language": "en", "localpath": None,
        "maintext": BODY, "source_domain": "example.org", "text": None, "title": "T", "title_page": None, "url": "u",
    }  # fmt: skip
    made = reading(tmp_path, record)
    assert made.text == BODY
    assert made.fields == {
        "title": "T", "subtitle": "Teaser.", "authors": ["Ana Ruiz"], "published": "2020-03-02",
        "updated": "2020-03-03", "url": "u", "publisher": "example.org", "language": "en",
    }  # fmt: skip


def test_trafilatura(tmp_path: Path) -> None:
    record = {
        "title": "T", "author": "Ana Ruiz; Bo Li", "hostname": "example.org", "date": "2020-03-02", "fingerprint": "ab",
        "id": None, "license": None, "comments": "", "raw_text": "x", "text": BODY, "language": "en", "image": "i",
        "source": "https://example.org/1", "source-hostname": "Harbour News", "excerpt": "Teaser.", "categories": "",
        "tags": "",
    }  # fmt: skip
    made = reading(tmp_path, record)
    assert made.text == BODY and made.fields["publisher"] == "Harbour News"
    assert made.fields["url"] == "https://example.org/1" and made.fields["authors"] == ["Ana Ruiz", "Bo Li"]


def test_dolma_and_datatrove(tmp_path: Path) -> None:
    dolma = {
        "id": "d",
        "text": BODY,
        "source": "harbour",
        "added": "2024-01-01",
        "created": "2020-03-02",
        "metadata": {"url": "u"},
    }
    made = reading(tmp_path, dolma)
    assert (made.id, made.source, made.fields) == ("d", "harbour", {"published": "2020-03-02", "url": "u"})
    made = reading(tmp_path, {"id": "t", "text": BODY, "metadata": {"date": "2020-03-02", "title": "T"}})
    assert made.fields == {"published": "2020-03-02", "title": "T"}


NINJS = {"uri": "urn:x:1", "type": "text", "versioncreated": "2020-03-02T07:00:00Z", "byline": "Ana Ruiz"}


def test_ninjs_1(tmp_path: Path) -> None:
    made = reading(
        tmp_path,
        {**NINJS, "headline": "T", "body_text": BODY, "body_xhtml": f"<p>{BODY}</p>", "located": "Arvo",
         "associations": {"main": {"headline": "picture", "body_text": "not this"}}},
    )  # fmt: skip
    assert made.id == "urn:x:1" and made.text == BODY and made.fields["title"] == "T"
    assert made.fields["dateline"] == {"place": None, "agency": None, "text": "Arvo"}


def test_ninjs_2(tmp_path: Path) -> None:
    bodies = [
        {"role": "xhtml", "contenttype": "text/html", "value": f"<p>{BODY}</p>"},
        {"role": "text", "contenttype": "text/plain", "value": BODY},
    ]
    record = {**NINJS, "headlines": [{"role": "short", "value": "S"}, {"role": "main", "value": "T"}], "bodies": bodies}
    made = reading(tmp_path, record)
    assert made.text == BODY and made.fields["title"] == "T" and made.fields["published"] == NINJS["versioncreated"]


def test_our_own_articles_come_back_as_they_were(tmp_path: Path) -> None:
    fields = {
        "title": "T", "subtitle": "S", "authors": ["Ana Ruiz"], "published": "2020-03", "published_precision": "month",
        "updated": "2020-03-03", "dateline": {"place": "ARVO", "agency": "Newswire", "text": "ARVO (Newswire) - "},
        "language": "en", "section": "Ports", "publisher": "Harbour News", "url": "https://example.org/1",
        "images": [{"caption": "c", "credit": None}], "links": [{"text": "a", "target": "b", "valid": True}],
        "galleries": [{"title": None, "count": 12}], "media": [{"kind": "video", "title": None}],
        "related": [{"title": "r", "url": None}], "syndicated_from": "Newswire", "rights": "© H",
        "contributors": ["Bo Li"], "headings": ["One"],
    }  # fmt: skip
    record = {
        "id": "a1", "text": BODY, "source": "harbour", **fields, "extra": '{"score":3}',
        "origin": {"path": "in/x.jsonl", "line": 3, "sha256": "0"},
        "cleaning": {"rules": [], "chars_in": 1, "chars_out": 1},
    }  # fmt: skip
    made = reading(tmp_path, record)
    assert (made.id, made.source, made.text, made.fields, made.extra) == ("a1", "harbour", BODY, fields, {"score": 3})
    empty = {key: [] if isinstance(value, list) else None for key, value in fields.items()}
    assert reading(tmp_path, {**record, **empty, "extra": None}).fields == {}


def test_a_profile_names_fields_and_fills_gaps(tmp_path: Path) -> None:
    table = {
        "match": "*.jsonl", "text": "story.words", "language": "en", "publisher": "Harbour News",
        "fields": {"title": ["Kop", "kicker"], "id": "nr"},
    }  # fmt: skip
    options = ReadOptions(profiles=(load_profile(table, "harbour"),))
    made = reading(
        tmp_path, {"nr": 4, "kicker": "K", "text": "not this", "story": {"words": BODY}, "lang": "de"}, options
    )
    assert (made.id, made.text, made.source) == ("4", BODY, "harbour")
    assert made.fields == {"title": "K", "language": "de", "publisher": "Harbour News"}


def test_the_text_field_can_be_forced(tmp_path: Path) -> None:
    assert (
        reading(tmp_path, {"text": "not this", "Plain_Words": BODY}, ReadOptions(text_field="plain words")).text == BODY
    )


@pytest.mark.parametrize(
    "table, said",
    [
        ({"colums": []}, "source.x: unknown key 'colums'"),
        ({"name": "y"}, "unknown key 'name'"),
        ({"header": "yes"}, "source.x.header: must be true or false"),
        ({"columns": [1]}, "source.x.columns: must be a string or a list of strings"),
        ({"date_order": "dym"}, "must be one of dmy, mdy, ymd"),
        ({"delimiter": "||"}, "must be one character"),
        ({"encoding": "latin-99"}, "unknown character set 'latin-99'"),
        ({"fields": {"titel": "x"}}, "unknown article field 'titel'"),
        ({"fields": ["x"]}, "must be a table"),
        ({"language": 3}, "source.x.language: must be a string"),
        ({"zone": "CET"}, "source.x: unknown key 'zone'"),
        ({"columns": ["a"], "header": True}, "header = false"),
    ],
)
def test_mistakes_in_a_profile_are_named(table: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=r"source\.x") as error:
        load_profile(table, "x")
    assert said in str(error.value)


def test_the_first_profile_that_matches_wins() -> None:
    one, two = Profile("one", match=("a/*.csv",)), Profile("two", match=("*.csv", "b/*"))
    assert profile_for("a/x.csv", [one, two]) is one
    assert profile_for("c/x.csv", [one, two]) is two
    assert profile_for("c/x.txt", [one, two]) is None


@pytest.mark.parametrize("profile", builtin_profiles(), ids=lambda profile: profile.name)
def test_built_in_profiles_read_their_sample(profile: Profile, tmp_path: Path) -> None:
    folder = tmp_path / profile.name
    folder.mkdir()
    (folder / "part.csv").write_text(profile.sample[0].text, "utf-8")
    (item,) = discover(tmp_path)
    (made,) = read(item)
    assert isinstance(made, Record) and made.source == profile.name and made.fields["language"] == profile.language
    assert {field for field, _ in profile.fields} <= set(made.fields) & set(ARTICLE_FIELDS)


def test_a_profile_takes_every_key() -> None:
    table = {"match": "x/*", "columns": ["id", "text"], "valid_until": "2030-01-01", "lines": ["Ad"], "language": "en"}
    profile = load_profile(table, "x")
    assert profile.match == ("x/*",) and profile.columns == ("id", "text") and profile.lines == ("Ad",)
    assert profile.valid_until == "2030-01-01" and profile.language == "en"

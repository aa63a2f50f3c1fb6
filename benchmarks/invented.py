"""An invented corpus: news in twelve languages that nobody has written, and the damage that dumps do to it.

Everything is drawn from a seed, so two runs measure the same texts.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        ("The harbour board", "A spokeswoman for the town", "The ferry company", "Ana Ruiz, who runs the market,",
         "Nearly half of the residents", "The committee’s report"),
        ("said on Tuesday that", "had warned for months that", "could not explain why", "expects that",
         "denied reports that", "has now confirmed that"),
        ("the bridge would stay closed until the spring.", "the new line costs 4.2 million more than planned.",
         "the storm had damaged about 300 houses along the coast.", "nobody had asked the neighbours — “not once”.",
         "the school on the hill will open again in March.", "prices rose by 3.5% within a year."),
    ),
    "de": (
        ("Der Stadtrat", "Eine Sprecherin des Hafens", "Die Fähre nach Süden", "Bürgermeister Jörg Maßmann",
         "Rund die Hälfte der Anwohner"),
        ("teilte am Dienstag mit, dass", "hatte seit Monaten gewarnt, dass", "erklärte „ohne Zögern“, dass",
         "rechnet damit, dass"),
        ("die Brücke bis zum Frühjahr gesperrt bleibt.", "das neue Gleis 4,2 Millionen Euro mehr kostet.",
         "der Sturm rund 300 Häuser beschädigt hat.", "die Schule im März wieder öffnet."),
    ),
    "fr": (
        ("Le conseil municipal", "Une porte-parole du port", "La compagnie de ferries",
         "Près de la moitié des habitants"),
        ("a indiqué mardi que", "avait prévenu dès l’été que", "n’a pas pu expliquer pourquoi", "s’attend à ce que"),
        ("le pont restera fermé jusqu’au printemps.", "la nouvelle ligne coûte « 4,2 millions » de plus que prévu.",
         "la tempête a endommagé près de 300 maisons.", "l’école rouvrira en mars, là-haut."),
    ),
    "es": (
        ("El ayuntamiento", "Una portavoz del puerto", "La compañía de transbordadores",
         "Casi la mitad de los vecinos"),
        ("informó el martes de que", "había advertido durante meses de que", "no supo explicar por qué", "espera que"),
        ("el puente seguirá cerrado hasta la primavera.", "la línea cuesta 4,2 millones más de lo previsto.",
         "el temporal dañó unas 300 casas de la costa.", "la escuela reabrirá en marzo, según el señor Núñez."),
    ),
    "pt": (
        ("A câmara municipal", "Uma porta-voz do porto", "A companhia de navegação", "Quase metade dos moradores"),
        ("informou na terça-feira que", "avisava há meses que", "não soube explicar por que", "espera que"),
        ("a ponte ficará fechada até a primavera.", "a nova linha custa 4,2 milhões a mais do que o previsto.",
         "a tempestade danificou cerca de 300 casas.", "a escola reabre em março, disse João Conceição."),
    ),
    "it": (
        ("Il consiglio comunale", "Una portavoce del porto", "La compagnia dei traghetti", "Quasi metà degli abitanti"),
        ("ha comunicato martedì che", "avvertiva da mesi che", "non ha saputo spiegare perché", "si aspetta che"),
        ("il ponte resterà chiuso fino a primavera.", "la nuova linea costa 4,2 milioni in più del previsto.",
         "la tempesta ha danneggiato circa 300 case.", "la scuola riaprirà a marzo, «se va bene»."),
    ),
    "pl": (
        ("Rada miasta", "Rzeczniczka portu", "Spółka promowa", "Prawie połowa mieszkańców"),
        ("poinformowała we wtorek, że", "od miesięcy ostrzegała, że", "nie umiała wyjaśnić, dlaczego",
         "spodziewa się, że"),
        ("most pozostanie zamknięty do wiosny.", "nowa linia kosztuje o 4,2 miliona więcej, niż planowano.",
         "burza uszkodziła około 300 domów na wybrzeżu.", "szkoła zostanie otwarta w marcu."),
    ),
    "ru": (
        ("Городской совет", "Представительница порта", "Паромная компания", "Почти половина жителей"),
        ("сообщил во вторник, что", "несколько месяцев предупреждал, что", "не смог объяснить, почему", "ожидает, что"),
        ("мост останется закрытым до весны.", "новая линия стоит на 4,2 миллиона больше.",
         "буря повредила около 300 домов на побережье.", "школа снова откроется в марте — «если успеют»."),
    ),
    "tr": (
        ("Belediye meclisi", "Liman sözcüsü", "Feribot şirketi", "Sakinlerin yaklaşık yarısı"),
        ("salı günü yaptığı açıklamada", "aylardır uyararak", "nedenini açıklayamadan", "beklentisini dile getirerek"),
        ("köprünün bahara kadar kapalı kalacağını söyledi.", "yeni hattın 4,2 milyon daha pahalı olduğunu belirtti.",
         "fırtınanın kıyıda 300 eve zarar verdiğini bildirdi.", "okulun martta açılacağını duyurdu."),
    ),
    "vi": (
        ("Hội đồng thành phố", "Người phát ngôn của cảng", "Công ty phà", "Gần một nửa cư dân"),
        ("cho biết hôm thứ Ba rằng", "đã cảnh báo nhiều tháng rằng", "không giải thích được vì sao", "hy vọng rằng"),
        ("cây cầu sẽ đóng cửa đến mùa xuân.", "tuyến mới tốn thêm 4,2 triệu so với kế hoạch.",
         "cơn bão làm hư hại khoảng 300 ngôi nhà.", "trường học sẽ mở lại vào tháng Ba."),
    ),
    "ar": (
        ("قال مجلس المدينة", "ذكرت متحدثة باسم الميناء", "أعلنت شركة العبارات", "أكد نصف السكان تقريبا"),
        ("يوم الثلاثاء إن", "بعد أشهر من التحذير إن", "في بيان قصير إن", "أمام الصحفيين إن"),
        ("الجسر سيبقى مغلقا حتى الربيع.", "الخط الجديد يكلف أربعة ملايين أكثر من المتوقع.",
         "العاصفة ألحقت أضرارا بنحو ثلاثمئة منزل.", "المدرسة ستفتح أبوابها من جديد في مارس."),
    ),
    "ja": (
        ("市議会は", "港の広報担当者は", "フェリー会社は", "住民のおよそ半数は"),
        ("火曜日、", "数か月前から、", "記者会見で、", "短い声明の中で、"),
        ("橋は春まで閉鎖されると発表した。", "新しい路線の費用が予定より四百万多いと述べた。",
         "嵐でおよそ三百棟の家が壊れたと明らかにした。", "学校は三月に再開する見通しだと話した。"),
    ),
}  # fmt: skip

CREDITS = ("Photo: Ana Ruiz/Reuters", "Foto: dpa", "(Image credit: Orbital Labs)", "Photo by Jo Roe / Getty Images")
ASIDES = (
    "Read more: The bridge that nobody wanted", "Lesen Sie auch: Hafen bleibt zu", "ADVERTISEMENT",
    "Share this article on Facebook", "Sign up for our newsletter here.", "Follow us on Twitter @westhaven",
    "[gallery ids=\"11,12,13\"]", "Related: Ferry sails again after the storm",
    "© 2021 Westhaven Post. All rights reserved.",
    "<p class=\"more\">See <a href=\"https://news.example/a\">the report</a> &amp; the map</p>",
    "Watch: the moment the crane fell", "This story was first published on the Westhaven Post.",
)  # fmt: skip
HEADS = (
    "By Ann Other\n\nPublished: 3 March 2015 09:30 GMT\n\nWESTHAVEN (Reuters) - ",
    "Von Jo Roe\n\n",
    "KAMPALA – ",
    "(CNN)",
)
CHROME = (
    "Skip to content", "Menu", "Home", "News", "Sport", "Opinion", "Log in", "Subscribe", "Search", "Share", "Facebook",
    "Twitter", "WhatsApp", "Copy link", "Most read", "Privacy policy", "Terms of use", "Contact us", "Cookie settings",
    "Newsletter", "© 2021 Westhaven Post", "All rights reserved", "Back to top", "Advertisement", "Related articles",
)  # fmt: skip


def articles(size: int, seed: int = 1) -> Iterator[str]:
    """Invented articles of one to five kilobytes, ``size`` bytes in all."""
    rng = random.Random(seed)
    languages = list(SENTENCES)
    while size > 0:
        language = rng.choice(languages + ["en"] * 6)
        text = "\n\n".join(_paragraph(rng, language) for _ in range(rng.randint(4, 16)))
        size -= len(text.encode())
        yield text


def _paragraph(rng: random.Random, language: str) -> str:
    subjects, verbs, objects = SENTENCES[language]
    gap = "" if language == "ja" else " "
    sentences = (gap.join(map(rng.choice, (subjects, verbs, objects))) for _ in range(rng.randint(2, 4)))
    return f"{gap.join(sentences)}{gap}({rng.randint(2, 90_000)})" if rng.random() < 0.1 else gap.join(sentences)


def clean(text: str, rng: random.Random) -> str:
    """The text as it is."""
    return text


def damaged(text: str, rng: random.Random) -> str:
    """One text in four with damaged characters: mojibake in half or all lines, C1 controls, CR LF, or soft hyphens."""
    if rng.random() > 0.25:
        return text
    kind = rng.randrange(4)
    if kind == 0:
        return text.replace("\n", "\r\n")
    if kind == 1:
        return text.replace("“", "\x93").replace("”", "\x94").replace("’", "\x92").replace(". ", ".\x85 ", 2)
    if kind == 2:
        return text.replace("tion", "\xadtion").replace(" ", "\u200b ", 3)
    share = rng.choice((0.5, 1.0))
    return "\n".join(_garbled(line) if rng.random() < share else line for line in text.split("\n"))


def _garbled(line: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in line.encode())


def dense(text: str, rng: random.Random) -> str:
    """Eight artefacts in every text: credits, asides, links, a byline with date and dateline, loose white space."""
    lines = [rng.choice(HEADS) + text.lstrip()[:1].upper() + text.lstrip()[1:]]
    lines = "".join(lines).split("\n\n")
    for _ in range(5):
        lines.insert(rng.randint(1, len(lines)), rng.choice((*CREDITS, *ASIDES)))
    spot = rng.randrange(len(lines))
    words = lines[spot].split(" ")
    if len(words) > 6:
        words[3] = f"[{words[3]}](https://news.example/{rng.randint(1, 999)})"
        lines[spot] = " ".join(words) + "  "
    return "\n\n\n".join(lines)


def pages(text: str, rng: random.Random) -> str:
    """The text of a whole page: navigation above, buttons and teasers behind, a footer."""
    top, bottom = rng.sample(CHROME, 14), rng.sample(CHROME, 16)
    teasers = [" ".join(rng.choice(SENTENCES["en"][part]) for part in (0, 1, 2)).rstrip(".") for _ in range(6)]
    return "\n".join([*top, "", text, "", *bottom[:6], "Read more", *teasers, *bottom[6:]])


VARIANTS: dict[str, Callable[[str, random.Random], str]] = {
    "clean": clean, "damaged": damaged, "dense": dense, "pages": pages,
}  # fmt: skip

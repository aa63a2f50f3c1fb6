"""What suppliers call the fields of an article: data only, best name first, written as ``norm`` leaves them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def norm(key: str) -> str:
    """A field name without case, spaces and punctuation, so that "Pub_Date" is "pubdate"."""
    return "".join(char for char in key.casefold() if char.isalnum())


def _set(names: str) -> frozenset[str]:
    return frozenset(map(norm, names.split()))


def _ranks(names: str) -> dict[str, int]:
    return {norm(name): rank for rank, name in reversed(list(enumerate(names.split())))}


TEXT = _ranks(
    """text maintext articleBody bodyText fullText articleText newsText storyText textContent cleanText plainText
    mainContent body content contents contentBody bodyContent fullContent contentFull fullBody fullArticle articleFull
    newsBody postBody postText storyBody article story document doc rawText textRaw articleContent newsContent
    postContent contentText contentEncoded bodyHtml bodyXhtml articleHtml contentHtml textHtml html rawHtml
    konten kontenBerita isiBerita isi texto textoCompleto contenido cuerpo conteúdo conteudo corpo texte contenu corps
    inhalt artikel artikeltext artikelText volltext testo contenuto metin içerik icerik haberMetni tekst treść tresc
    inhoud brödtext brodtekst brødtekst teksti sisältö sisalto текст содержание 正文 内容 文章 本文 النص نص المحتوى
    المتن متن 본문 기사본문 내용 기사내용 기사 nộiDung noiDung conținut continut obsah tartalom szöveg szoveg sadržaj
    sadrzaj κείμενο passage paragraphs paragraph line sgml news"""
)
"""Names of a whole text."""

_TEASERS = """description descriptionText summary abstract excerpt teaser lead lede resumen resumo résumé resume
    descripción descripcion descrição descricao chapeau accroche descrizione riassunto sommario beschreibung
    zusammenfassung beschrijving samenvatting sammanfattning ringkasan deskripsi tiivistelmä tiivistelma perex opis
    streszczenie özet ozet açıklama описание анонс mô_tả moTa tóm_tắt tomTat ملخص 요약 摘要 概要"""
TEASER = _ranks(_TEASERS)
"""Names of a short text, which stands for the article only when no field holds a whole one."""

FIELDS: dict[str, dict[str, int]] = {
    "title": _ranks(
        """title headline head heading articleTitle newsTitle articleHeadline titlePage titleRss pageTitle ogTitle
        titulo título titular titre titel titolo judul başlık baslik otsikko rubrik overskrift tytuł tytul manchete
        заголовок название 标题 標題 タイトル العنوان عنوان 제목 기사제목 tiêuĐề tieuDe titlu titulek nadpis naslov cím
        τίτλος शीर्षक articleName articleHeading newsHeadline postTitle storyTitle dcTitle name"""
    ),
    "subtitle": _ranks(
        """subtitle subheadline subhead subheading subTitle standfirst deck dek teaser kicker lead lede leadParagraph
        description descriptionText summary abstract excerpt snippet intro metaDescription ogDescription bajada
        subtítulo subtitulo chapô chapo untertitel """
        + _TEASERS
    ),
    "authors": _ranks(
        """authors author byline by authorNames authorName articleAuthor writers writer journalist reporter creator
        dcCreator 기자 기자명 tácGiả tacGia autor autores autora auteur auteurs autore verfasser penulis yazar
        kirjoittaja автор 作者 الكاتب"""
    ),
    "published": _ranks(
        """published datePublished publishDate publishedDate publishedAt datePublish pubDate publicationDate
        publicationTime publicationDatetime publishedTime publishTime articlePublishedTime publishedOn firstPublished
        firstPublishedAt postedAt postedDate datePosted postDate issued date dateTime pubTime dcDate firstCreated
        articleDate articleTime newsDate newsTime postTime
        contentCreated createdAt dateCreated created versionCreated timestamp time fecha fechaPublicacion
        fechaDePublicacion dataPublicacao dataDePublicacao dataPubblicazione datum tanggal tglPublikasi tglTerbit tarih
        päivämäärä paivamaara 날짜 작성일 입력일 ngàyĐăng ngayDang dată дата 日期 发布时间 التاريخ"""
    ),
    "updated": _ranks(
        """updated updatedAt dateUpdated lastUpdated updateDate updatedDate modified modifiedAt dateModified dateModify
        lastModified modifiedDate contentModified articleModifiedTime fechaActualizacion"""
    ),
    "url": _ranks(
        """url canonicalUrl canonical articleUrl pageUrl sourceUrl link href permalink permaLink originalUrl webUrl
        링크 주소 requestedUrl finalUrl targetUri uri enlace 链接 الرابط"""
    ),
    "publisher": _ranks(
        """publisher siteName ogSiteName sourceName sourceDomain sourceHostname hostname newspaper outlet publication
        publicationName newsSource source site domain provider copyrightHolder media fuente fonte quelle kaynak
        媒体 언론사 매체"""
    ),
    "language": _ranks("language lang languageCode langCode inLanguage locale dcLanguage idioma langue sprache bahasa"),
    "section": _ranks(
        """section articleSection category categories desk channel rubric ressort topic topics subject sección seccion
        rubrique kategori kategorie kategoria categoria categoría catégorie рубрика категория 分类 القسم"""
    ),
    "rights": _ranks("rights copyright copyrightNotice license licence dcRights usageTerms rightsInfo copyrightInfo"),
    "dateline": _ranks("dateline located"),
    "crawled": _ranks(
        """dateDownload downloadDate downloadedAt dateDownloaded downloaded crawlDate dateCrawled crawledAt crawlTime
        crawlTimestamp crawled fetchedAt fetchDate fetchTime dateFetched fetched retrievedAt retrievalDate dateRetrieved
        retrieved scrapedAt scrapeDate dateScraped scraped collectedAt warcDate accessDate dateAccessed accessed"""
    ),
    "id": _ranks(
        """id _id guid uid uuid docId documentId articleId newsId itemId storyId postId bodyId entryId recordId urn
        identifier uri"""
    ),
}
"""Names of the other fields of an article."""

CONTAINERS = _set(
    """raw metadata meta article doc document data _source source fields attributes record item news post story
    content contentMeta itemMeta properties body payload result response object entry page extracted"""
)
"""Names of objects whose fields belong to the article itself."""

LEAVES = _set(
    """source author authors byline by creator publisher provider image images picture photo thumbnail media video logo
    associations renditions comments related links isPartOf mainEntityOfPage channel site copyrightHolder"""
)
"""Names of objects that are one value, or that belong to something other than the article."""

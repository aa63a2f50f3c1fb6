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
    return {norm(name): rank for rank, name in enumerate(names.split())}


TEXT = _ranks(
    """text maintext articleBody bodyText fullText articleText newsText storyText textContent cleanText plainText
    mainContent body content contents article story document doc rawText textRaw articleContent newsContent
    postContent contentText contentEncoded bodyHtml bodyXhtml articleHtml contentHtml textHtml html rawHtml
    konten kontenBerita isiBerita isi texto textoCompleto contenido cuerpo conteúdo conteudo corpo texte contenu corps
    inhalt artikel artikeltext artikelText volltext testo contenuto metin içerik icerik haberMetni tekst treść tresc
    inhoud brödtext brodtekst brødtekst teksti sisältö sisalto текст содержание 正文 内容 文章 本文 النص نص المحتوى
    المتن passage paragraphs paragraph line sgml"""
)
"""Names of a whole text."""

TEASER = _ranks(
    "description descriptionText summary abstract excerpt teaser lead lede resumen ringkasan tiivistelmä tiivistelma"
)
"""Names of a short text, which stands for the article only when no field holds a whole one."""

FIELDS: dict[str, dict[str, int]] = {
    "title": _ranks(
        """title headline head heading articleTitle newsTitle articleHeadline titlePage titleRss pageTitle ogTitle
        titulo título titular titre titel titolo judul başlık baslik otsikko rubrik overskrift tytuł tytul manchete
        заголовок название 标题 標題 タイトル العنوان عنوان dcTitle name"""
    ),
    "subtitle": _ranks(
        """subtitle subheadline subhead subheading subTitle standfirst deck dek teaser kicker lead lede leadParagraph
        description descriptionText summary abstract excerpt snippet intro metaDescription ogDescription bajada
        subtítulo subtitulo chapô chapo untertitel tiivistelmä tiivistelma ringkasan resumen"""
    ),
    "authors": _ranks(
        """authors author byline by authorNames authorName articleAuthor writers writer journalist reporter creator
        dcCreator autor autores autora auteur auteurs autore verfasser penulis yazar kirjoittaja автор 作者 الكاتب"""
    ),
    "published": _ranks(
        """published datePublished publishDate publishedDate publishedAt datePublish pubDate publicationDate
        publicationTime publicationDatetime publishedTime publishTime articlePublishedTime publishedOn firstPublished
        firstPublishedAt postedAt postedDate datePosted postDate issued date dateTime pubTime dcDate firstCreated
        contentCreated createdAt dateCreated created versionCreated timestamp time fecha fechaPublicacion
        fechaDePublicacion dataPublicacao dataDePublicacao dataPubblicazione datum tanggal tglPublikasi tglTerbit tarih
        päivämäärä paivamaara дата 日期 发布时间 التاريخ"""
    ),
    "updated": _ranks(
        """updated updatedAt dateUpdated lastUpdated updateDate updatedDate modified modifiedAt dateModified dateModify
        lastModified modifiedDate contentModified articleModifiedTime fechaActualizacion"""
    ),
    "url": _ranks(
        """url canonicalUrl canonical articleUrl pageUrl sourceUrl link href permalink permaLink originalUrl webUrl
        requestedUrl finalUrl targetUri uri enlace 链接 الرابط"""
    ),
    "publisher": _ranks(
        """publisher siteName ogSiteName sourceName sourceDomain sourceHostname hostname newspaper outlet publication
        publicationName newsSource source site domain provider copyrightHolder media fuente fonte quelle kaynak 媒体"""
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

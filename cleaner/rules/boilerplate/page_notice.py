"""A notice of the page's machinery: cookies, consent, scripts, captchas.

What   A short line or sentence that opens with the set words of a cookie banner, a consent box, a request to switch
       on JavaScript, a captcha note or the note of a filter of comments.
Why    Such notices stand in for content that the page could not show; they are no part of the article.
Kept   Reports on cookies and browsers, which do not open with the set words.
"""

from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

_KEYS = ("page_notice", "comment_filter")
rule = opening("BLR001", *_KEYS, whole=True, chrome=True, hints=inside(*_KEYS))

FIXES = [
    ("It rained. CLICK HERE FOR MORE HARBOUR NEWSThe ferry sailed.", "It rained. The ferry sailed."),
    ("It rained. CLICK HERE TO GET THE HARBOUR NEWS APP The ferry sailed.", "It rained. The ferry sailed."),
    ("Please enable JavaScript to view this poll.\n\nThe vote was close.", "The vote was close."),
    ("The vote was close.\n\nLoading...\n\nIt ended late.", "The vote was close.\n\nIt ended late."),
    ("Die Lage ist ernst.\nExterner Inhalt nicht verfügbar\nEs regnet.", "Die Lage ist ernst.\nEs regnet."),
    (
        "Sie schweigen. Empfohlener externer Inhalt Niemand kam.\nEs regnet den ganzen Tag.",
        "Sie schweigen. Niemand kam.\nEs regnet den ganzen Tag.",
    ),
    ("Es regnet.\nBitte tragen Sie eine gültige E-Mail-Adresse ein.\nEs schneit.", "Es regnet.\nEs schneit."),
    ("It rained.\n\nYou can save this article by registering for free here.\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained.\nThis site uses Akismet to reduce spam. Learn how your comment data is processed.", "It rained.\n"),
    ("It ended late. This site is protected by reCAPTCHA and its terms apply.", "It ended late."),
]
KEEPS = [
    "Click here to buy, the button said.",
    "The cookies were baked at noon.",
    "The harbour’s site uses Akismet to reduce spam, its owner said.",
    "Loading the ship took three days.",
    "“Please enable the alarm,” the guard said.",
    "Browsers that do not support JavaScript are rare, the study says.",
    "Die Nutzer müssen eine gültige E-Mail-Adresse angeben, sagte sie.",
    "“Please disable your ad blocker,” the page told them.",
    "The bank uses cookies to track its readers.",
    "Click here)They said that each seat on the ferry is paid for by weight, not by the mile.",
]

"""The short links of an embedded tweet.

What   pic.twitter.com/… and t.co/… wherever they stand.
Why    They are the frame of an embed; the words of the tweet stay.
Kept   Every other address.
"""

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import pieces

rule = pieces(
    "BLR011",
    r"[ \t\u00a0]?(?<![/.])(?:(?:(?:https?://)?pic\.twitter\.com/|https?://t\.co/)[A-Za-z0-9]{0,10}(?:…|\.{3})?"
    r"[ \t\u00a0]?){1,9}(?<![ \t\u00a0])",
    hints=Hints(inside=("pic.twitter.com/", "://t.co/")),
)

FIXES = [
    ("Still flying. pic.twitter.com/fW4vTED2CZ— Mo", "Still flying. — Mo"),
    ("Read this https://t.co/y5Wn5UBP8S now.", "Read this now."),
    ("So sad. http://t.co/L01FrUFKwz #sad", "So sad. #sad"),
]
KEEPS = [
    "See www.pic.twitter.com.example for more.",
    "The site t.co shortens links.",
    "His page is twitter.com/mo.",
]

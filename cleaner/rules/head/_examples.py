"""Whole pages, each with headline, byline and date in another form."""

from cleaner.rules.chrome._examples import (
    FOOT,
    FOOT_DE,
    FOOT_JA,
    FOOT_RU,
    MENU,
    MENU_DE,
    MENU_JA,
    MENU_RU,
    STORY,
    STORY_DE,
    STORY_JA,
    STORY_RU,
)

TITLE = "Bridge reopens after nine months"
TITLE_DE = "Hafenbrücke nach neun Monaten wieder offen"
ENGLISH = f"{TITLE} | The Westhaven Post\n{MENU}\n{TITLE}\nAnn Other\n14 March 2023, 09:30\nShare\n{STORY}{FOOT}"
SPLIT = f"{MENU}\n{TITLE}\nPublished:\n14 March 2023\nBy\nAnn Other\n,\nJo van der Roe\nand\nEva Lang\n{STORY}{FOOT}"
STACK = f"{MENU}\nHarbour Works\n{TITLE}\nAnn Other\n|\nJo van der Roe\nEva Lang\n14 March 2023, 09:30\n{STORY}{FOOT}"
TITLED = (
    f"{TITLE} | by Ann Other\n{MENU}\n{TITLE}\nBy\nAnn Other and Eva Lang, dpa\n14 March 2023, 09:30\n{STORY}{FOOT}"
)
LEAD = "Nine months after the accident the first cars rolled across the harbour again, and nobody paid a toll."
STANDFIRST = f"{MENU}\n{TITLE}\n{LEAD}\nBy Ann Other\n14 March 2023, 09:30\n{STORY}{FOOT}"
PHOTOS = "\n".join(f"Photo {number}" for number in range(30))
FAR_ABOVE = f"{TITLE} | The Westhaven Post\n{MENU}\n14 March 2023, 09:30\n{PHOTOS}\n{STORY}{FOOT}"
GERMAN = f"{MENU_DE}\n{TITLE_DE}\nVon Jo Roe und Eva Lang\nStand: 14.03.2023, 14.05 Uhr\n{STORY_DE}{FOOT_DE}"
RUSSIAN = f"{MENU_RU}\nПортовый мост открыли после ремонта\n14 марта 2023, 10:30\nАвтор: Анна Ким\n{STORY_RU}{FOOT_RU}"
JAPANESE = f"{MENU_JA}\n港の橋、九か月ぶりに通行可能に\n2023年3月14日 10時30分\n{STORY_JA}{FOOT_JA}"
PICTURED = (
    f"{MENU}\n{TITLE}\nBy Ann Other\nWorkers on the last of the piers of the bridge, 2 March 2023\n{STORY}\n{STORY}"
    f"\nDate\n14 March 2023, 09:30{FOOT}"
)
ABOUT = f"{MENU_DE}\nBeschlüsse der Hafenrunde vom 2. März 2023\n14. März 2023\n{STORY_DE}{FOOT_DE}"
TITLE_SMALL = "iFerry sails again after nine months"
BELOW_TITLE = [
    f"{MENU}\n{TITLE_SMALL}\n{line}\n14 March 2023, 09:30\n{STORY}{FOOT}"
    for line in (
        "The bridge and the town at dawn (Eva Lang/AFP)",
        "Ann Other, Roeville - 14 March 2023, 09:30",
        "Ann Other, Jo van der Roe",
    )
]
ROLE = f"{MENU}\n{TITLE}\n{LEAD}\nListen\nSave\nAnn Other\nCorrespondent in Roeville\nShare\n{STORY}{FOOT}"
TOLD = f"{MENU}\n{TITLE}\n14 March 2023\nAuthor Jo Lang, from Roeville, said that she was\n{STORY}{FOOT}"
AT_FOOT = f"{MENU}\n{TITLE}\n14 March 2023\n{STORY}\nHarbour\nAuthor\nAnn Other{FOOT}"
CALL = "Ann Other can be reached at the desk of the Post."
OUTLET = f"{MENU}\n{TITLE}\nAnn Other | Roeville Journal Sentinel\n14 March 2023, 09:30\n{STORY}\n{CALL}\n{FOOT}"

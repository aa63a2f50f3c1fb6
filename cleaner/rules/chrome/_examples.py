"""Invented pages, whole as their text would be: what stands above, the article, what stands below."""

MENU = "\n".join(
    (
        "Skip to content", "Sign in", "Subscribe", "Menu", "Home", "News", "Local", "World", "Politics", "Business",
        "Sport", "Football", "Rugby", "Weather", "Opinion", "Letters", "Obituaries", "Jobs", "Classifieds", "Search",
        "",
    )
)  # fmt: skip
STORY = (
    "The harbour bridge reopened to traffic on Tuesday, nine months after a freighter struck one of its piers and "
    "closed the only road to the island.\n\n"
    "“We did not expect so many people so early in the day,” said Tomas Reyk, an engineer who counted 400 cyclists in "
    "the first hour. He added that the new piers had been built to stand a ship twice the size.\n\n"
    "The council will decide in June whether the old toll is to be raised again. Its members were told last week that "
    "the repairs had cost more than the town spends on its schools in a year, and that the insurers of the freighter "
    "have not paid any of it."
)
FOOT = "\n".join(
    (
        "", "Share", "Facebook", "Twitter", "Most read", "Storm closes the pier", "Ten walks for a wet day",
        "Back to top", "About us", "Contact", "Privacy policy", "Cookie policy", "Terms of use", "Advertise with us",
        "Newsletters", "Archive", "RSS", "Follow us", "© 2023 The Westhaven Post. All rights reserved.",
    )
)  # fmt: skip

MENU_DE = "\n".join(
    (
        "Zum Inhalt springen", "Anmelden", "Abo", "Menü", "Startseite", "Politik", "Inland", "Ausland", "Wirtschaft",
        "Börse", "Sport", "Fußball", "Kultur", "Kino", "Reise", "Wissen", "Gesundheit", "Wetter", "Suche", "",
    )
)  # fmt: skip
STORY_DE = (
    "Nach neun Monaten rollt der Verkehr wieder über die Hafenbrücke. Ein Frachter hatte im Juni einen ihrer Pfeiler "
    "gerammt und damit die einzige Straße zur Insel unterbrochen.\n\n"
    "„Mit so vielen Menschen haben wir nicht gerechnet“, sagte die Ingenieurin Maren Holt, die in der ersten Stunde "
    "vierhundert Radfahrer zählte. Die neuen Pfeiler seien für doppelt so große Schiffe gebaut.\n\n"
    "Der Stadtrat will im Sommer entscheiden, ob die Maut noch einmal steigt. Die Versicherung des Frachters hat von "
    "den Kosten bisher nichts übernommen, wie der Kämmerer in der vergangenen Woche mitteilte."
)
FOOT_DE = "\n".join(
    (
        "", "Teilen", "Drucken", "Meistgelesen", "Sturm sperrt die Mole", "Impressum", "Datenschutz", "Kontakt",
        "AGB", "Karriere", "Mediadaten", "Newsletter", "Archiv", "Nach oben", "© 2023 Westhafener Bote",
    )
)  # fmt: skip

MENU_RU = "\n".join(
    (
        "Главная", "Войти", "Подписка", "Новости", "Политика", "Экономика", "Общество", "Происшествия", "Спорт",
        "Футбол", "Культура", "Наука", "Погода", "Мнения", "Видео", "Фото", "Архив", "Поиск", "",
    )
)  # fmt: skip
STORY_RU = (
    "Движение по портовому мосту открыли во вторник, через девять месяцев после того, как сухогруз ударил одну из его "
    "опор и перекрыл единственную дорогу на остров.\n\n"
    "«Мы не ожидали, что людей будет так много», — сказал инженер Томаш Рейк, который насчитал за первый час четыреста "
    "велосипедистов. По его словам, новые опоры выдержат корабль вдвое больше.\n\n"
    "Совет города решит летом, будет ли повышена плата за проезд. Страховщики сухогруза пока не выплатили ничего, "
    "сообщили в администрации на прошлой неделе."
)
FOOT_RU = "\n".join(
    (
        "", "Поделиться", "Читайте также", "Шторм закрыл пристань", "О нас", "Контакты", "Реклама", "Вакансии",
        "Редакция", "Правила", "Рассылка", "Наверх", "Все права защищены", "© 2023 Вестник гавани",
    )
)  # fmt: skip

MENU_JA = "\n".join(
    (
        "ログイン", "会員登録", "ホーム", "ニュース", "政治", "経済", "国際", "社会", "スポーツ", "野球", "サッカー",
        "文化", "科学", "天気", "社説", "動画", "写真", "地域", "検索", "",
    )
)  # fmt: skip
STORY_JA = (
    "港と島を結ぶ橋が12日、九か月ぶりに通行できるようになった。昨年の春、貨物船が橋脚の一つに衝突し、島への唯一の道路が"
    "閉ざされていた。\n\n"
    "「こんなに多くの人が来るとは思わなかった」と、最初の一時間に四百台の自転車を数えた技師は話した。新しい橋脚は、"
    "二倍の大きさの船がぶつかっても耐えられるように造られているという。\n\n"
    "市議会は夏までに通行料を上げるかどうかを決める。貨物船の保険会社は、修理の費用をまだ支払っていない。"
)
FOOT_JA = "\n".join(
    (
        "", "シェア", "ツイート", "関連記事", "嵐で桟橋が閉鎖", "ランキング", "会社概要", "お問い合わせ",
        "プライバシーポリシー", "利用規約", "広告掲載", "採用情報", "サイトマップ", "© 2023 港新聞社",
    )
)  # fmt: skip

MENU_AR = "\n".join(
    (
        "تسجيل الدخول", "اشترك", "الرئيسية", "أخبار", "سياسة", "اقتصاد", "محليات", "العالم", "رياضة", "كرة القدم",
        "ثقافة", "علوم", "صحة", "طقس", "رأي", "فيديو", "صور", "بحث", "",
    )
)  # fmt: skip
STORY_AR = (
    "أعيد فتح جسر الميناء أمام حركة المرور يوم الثلاثاء، بعد تسعة أشهر من اصطدام سفينة شحن بأحد أعمدته وقطع الطريق "
    "الوحيد إلى الجزيرة.\n\n"
    "وقال المهندس الذي أحصى أربعمئة دراجة في الساعة الأولى إنه لم يكن يتوقع هذا العدد من الناس، وأضاف أن الأعمدة "
    "الجديدة بنيت لتتحمل سفينة بضعف الحجم.\n\n"
    "وسيقرر المجلس في الصيف ما إذا كانت رسوم العبور سترفع مرة أخرى، في حين لم تدفع شركة التأمين شيئا من تكلفة الإصلاح "
    "حتى الآن، كما جاء في بيان صدر الأسبوع الماضي."
)
FOOT_AR = "\n".join(
    (
        "", "شارك", "الأكثر قراءة", "العاصفة تغلق الرصيف", "من نحن", "اتصل بنا", "سياسة الخصوصية", "شروط الاستخدام",
        "أعلن معنا", "وظائف", "النشرة البريدية", "الأرشيف", "جميع الحقوق محفوظة", "© 2023 صحيفة الميناء",
    )
)  # fmt: skip

MENU_MD = "".join(f"* [{label}](/{label.lower()})\n" for label in MENU.split("\n") if label)
FOOT_MD = "\n" + "\n".join(f"* [{label}](/{label[:5].strip().lower()})" for label in FOOT.split("\n") if label)

PAGES = (
    (MENU, STORY, FOOT),
    (MENU_DE, STORY_DE, FOOT_DE),
    (MENU_RU, STORY_RU, FOOT_RU),
    (MENU_JA, STORY_JA, FOOT_JA),
    (MENU_AR, STORY_AR, FOOT_AR),
    (MENU_MD, STORY, FOOT_MD),
)
"""Pages in six shapes: English, German, Russian, Japanese, Arabic, and English with Markdown links."""

TITLE = "Harbour bridge opens again after nine months"
BOX = "\n\nShare\nFacebook\nTwitter\nWhatsApp\nSubscribe\n\n"
MORE = (
    "On the island itself the shops had hung flags from their windows, and the baker gave away bread until noon.\n\n"
    "“My grandmother always said that the bridge would outlive us all,” said Ana Ruiz, who runs the smallest of them. "
    "Her customers came back with the first bus, she added, and they stayed until the shelves were empty.\n\n"
    "A second bridge, which the islanders have asked for since the war, is still not planned."
)
"""More paragraphs, to stand behind a box in mid-article."""
NEEDS = "\n\nFor four people\ntwo onions\none leek\nfour carrots\nwater and salt\n\n"
STEPS = "\n\nWhoever wants to help is asked to bring:\n\nstrong gloves\na spade\nfood for one day\na coat\n"
"""Lists that belong to a story, to stand inside it and at its end."""
LISTS = (
    "Soup for a wet day\n\nFour people will eat well from this pot, which wants an hour of your time.\n\n"
    + "\n".join(("You need", "2 onions", "1 leek", "4 carrots", "1 l water", "Salt", "Pepper", "A bay leaf"))
    + "\n\nCut the onions and fry them until they are soft, then add the rest and let it boil for half an hour.\n\n"
    + "\n".join(("Tip 1", "Use old bread", "Tip 2", "Keep the peel", "Tip 3", "Eat it hot", "Serves four"))
)
"""An article most of whose lines are short and end like no sentence."""

"""The headline under which the supplier found the story.

What   A line such as “原标题：…”, “（原标题：…）” or “Original headline: …”.
Why    It is a note of the site that took the story over.
Kept   Sentences about what something was first called.
Moves  Nothing; the edit keeps it.
"""

from cleaner.rule import whole_line
from cleaner.words import any_of, inside

rule = whole_line(
    "BLR063",
    rf"[^\w\n]{{0,4}}{any_of('original_headline')}[】\]]? ?[:：] ?[^\n]{{2,120}}",
    hints=inside("original_headline"),
)

FIXES = [
    ("原标题：海上渡轮周一恢复通航\n下雨了。", "下雨了。"),
    ("下雨了。\n（原标题：海上渡轮周一恢复通航，船主表示欢迎）\n", "下雨了。\n"),
    ("It rained.\nOriginal headline: Ferry sails again after nine months\n", "It rained.\n"),
]
KEEPS = [
    "原标题是《海上的渡轮》。",
    "The original headline: it was longer, he said, and nobody liked it. " * 3,
    "His original headline was longer.",
]

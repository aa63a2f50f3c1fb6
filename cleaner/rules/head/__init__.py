"""Rules that read the head of an article as a whole, before others take parts of it.

In the text of a whole page (`_region`, `_headline`, `_people`, `_stamps`), or right above the story: `_block`, and
`_unlabelled` bylines.
"""

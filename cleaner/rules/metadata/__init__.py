"""Rules of the phase that lifts title, dates, dateline and byline.

Where they look: `_head`.  Titles: `_headlines`, `_titles`, `_repeats`.  Dates: `_stamps`, `_pieces`, `_posts`,
`_meetings`; in long lines `_years`, `_glued_stamps`.  Places and agencies: `_datelines`, `_places`.  People:
`_bylines`, `_eastern`, `_names`, `_bios`.  Sections: `_sections`.
"""

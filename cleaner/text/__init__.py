"""What text is made of, for rules, readers and the metadata of records alike.

Characters: `repair`, `by_ftfy`.  Dates: `dates`, `calendars`, `isodate`.  Names and titles: `names`, `sites`,
`headings`, `credits`.  Links and mark-up: `links`, `linktargets`, `htmlspans`, `scriptspans`.  Sentences and lines:
`stops`, `sentences`, `glue`, `blanks`.  Whole texts: `language`, `technical`.  Fast search: `beginnings`, `places`.
"""

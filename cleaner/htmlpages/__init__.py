"""What a whole HTML page says about its article: the body, and the metadata that its markup names.

The page: `tree`, `streamed` (parts that were sent later), `chrome` that is taken out of it, `zone`.  The body: `body`
picks among the readings of the extractor (`selectors`), of our own (`container`), of JSON-LD (`stated_body`) and of
scripts (`script_body`); `merge`, `blocks`, `related`.  The metadata: `semantics` are what the markup states, checked by
`title`, `standfirst`, `authors` (`bylines`, `cleaner.text.people`), `dates`, `facts`, `media`.
"""

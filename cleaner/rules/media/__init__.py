"""Rules of the phase that lifts captions, credits, galleries and embeds.

Credits: `_labels` that introduce them, in `_brackets`, at the `_tail` of a line.  Captions: by their words
(`_described`, `_pictured`), by what stands beside them (`_neighbours`, `_lists`).  Players: `_players`, `_tags`.
"""

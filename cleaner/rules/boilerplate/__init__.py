"""Rules of the phase that takes what surrounds an article.

`_shapes` makes rules for sentences that open with known words, which `_told` keeps from the story's own; `_lines` tells
labels and teasers from prose, `_headlines` the titles of other articles, `_said` what may stand in a text twice.
"""

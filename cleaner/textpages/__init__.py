"""Finding the article in the text of a whole page, by the shape of its lines and of their neighbourhood.

`units` cuts the text into lines (or, where there are hardly any, into sentences), `features` says what each looks
like, `model` weighs that with the numbers of ``weights.json``, `region` decides which lines are the article, and
`opening` finds its first sentence in the labels that run into it, `broken` the lines in which links leave the rest of
its first and last sentence.
"""

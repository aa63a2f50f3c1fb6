"""The head of an article in the text of a whole page: what says "headline", "byline" and "date" among the chrome."""

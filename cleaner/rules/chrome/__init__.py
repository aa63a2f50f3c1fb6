"""Rules that find the article inside the text of a whole page, with the model of `cleaner.textpages`."""

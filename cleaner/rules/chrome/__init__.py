"""Rules that find the article inside the text of a whole page."""

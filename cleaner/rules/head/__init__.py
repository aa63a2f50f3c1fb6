"""Rules that read the head of an article as a whole, before others take parts of it."""

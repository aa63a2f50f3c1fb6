"""Rules that read the head of an article while the menus of its page still stand around it."""

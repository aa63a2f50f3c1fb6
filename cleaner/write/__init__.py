"""Rows → files, whole or not at all."""

"""What a whole page says about its article: the body, and the metadata that its markup names."""

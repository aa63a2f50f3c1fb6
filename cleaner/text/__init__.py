"""What text is made of: dates, links, markup, credits, damaged characters, language."""

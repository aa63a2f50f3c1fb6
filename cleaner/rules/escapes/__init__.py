"""Rules of the phase that repairs what programs wrote in place of characters; they see repaired text.

Line breaks at a fixed width, in `_wrapped`, are such a thing too.
"""

"""Rules of the phase that takes mark-up residue and keeps its words.

`_view` finds what they share about a text once, `_plan` settles which of their edits on nested mark-up hold.
"""

"""The rules, one file each, in one folder per phase.

Modules whose name begins with an underscore hold no rule: what several rules share, or what one of them is made of.
"""

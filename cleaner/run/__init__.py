"""A run over many files: units, workers, journal, lock, and what came of it.

`units` cuts the input into pieces, `crew` has them done by `work` at a `desk`; `journal`, `lock` and `fingerprint` let
a killed run go on; `tally` and `statistics` count; `outcome`, `restore` and `checkrows` read what has been written.
"""

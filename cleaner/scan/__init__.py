"""Where rules may fire and what may need repair: literal scanners behind one interface.

`scanner` is the interface and the one without Hyperscan, `hyperscanner` the native one (`native` keeps its databases),
`rescan` looks again at what edits have changed; `traits` tell what a text looks like at a glance; `suspect` and
`hypersuspect` say whether ftfy may change a text.
"""

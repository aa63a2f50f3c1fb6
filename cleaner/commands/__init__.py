"""The commands of `corpus-clean`, and the options that several of them take."""

"""Rules of the phase that takes mark-up residue and keeps its words."""

"""Where rules may fire and what may need repair: literal scanners behind one interface."""

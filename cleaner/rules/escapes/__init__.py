"""Rules of the phase that repairs what programs wrote in place of characters; they see repaired text."""

"""Text in, a tree of blocks with positions out."""

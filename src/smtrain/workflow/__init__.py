"""What the commands do. Only this room opens files, and only here a run begins and ends."""

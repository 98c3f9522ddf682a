"""What every check is made of."""

"""What every kind is made of."""

"""Pure functions and tables of the exchange room. No Django."""

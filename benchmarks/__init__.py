"""What is measured on a whole computer; never part of the tests."""

"""What the scenarios mean: pure, without a web framework."""

"""What the pages of the desk say about a household: pure view models, in one language at a time."""

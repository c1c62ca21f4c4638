"""What the pages of the desk show and how their fields are typed, without Django."""

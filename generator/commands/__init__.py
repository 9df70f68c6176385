"""What the command line does for contributors."""

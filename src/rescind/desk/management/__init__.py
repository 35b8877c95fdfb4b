"""What the operator does with a desk: make it, check it, serve it, and verify its journal."""

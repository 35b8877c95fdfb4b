"""The JSON door: for programs of the platform, and for the request document that the person's side writes."""

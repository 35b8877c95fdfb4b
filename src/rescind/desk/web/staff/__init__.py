"""The pages of the platform's own people: signing in, the queue, the review of a request, and what follows."""

"""The HTML door: the pages for whoever asks, in `public`, and what all pages share. It sets no cookie by itself."""

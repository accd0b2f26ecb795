"""The server: addresses, safety, uploads and judgements over the pages of `dragoman.pages`."""

"""Tables, not code: what the reader and the reconciler know of states, offices, acts, cues and places."""

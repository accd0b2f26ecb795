"""A grid of acts in the constructions of news: each way to tell an act, put in each, read and counted.

`tellings_*.toml` hold how news tells each act, `constructions.toml` the sentences that they are put in, and
`cast.tsv` the states and invented officials that take part. Which of them a cell gets is drawn from its name,
so the grid is the same everywhere. A third of the tellings is set aside: it is counted and never shown.
"""

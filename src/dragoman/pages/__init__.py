"""Record → HTML, without a server: view models, templates and the look (README.md says how to add a page)."""

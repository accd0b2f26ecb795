"""From a document to a reading: pure, one module a stage, and nothing looked at but the one document."""

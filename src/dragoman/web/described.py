"""Forms and pages as OpenAPI describes them."""

from typing import Any

from dragoman.model.documents import Metadata

_WORDS = {"type": "string"}
JUDGEMENT = {
    "type": "object",
    "required": ["token", "kind", "reason", "a"],
    "properties": {
        "token": _WORDS,
        "kind": {"type": "string", "enum": ["same", "different", "correct", "reject", "undo"]},
        "a": {"type": "string", "description": "The id of what is judged (undo: of the judgement)."},
        "b": {"type": "string", "description": "The other thing (same, different)."},
        "field": {"type": "string", "description": "The field that is set (correct)."},
        "value": {"type": "string", "description": "What it is (correct); empty where it is not known."},
        "reason": _WORDS,
        "by": {"type": "string", "description": "Who judges."},
        "anyway": {
            "type": "string",
            "description": "Not empty: also where the two take part as two in one statement (same).",
        },
        "back": {"type": "string", "description": "The page to go back to."},
    },
}
ADDITION = {
    "type": "object",
    "required": ["token"],
    "properties": {
        "token": _WORDS,
        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
        "text": {"type": "string", "description": "A pasted text."},
        "address": {"type": "string", "description": "An address, where the server may fetch."},
        **{name: _WORDS for name, _ in Metadata().fields()},
    },
}


def form(schema: dict[str, Any]) -> dict[str, Any]:
    """What describes an address that takes this form and answers with the way on."""
    kinds = ("application/x-www-form-urlencoded", "multipart/form-data")
    body = {"required": True, "content": {kind: {"schema": schema} for kind in kinds}}
    way_on = {303: {"description": "Done; the page to go on with.", "content": {}}}
    return {"openapi_extra": {"requestBody": body}, "responses": way_on, "response_model": None}


def as_written(description: dict[str, Any]) -> dict[str, Any]:
    """The description with the fields of pages as `plain` writes them: `from_` is `from`, codes an object."""
    for schema in description.get("components", {}).get("schemas", {}).values():
        fields = schema.get("properties", {})
        schema["properties"] = {name.rstrip("_"): _OBJECTS.get(name, told) for name, told in fields.items()}
        if "required" in schema:
            schema["required"] = [name.rstrip("_") for name in schema["required"]]
    return description


_OBJECTS = {"codes": {"type": "object", "additionalProperties": {"type": "string"}}}

"""Checks every answer of the agents' API against the server's own description of it."""

import re

import jsonschema

from .http import Connection


class Description:
    """The document at /api/openapi.json."""

    validated = 0  # over all servers, for the summary

    def __init__(self, document):
        self._document = document
        self._resolver = jsonschema.RefResolver.from_schema(document)
        self._operations = []
        for path, item in document["paths"].items():
            pattern = re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", path) + "$")
            self._operations.append((pattern, path, item))

    @classmethod
    def of(cls, address):
        with Connection(address) as connection:
            response = connection.exchange("GET", "/api/openapi.json")
        assert response.status == 200, response
        return cls(response.json())

    def check(self, method, target, response):
        """Fails when the answer is not one that the description allows."""
        path = target.split("?")[0]
        operation = self._operation(method, path)
        if operation is None:
            return
        where, responses = operation
        described = responses.get(str(response.status), responses.get("default"))
        assert described is not None, f"{where} may not answer {response}"
        described = self._resolve(described)
        content = described.get("content")
        if not content:
            assert response.body == b"", f"{where} has no body: {response}"
        else:
            self._check_body(where, content, response)
        for name, header in described.get("headers", {}).items():
            if header.get("required"):
                assert response.header(name) is not None, f"{where} lacks {name}: {response}"
        Description.validated += 1

    def check_frame(self, frame):
        self._validate({"$ref": "#/components/schemas/StreamFrame"}, frame, "stream")
        Description.validated += 1

    def _operation(self, method, path):
        for pattern, template, item in self._operations:
            if pattern.match(path) and method.lower() in item:
                return f"{method} {template}", item[method.lower()]["responses"]
        return None

    def _resolve(self, node):
        while "$ref" in node:
            node = self._resolver.resolve(node["$ref"])[1]
        return node

    def _check_body(self, where, content, response):
        media = (response.header("Content-Type") or "").split(";")[0].strip()
        kind = content.get(media) or content.get("*/*")
        assert kind is not None, f"{where} does not answer with {media!r}: {response}"
        schema = kind.get("schema")
        if schema is not None:
            value = response.json() if re.search("[/+]json$", media) else response.text
            self._validate(schema, value, f"{where} {response.status}")

    def _validate(self, schema, value, where):
        validator = jsonschema.Draft202012Validator(schema, resolver=self._resolver)
        error = jsonschema.exceptions.best_match(validator.iter_errors(value))
        assert error is None, f"{where}: {error.message} at {list(error.absolute_path)} in {value}"

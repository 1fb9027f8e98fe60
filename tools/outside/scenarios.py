"""The shipped scenario files held against their JSON schema by fastjsonschema from PyPI; and each key of them changed, which
the schema must refuse (the same changes that Tests/FleetSimulatorTests/Scenarios has refused by our own reader)."""

import copy
import json
import re

import fastjsonschema
import yaml

import harness
from harness import Failure


class Loader(yaml.SafeLoader):
    """YAML 1.2's core types: a date is text, yes is text, 08 is eight."""


Loader.yaml_implicit_resolvers = {}
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?[0-9]+$"), list("-0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10))


def mutants(value, path=""):
    """Every file that has one key renamed or one value of another type, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            renamed = {(key + "x" if name == key else name): content for name, content in value.items()}
            yield f"{path}/{key} renamed", renamed
            for other in ([1], {"a": 1}) if not isinstance(inner, (dict, list)) else (1,):
                yield f"{path}/{key} as {other}", {**value, key: other}
            for where, changed in mutants(inner, f"{path}/{key}"):
                yield where, {**value, key: changed}
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            for where, changed in mutants(inner, f"{path}[{place}]"):
                yield where, value[:place] + [changed] + value[place + 1:]


def test(options):
    folder = options.clone / "Simulators/FleetSimulator/Scenarios"
    schema = json.loads((folder / "scenario.schema.json").read_text())
    validate = fastjsonschema.compile(schema)
    policies = fastjsonschema.compile(
        {"$schema": schema["$schema"], **schema["properties"]["tariff"]["properties"]["policies"]})
    files = sorted(path for path in folder.glob("*.yaml"))
    refused = 0
    for path in files:
        check = policies if path.name == "policies.yaml" else validate
        content = yaml.load(path.read_text(), Loader)
        try:
            check(copy.deepcopy(content))
        except fastjsonschema.JsonSchemaValueException as error:
            raise Failure(f"{path.name} does not have the form of the schema: {error}") from error
        for where, mutant in mutants(content):
            try:
                check(mutant)
            except fastjsonschema.JsonSchemaValueException:
                refused += 1
            else:
                raise Failure(f"{path.name}: the schema takes {where}")
    if len(files) < 12:
        raise Failure(f"only {len(files)} files in {folder}")
    return f"{len(files)} files have the schema's form, and {refused} changed ones are refused"


if __name__ == "__main__":
    given = harness.arguments(__doc__)
    harness.main("scenarios", lambda: test(given))

"""Writes the trained nets as one model file for Swift (format: Sources/MeterVision, `ReaderModel`), with test vectors.

    python export.py --checkpoints FOLDER --calibration calibration.json --version NAME --out Images/model/reader.model \
        --vectors Tests/MeterVisionTests/Golden/nets.json

With --base an older model lends the nets that have no checkpoint, with test vectors of their own like the others.
"""

import argparse
import json
import os
import struct

import numpy as np
import torch

import nets
import unfold

SHAPES = dict(finder=(3, 64, 96), refiner=(3, 64, 224), reader=(3, 32, 224), wheel=(1, 32, 24), plate=(1, 48, 96), print=(1, 24, 128))


def folded(net):
    """A trained net's operations, each with its weights and biases in half precision: what the model file holds."""
    operations = []
    for op, weight, bias in net.folded():
        entry = {"op": op["op"], "in": op["src"] if op["op"] == "add" else op["src"][0], "out": op["out"]}
        for key in ("cin", "cout", "kernel", "stride", "dilation", "padding", "relu", "factor"):
            if key in op:
                entry[key] = op[key]
        operations.append((entry, None if weight is None else weight.numpy().astype(np.float16), None if bias is None else bias.numpy().astype(np.float16)))
    registers = 1 + max(op["out"] for op in net.spec["ops"])
    return {"channels": net.spec["channels"], "registers": registers, "outputs": net.spec["outputs"]}, operations


def borrowed(path, name):
    """The same of an older model file; nothing if it has no such net."""
    header, halves = unfold.read(path)
    net = header["nets"].get(name)
    if net is None:
        return None
    operations = []
    for op in net.pop("ops"):
        weight = bias = None
        if "weights" in op:
            shape = (op["cout"], op["cin"], *op["kernel"]) if op["op"] == "conv" else (op["cout"], op["cin"])
            first, second = op["weights"], op["bias"]
            weight, bias = halves[first:first + int(np.prod(shape))].reshape(shape), halves[second:second + op["cout"]]
        operations.append((op, weight, bias))
    return net, operations


def described(net, operations, weights):
    """A net as the model file's header has it; appends its weights."""
    entries = []
    for op, *values in operations:
        entry = dict(op)
        for key, value in zip(("weights", "bias"), values):
            if value is not None:
                entry[key] = sum(w.size for w in weights)
                weights.append(value.ravel())
        entries.append(entry)
    return {**net, "ops": entries}


def results(net, operations, x):
    """What the net gives with the weights that the file holds."""
    registers = {0: x}
    for op, weight, bias in operations:
        sources = op["in"] if isinstance(op["in"], list) else [op["in"]]
        a = registers[sources[0]]
        if weight is not None:
            weight, bias = torch.from_numpy(weight.astype(np.float32)), torch.from_numpy(bias.astype(np.float32))
        if op["op"] == "conv":
            y = torch.nn.functional.conv2d(a, weight, bias, op["stride"], op["padding"], op["dilation"])
        elif op["op"] == "maxpool":
            y = torch.nn.functional.max_pool2d(a, op["kernel"])
        elif op["op"] == "upsample":
            y = torch.nn.functional.interpolate(a, scale_factor=2, mode="nearest")
        elif op["op"] == "add":
            y = a + registers[sources[1]]
        elif op["op"] == "linear":
            y = torch.nn.functional.linear(a.flatten(1), weight, bias)
        registers[op["out"]] = torch.relu(y) if op.get("relu") else y
    return [registers[r] for r in net["outputs"]]


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoints", required=True)
    parser.add_argument("--calibration", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--vectors")
    parser.add_argument("--base", help="an older model, for the nets that have no checkpoint")
    options = parser.parse_args()
    header, weights, vectors = {"version": options.version, "nets": {}}, [], []
    for name, spec in nets.ALL.items():
        checkpoint = os.path.join(options.checkpoints, name + ".pt")
        if os.path.exists(checkpoint):
            module = nets.Net(spec)
            module.load_state_dict(torch.load(checkpoint)["net"])
            net = folded(module.eval())
        else:
            net = borrowed(options.base, name) if options.base else None
        if net is None:
            if name in nets.OPTIONAL:
                continue
            raise SystemExit(f"export.py: there is no {checkpoint}" + (f", and {options.base} has no net '{name}'" if options.base else ""))
        header["nets"][name] = described(*net, weights)
        shape = SHAPES[name]
        # A smooth input that Swift can compute too: no file of pixels needed.
        count = int(np.prod(shape))
        x = ((np.arange(count) * 7919) % 1009).astype(np.float32) / 504.5 - 1
        outputs = results(*net, torch.from_numpy(x.reshape(1, *shape)))
        vectors.append({"net": name, "shape": list(shape),
                        "outputs": [{"sum": float(o.sum()), "squares": float((o * o).sum()), "count": o.numel(),
                                     "first": [float(v) for v in o.flatten()[:40]]} for o in outputs]})
    with open(options.calibration) as file:
        header["calibration"] = json.load(file)
    text = json.dumps(header, separators=(",", ":")).encode()
    body = b"ENDEKSM1" + struct.pack("<I", len(text)) + text
    body += b"\0" * (-len(body) % 64) + np.concatenate(weights).tobytes()
    with open(options.out, "wb") as file:
        file.write(body)
    print(f"{options.out}: {len(body)} bytes, {sum(w.size for w in weights)} weights")
    if options.vectors:
        with open(options.vectors, "w") as file:
            json.dump({"input": "((i * 7919) mod 1009) / 504.5 - 1", "model": options.version, "nets": vectors}, file, indent=1)


if __name__ == "__main__":
    main()

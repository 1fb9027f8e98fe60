"""Writes the trained nets as one model file for Swift (format: Sources/MeterVision, `ReaderModel`), with test vectors.

    python export.py --checkpoints FOLDER --calibration calibration.json --version NAME --out Images/model/reader.model \
        --vectors Tests/MeterVisionTests/Golden/nets.json

With --base an older model lends the nets that have no checkpoint; they get no test vectors.
"""

import argparse
import json
import os
import struct

import numpy as np
import torch

import nets
import unfold

SHAPES = dict(finder=(3, 64, 96), refiner=(3, 64, 224), reader=(3, 32, 224), wheel=(1, 32, 24))


def described(net, weights):
    """A net's operations as the model file's header has them; appends its weights."""
    operations = []
    for op, weight, bias in net.folded():
        entry = {"op": op["op"], "in": op["src"] if op["op"] == "add" else op["src"][0], "out": op["out"]}
        for key in ("cin", "cout", "kernel", "stride", "dilation", "padding", "relu", "factor"):
            if key in op:
                entry[key] = op[key]
        if weight is not None:
            entry["weights"] = sum(w.size for w in weights)
            weights.append(weight.numpy().astype(np.float16).ravel())
            entry["bias"] = sum(w.size for w in weights)
            weights.append(bias.numpy().astype(np.float16).ravel())
        operations.append(entry)
    registers = 1 + max(op["out"] for op in net.spec["ops"])
    return {"channels": net.spec["channels"], "registers": registers, "outputs": net.spec["outputs"], "ops": operations}


def borrowed(path, name, weights):
    """A net of an older model file: its operations, its weights appended."""
    header, halves = unfold.read(path)
    net = header["nets"][name]
    for op in net["ops"]:
        if "weights" in op:
            first, second = op["weights"], op["bias"]
            biases = op["cout"]
            for key, part in (("weights", halves[first:second]), ("bias", halves[second:second + biases])):
                op[key] = sum(w.size for w in weights)
                weights.append(part)
    return net


def rounded(net):
    """The net with its folded weights as the file holds them (half precision), to make the test vectors with."""
    def run(x):
        registers = {0: x}
        for op, weight, bias in net.folded():
            a = registers[op["src"][0]]
            if weight is not None:
                weight, bias = weight.half().float(), bias.half().float()
            if op["op"] == "conv":
                y = torch.nn.functional.conv2d(a, weight, bias, op["stride"], op["padding"], op["dilation"])
            elif op["op"] == "maxpool":
                y = torch.nn.functional.max_pool2d(a, op["kernel"])
            elif op["op"] == "upsample":
                y = torch.nn.functional.interpolate(a, scale_factor=2, mode="nearest")
            elif op["op"] == "add":
                y = a + registers[op["src"][1]]
            elif op["op"] == "linear":
                y = torch.nn.functional.linear(a.flatten(1), weight, bias)
            registers[op["out"]] = torch.relu(y) if op.get("relu") else y
        return [registers[r] for r in net.spec["outputs"]]
    return run


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
        if options.base and not os.path.exists(checkpoint):
            header["nets"][name] = borrowed(options.base, name, weights)
            continue
        net = nets.Net(spec)
        net.load_state_dict(torch.load(checkpoint)["net"])
        net.eval()
        header["nets"][name] = described(net, weights)
        shape = SHAPES[name]
        # A smooth input that Swift can compute too: no file of pixels needed.
        count = int(np.prod(shape))
        x = ((np.arange(count) * 7919) % 1009).astype(np.float32) / 504.5 - 1
        outputs = rounded(net)(torch.from_numpy(x.reshape(1, *shape)))
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

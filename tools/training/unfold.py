"""A net to go on training, from the model file that ships: it holds folded weights, and no batch norm any more.

The batch norms are set up again so that the net says what the file's says (to half precision): their running statistics are
measured on training samples, and scale and shift undo them.
"""

import json
import struct

import numpy as np
import torch

import nets


def read(path):
    """The header of a model file and its weights, half precision."""
    with open(path, "rb") as file:
        body = file.read()
    if body[:8] != b"ENDEKSM1":
        raise SystemExit(f"{path}: is no model file")
    length = struct.unpack("<I", body[8:12])[0]
    return json.loads(body[12:12 + length]), np.frombuffer(body[(12 + length + 63) // 64 * 64:], np.float16)


def state(path, name):
    """The weights of one net of a model file for `nets.Net`, its batch norms doing nothing yet but adding their bias, and the
    numbers of the layers that are none of the file's: an older file may lack the last ones."""
    header, halves = read(path)
    if name not in header["nets"]:
        raise SystemExit(f"{path}: has no net '{name}'")
    net = nets.Net(nets.ALL[name])
    known = header["nets"][name]["ops"]
    for index, (op, stored) in enumerate(zip(net.spec["ops"], known)):
        if op["op"] != stored["op"] or any(op[key] != stored[key] for key in ("cin", "cout", "kernel") if key in op):
            raise SystemExit(f"{path}: its net '{name}' is built otherwise than nets.py says")
        if op["op"] not in ("conv", "linear"):
            continue
        layer = net.layers[str(index)]
        first = layer if op["op"] == "linear" else layer[0]
        count = first.weight.numel()
        weight = torch.from_numpy(halves[stored["weights"]:stored["weights"] + count].astype(np.float32))
        bias = torch.from_numpy(halves[stored["bias"]:stored["bias"] + op["cout"]].astype(np.float32))
        with torch.no_grad():
            first.weight.copy_(weight.reshape(first.weight.shape))
            if op.get("norm"):
                norm = layer[1]
                norm.bias.copy_(bias)
                norm.running_var.fill_(1 - norm.eps)
            else:
                first.bias.copy_(bias)
    return net.state_dict(), [index for index in net.layers if int(index) >= len(known)]


@torch.no_grad()
def measure(net, batches):
    """Gives a net from `state` statistics of its own: it computes the same as before, and can be trained on."""
    norms = [layer for layer in net.modules() if isinstance(layer, torch.nn.BatchNorm2d)]
    sums = {norm: [0, 0.0, 0.0] for norm in norms}

    def hook(norm, inputs):
        x = inputs[0].double()
        seen = sums[norm]
        seen[0] += x.numel() // x.shape[1]
        seen[1] = seen[1] + x.sum(dim=(0, 2, 3))
        seen[2] = seen[2] + (x * x).sum(dim=(0, 2, 3))

    handles = [norm.register_forward_pre_hook(hook) for norm in norms]
    net.eval()
    for x in batches:
        net(x)
    for handle in handles:
        handle.remove()
    for norm in norms:
        count, total, squares = sums[norm]
        mean = total / count
        variance = (squares / count - mean * mean).clamp(min=0)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_(torch.sqrt(variance + norm.eps))
        norm.bias.add_(mean)
    net.train()

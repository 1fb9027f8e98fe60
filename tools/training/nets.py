"""The reader's nets, each written once as a list of operations.

The same list builds the torch module that is trained and the operations of the model file that Swift runs
(Sources/MeterVision, `ReaderModel`): batch norm is folded into the convolutions on the way.
"""

import torch
from torch import nn

BLANK = 21  # the reader's classes: 0-9 black digit, 10-19 red digit, 20 unused, 21 blank


def conv(src, out, cin, cout, kernel=3, stride=1, dilation=1, padding=None, relu=True, norm=True):
    pair = lambda v: list(v) if isinstance(v, (tuple, list)) else [v, v]
    kernel, stride, dilation = pair(kernel), pair(stride), pair(dilation)
    padding = [d * (k // 2) for k, d in zip(kernel, dilation)] if padding is None else pair(padding)
    return dict(op="conv", src=[src], out=out, cin=cin, cout=cout, kernel=kernel, stride=stride, dilation=dilation,
                padding=padding, relu=relu, norm=norm)


def pool(src, out, kernel):
    return dict(op="maxpool", src=[src], out=out, kernel=list(kernel))


def upsample(src, out):
    return dict(op="upsample", src=[src], out=out, factor=2)


def add(a, b, out, relu=True):
    return dict(op="add", src=[a, b], out=out, relu=relu)


def linear(src, out, cin, cout, relu=False):
    return dict(op="linear", src=[src], out=out, cin=cin, cout=cout, relu=relu)


#: Finds the counter's window: 3 x h x w (multiples of 32) -> heat logits 1 x h/8 x w/8, corner offsets 8 x h/8 x w/8.
FINDER = dict(channels=3, outputs=[17, 18], ops=[
    conv(0, 1, 3, 16, stride=2), conv(1, 2, 16, 32, stride=2), conv(2, 3, 32, 48, stride=2), conv(3, 4, 48, 48),
    conv(4, 5, 48, 72, stride=2), conv(5, 6, 72, 72), conv(6, 7, 72, 104, stride=2), conv(7, 8, 104, 104),
    conv(8, 9, 104, 104, dilation=2), conv(9, 10, 104, 72, kernel=1, relu=False), upsample(10, 11), add(6, 11, 12),
    conv(12, 13, 72, 48, kernel=1, relu=False), upsample(13, 14), add(4, 14, 15), conv(15, 16, 48, 64),
    conv(16, 17, 64, 1, kernel=1, relu=False, norm=False), conv(16, 18, 64, 8, kernel=1, relu=False, norm=False),
])

#: Finds the window's corners in a rough crop of it: 3 x 64 x 224 -> 8 coordinates (0...1 of the crop), 1 legibility logit, 1 logit
#: that it is a display and no row of wheels.
REFINER = dict(channels=3, outputs=[9, 10, 12], ops=[
    conv(0, 1, 3, 16, stride=2), conv(1, 2, 16, 32, stride=(1, 2)), conv(2, 3, 32, 32), conv(3, 4, 32, 48, stride=2),
    conv(4, 5, 48, 64, stride=2), conv(5, 6, 64, 64), conv(6, 7, 64, 64, stride=(2, 1)),
    linear(7, 8, 64 * 4 * 14, 128, relu=True), linear(8, 9, 128, 8), linear(8, 10, 128, 1),
    linear(7, 11, 64 * 4 * 14, 8, relu=True), linear(11, 12, 8, 1),
])

#: Reads a rectified window: 3 x 32 x 224 -> 22 x 1 x 56 logits, to be read by CTC.
READER = dict(channels=3, outputs=[14], ops=[
    conv(0, 1, 3, 16), pool(1, 2, (2, 2)), conv(2, 3, 16, 32), conv(3, 4, 32, 32), pool(4, 5, (2, 2)),
    conv(5, 6, 32, 64), conv(6, 7, 64, 64), pool(7, 8, (2, 1)), conv(8, 9, 64, 96), conv(9, 10, 96, 96),
    conv(10, 11, 96, 128, kernel=(4, 1), padding=0), conv(11, 12, 128, 128, kernel=(1, 5)),
    conv(12, 13, 128, 128, kernel=(1, 3)), conv(13, 14, 128, 22, kernel=1, relu=False, norm=False),
])

#: Tells where one wheel stands: 1 x 32 x 24 -> 100 logits, soft classes 0.0 ... 9.9 round the wheel.
WHEEL = dict(channels=1, outputs=[11], ops=[
    conv(0, 1, 1, 16), pool(1, 2, (2, 2)), conv(2, 3, 16, 32), conv(3, 4, 32, 32), pool(4, 5, (2, 2)),
    conv(5, 6, 32, 48), conv(6, 7, 48, 64), pool(7, 8, (2, 2)), conv(8, 9, 64, 96),
    linear(9, 10, 96 * 4 * 3, 112, relu=True), linear(10, 11, 112, 100),
])

#: Finds rows of digits in a strip of a plate: 1 x h x w (multiples of 8) -> heat logits 1 x h/4 x w/4, and 2 x h/4 x w/4:
#: how far below the cell the row's middle is (in 8 pixels), and how high its digits are (logarithm of sixteenths of pixels).
PLATE = dict(channels=1, outputs=[11, 12], ops=[
    conv(0, 1, 1, 16, stride=2), conv(1, 2, 16, 24, stride=2), conv(2, 3, 24, 32), conv(3, 4, 32, 48, stride=2),
    conv(4, 5, 48, 48), conv(5, 6, 48, 48, dilation=2), conv(6, 7, 48, 32, kernel=1, relu=False), upsample(7, 8),
    add(3, 8, 9), conv(9, 10, 32, 32), conv(10, 11, 32, 1, kernel=1, relu=False, norm=False),
    conv(10, 12, 32, 2, kernel=1, relu=False, norm=False),
])

#: Reads a row of print: 1 x 24 x w -> 12 x 1 x w/2 logits (0-9, another character, blank), to be read by CTC.
PRINT = dict(channels=1, outputs=[12], ops=[
    conv(0, 1, 1, 16), pool(1, 2, (2, 2)), conv(2, 3, 16, 32), conv(3, 4, 32, 32), pool(4, 5, (2, 1)),
    conv(5, 6, 32, 48), conv(6, 7, 48, 64), pool(7, 8, (2, 1)), conv(8, 9, 64, 96, kernel=(3, 1), padding=0),
    conv(9, 10, 96, 96, kernel=(1, 5)), conv(10, 11, 96, 96, kernel=(1, 3)),
    conv(11, 12, 96, 12, kernel=1, relu=False, norm=False),
])

ALL = dict(finder=FINDER, refiner=REFINER, reader=READER, wheel=WHEEL, plate=PLATE, print=PRINT)
#: A model without these reads no printed serials.
OPTIONAL = ("plate", "print")


class Net(nn.Module):
    """A net from its list of operations."""

    def __init__(self, spec):
        super().__init__()
        self.spec = spec
        self.layers = nn.ModuleDict()
        for index, op in enumerate(spec["ops"]):
            if op["op"] == "conv":
                layers = [nn.Conv2d(op["cin"], op["cout"], op["kernel"], op["stride"], op["padding"], op["dilation"],
                                    bias=not op["norm"])]
                if op["norm"]:
                    layers.append(nn.BatchNorm2d(op["cout"]))
                self.layers[str(index)] = nn.Sequential(*layers)
            elif op["op"] == "linear":
                self.layers[str(index)] = nn.Linear(op["cin"], op["cout"])

    def forward(self, x):
        registers = {0: x}
        for index, op in enumerate(self.spec["ops"]):
            a = registers[op["src"][0]]
            if op["op"] == "conv":
                y = self.layers[str(index)](a)
            elif op["op"] == "maxpool":
                y = nn.functional.max_pool2d(a, op["kernel"])
            elif op["op"] == "upsample":
                y = nn.functional.interpolate(a, scale_factor=2, mode="nearest")
            elif op["op"] == "add":
                y = a + registers[op["src"][1]]
            elif op["op"] == "linear":
                y = self.layers[str(index)](a.flatten(1))
            if op.get("relu"):
                y = torch.relu(y)
            registers[op["out"]] = y
        return [registers[r] for r in self.spec["outputs"]]

    def folded(self):
        """The operations with their weights and biases, batch norm folded in: what the model file holds."""
        result = []
        for index, op in enumerate(self.spec["ops"]):
            weights = bias = None
            if op["op"] == "conv":
                layers = self.layers[str(index)]
                weights = layers[0].weight.detach().double()
                if op["norm"]:
                    norm = layers[1]
                    scale = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
                    weights = weights * scale[:, None, None, None]
                    bias = norm.bias.detach().double() - norm.running_mean.double() * scale
                else:
                    bias = layers[0].bias.detach().double()
            elif op["op"] == "linear":
                weights = self.layers[str(index)].weight.detach().double()
                bias = self.layers[str(index)].bias.detach().double()
            result.append((op, weights, bias))
        return result

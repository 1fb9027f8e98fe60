"""Trains one net for a number of steps or of minutes; seeded, and resumed from its checkpoint where there is one.

    python train.py finder --photos FOLDER --steps 6000 --out CHECKPOINTS
    python train.py reader --photos FOLDER --minutes 90 --out CHECKPOINTS
    python train.py print --photos PLATES FOLDER --minutes 24 --half --out CHECKPOINTS

    python train.py reader --photos FOLDER --real ../shared/photos/gas --labels gas-photos.tsv --without 2 \\
        --start Images/model/reader.model --rate 0.0005 --minutes 8 --out FOLD2

The last one goes on from the shipped model's nets (or another folder's) with real photos mixed in, all but fold 2: weights that
never saw that fold.
By steps, the same seed gives the same net; by minutes, a faster machine takes more steps. Without --digits the reader and the
wheel's net learn from rendered photos alone.
"""

import argparse
import itertools
import math
import os
import time

import numpy as np
import torch
from torch import nn

import digits
import nets
import pictures
import print_samples
import real
import samples
import unfold
import wheel_samples

BATCH = dict(finder=16, refiner=64, reader=64, wheel=96, plate=24, print=64)
RATE = dict(finder=2e-3, refiner=2e-3, reader=2e-3, wheel=3e-3, plate=2e-3, print=2e-3)
PLAIN = ("plate", "print")  # nets of plain print, with samples of their own
TWO_METERS = 0.12  # share of the finder's samples that show a second meter beside the first
ENDLESS = 10 ** 9  # steps, where the clock ends the training
MEASURED = 2048  # samples that a model file's batch norms are measured on


class Series(torch.utils.data.Dataset):
    """Sample `number` of a net's endless series: the same for the same seed, whatever the workers."""

    def __init__(self, net, photos, wheels, seed, first, count, real_photos=(), share=0.0):
        self.net, self.photos, self.wheels, self.seed, self.first, self.count = net, photos, wheels, seed, first, count
        self.real_photos, self.share = real_photos, share if real_photos else 0.0

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        rng = pictures.generator(self.seed, self.first + index)
        if self.net == "print":
            # All samples of a batch are of the same width.
            batch = (self.first + index) // BATCH["print"]
            width = print_samples.WIDTHS[batch % len(print_samples.WIDTHS)]
            return print_samples.print_sample(print_samples.pick(self.photos, rng), rng, width)
        if self.net == "plate":
            return print_samples.plate_sample(print_samples.pick(self.photos, rng), rng)
        if self.net == "wheel":
            return self.wheels.sample(rng)
        if self.net == "reader" and self.wheels and rng.random() < 0.22:
            return self.wheels.collage(rng)
        photo = rng.choice(self.real_photos if self.share and rng.random() < self.share else self.photos)
        if self.net == "finder" and rng.random() < TWO_METERS:
            return samples.finder_sample(photo, rng, rng.choice(self.photos))
        return getattr(samples, self.net + "_sample")(photo, rng)


def collate(net, batch):
    if net in ("reader", "print"):
        x = torch.from_numpy(np.stack([s[0] for s in batch]))
        lengths = torch.tensor([len(s[1]) for s in batch])
        return x, torch.tensor([c for s in batch for c in s[1]], dtype=torch.long), lengths
    return tuple(torch.from_numpy(np.stack([s[i] for s in batch])) for i in range(len(batch[0])))


def loss_of(net, outputs, batch):
    if net == "finder":
        heat, corners = outputs
        _, target, offsets, near = batch
        p = torch.sigmoid(heat.float()).clamp(1e-4, 1 - 1e-4)
        hit = (target > 0.85).float()
        focal = -(hit * (1 - p) ** 2 * torch.log(p) + (1 - hit) * (1 - target) ** 4 * p ** 2 * torch.log(1 - p))
        reach = (nn.functional.smooth_l1_loss(corners.float(), offsets, reduction="none", beta=0.1) * near * target).sum()
        return focal.sum() / hit.sum().clamp(min=1) + 4 * reach / (near * target).sum().clamp(min=1) / 8
    if net == "refiner":
        corners, legible, display = outputs
        _, target, readable, present, shows_display = batch
        place = nn.functional.smooth_l1_loss(corners.float(), target, reduction="none", beta=0.01).mean(dim=1)
        # Of a display nobody asks whether its wheels can be read.
        words = nn.functional.binary_cross_entropy_with_logits(legible.float()[:, 0], readable, weight=1 - shows_display)
        kind = nn.functional.binary_cross_entropy_with_logits(display.float()[:, 0], shows_display, weight=present)
        return 20 * (place * present).mean() + 0.5 * words + 0.5 * kind
    if net == "plate":
        heat, place = outputs
        _, target, at, counts = batch
        right = nn.functional.binary_cross_entropy_with_logits(heat.float(), target, reduction="none")
        # Few cells hold digits: the hard ones of the others count most.
        weight = counts * torch.where(target > 0.5, 1.0, torch.sigmoid(heat.detach().float()) + 0.05)
        reach = nn.functional.smooth_l1_loss(place.float(), at, reduction="none", beta=0.1) * target
        return (right * weight).sum() / weight.sum().clamp(min=1) + 2 * reach.sum() / target.sum().clamp(min=1)
    if net in ("reader", "print"):
        blank = nets.BLANK if net == "reader" else print_samples.BLANK
        _, classes, lengths = batch
        logits = outputs[0].float()[:, :, 0].permute(2, 0, 1).log_softmax(dim=2)
        columns = torch.full((logits.shape[1],), logits.shape[0], dtype=torch.long)
        return nn.functional.ctc_loss(logits, classes, columns, lengths, blank=blank, zero_infinity=True)
    _, position = batch
    classes = torch.arange(100, device=position.device)[None] / 10
    distance = (classes - position[:, None] + 5) % 10 - 5
    soft = torch.exp(-0.5 * (distance / 0.2) ** 2)
    # A wheel that cannot be read stands nowhere: everywhere alike.
    soft = torch.where(torch.isnan(position)[:, None], 1.0, soft)
    soft = soft / soft.sum(dim=1, keepdim=True)
    return -(soft * outputs[0].float().log_softmax(dim=1)).sum(dim=1).mean()


def only_new(net, new):
    """Leaves everything as it is but these layers; batch norms too."""
    if not new:
        raise SystemExit("train.py: --only-new needs a model file that lacks a layer")
    net.eval()
    for name, layer in net.layers.items():
        layer.requires_grad_(name in new)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("net", choices=nets.ALL)
    parser.add_argument("--photos", nargs="+", required=True, help="folders of PhotoSimulator")
    parser.add_argument("--digits", help="unpacked digits.zip (reader and wheel); without it rendered photos alone")
    parser.add_argument("--without-meters", nargs="+", default=[], help="meters of it that must not be seen either; those of "
                        "left-out-meters.txt never are")
    parser.add_argument("--real", help="a folder of real photos")
    parser.add_argument("--labels", help="their list (see real.py)")
    parser.add_argument("--without", type=int, help="a fold of the list that must not be seen")
    parser.add_argument("--share", type=float, default=0.2, help="share of real photos among the samples")
    parser.add_argument("--start", help="whose weights are the beginning: a folder of checkpoints, or a model file")
    parser.add_argument("--rate", type=float, help="highest learning rate")
    parser.add_argument("--only-new", action="store_true", help="train only the layers that the model file of --start lacks")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--steps", type=int)
    length.add_argument("--minutes", type=float, help="wall time, all runs of a resumed training together")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--half", action="store_true", help="compute in bfloat16")
    parser.add_argument("--device", default="cpu", help="cpu, or cuda for a GPU (with --workers 8 or so: it waits for samples)")
    options = parser.parse_args()
    if options.only_new and not (options.start or "").endswith(".model"):
        parser.error("--only-new needs --start MODEL")
    if bool(options.real) != bool(options.labels):
        parser.error("--real and --labels belong together")
    rate = options.rate or RATE[options.net]
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    # The finder finds displays too, and the refiner tells them; what reads wheels must not learn from them.
    displays = options.net in ("finder", "refiner")
    load = print_samples.load if options.net in PLAIN else lambda folder: pictures.load(folder, displays=displays)
    photos = [photo for folder in options.photos for photo in load(folder)]
    real_photos = real.for_net(options.net, real.load(options.real, options.labels, options.without)) if options.real else []
    wheels = samples.Wheels(options.digits, digits.left_out() | set(options.without_meters)) if options.digits else None
    if options.net == "wheel":
        wheels = wheel_samples.WheelSamples(photos, wheels)
    device = torch.device(options.device)
    net = nets.Net(nets.ALL[options.net]).to(device, memory_format=torch.channels_last)
    decayed = [p for p in net.parameters() if p.ndim > 1]
    optimiser = torch.optim.AdamW(
        [dict(params=decayed, weight_decay=0.02), dict(params=[p for p in net.parameters() if p.ndim <= 1], weight_decay=0)],
        lr=rate, betas=(0.9, 0.98))
    path = os.path.join(options.out, options.net + ".pt")
    os.makedirs(options.out, exist_ok=True)
    step, spent = 0, 0.0
    unfolds = bool(options.start) and options.start.endswith(".model") and not os.path.exists(path)
    if unfolds:
        net.load_state_dict(unfold.state(options.start, options.net)[0])
    elif options.start and not os.path.exists(path):
        net.load_state_dict(torch.load(os.path.join(options.start, options.net + ".pt"), map_location="cpu")["net"])
    if os.path.exists(path):
        saved = torch.load(path, map_location="cpu")
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        step, spent = saved["step"], saved.get("seconds", 0.0)
        print(f"{options.net}: goes on from step {step}", flush=True)

    def progress():
        """The share of the training that is done, 0 to 1."""
        return step / options.steps if options.steps else min(1, (spent + time.time() - start) / 60 / options.minutes)

    size = BATCH[options.net]
    left = options.steps - step if options.steps else ENDLESS
    series = Series(options.net, photos, wheels, options.seed, step * size, max(0, left) * size,
                    real_photos, options.share)
    loader = torch.utils.data.DataLoader(series, batch_size=size, num_workers=options.workers,
                                         collate_fn=lambda b: collate(options.net, b), prefetch_factor=4)
    print(f"{options.net}: {sum(p.numel() for p in net.parameters())} parameters, {len(photos)} photos, {len(real_photos)} real", flush=True)
    net.train()
    if options.only_new:
        only_new(net, unfold.state(options.start, options.net)[1])
    elif unfolds:
        first = itertools.islice(iter(loader), MEASURED // size)
        unfold.measure(net, (batch[0].to(device).contiguous(memory_format=torch.channels_last) for batch in first))
    start, shown, mean = time.time(), step, None
    kept = start
    if progress() >= 1:
        return
    for batch in loader:
        warm = min(1, (step + 1) / 200)
        for group in optimiser.param_groups:
            group["lr"] = rate * warm * (0.5 + 0.5 * math.cos(math.pi * progress())) + 1e-6
        batch = tuple(part.to(device) for part in batch)
        x = batch[0].contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=options.half):
            outputs = net(x)
        loss = loss_of(options.net, outputs, batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        step += 1
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 100 == 0:
            speed = (step - shown) * size / (time.time() - start)
            print(f"{options.net}: step {step}, {progress():.1%} done, loss {mean:.4f}, {speed:.0f} samples/s", flush=True)
        done = progress() >= 1
        if step % 500 == 0 or time.time() - kept > 120 or done:
            kept = time.time()
            seconds = spent + kept - start
            torch.save(dict(net=net.state_dict(), optimiser=optimiser.state_dict(), step=step, seconds=seconds), path + ".part")
            os.replace(path + ".part", path)
        if done:
            break


if __name__ == "__main__":
    main()

"""Pictures into tensors: the same steps as Sources/MeterVision takes, and the damage that training adds."""

import json
import os
import random

import cv2
import numpy as np

cv2.setNumThreads(1)


def load(folder, limit=None, displays=False):
    """The photos of a PhotoSimulator folder: (JPEG bytes, truth) pairs; those of displays only where asked for."""
    with open(os.path.join(folder, "truth.jsonl")) as lines:
        truths = [json.loads(line) for line in lines][:limit]
    truths = [truth for truth in truths if displays or not truth["display"]]
    photos = []
    for truth in truths:
        with open(os.path.join(folder, truth["file"]), "rb") as file:
            photos.append((file.read(), truth))
    return photos


def decode(jpeg):
    return cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR_RGB)


def standardise(picture):
    """h x w x c bytes -> c x h x w floats: each channel centred, all divided by one deviation."""
    x = picture.astype(np.float32) / 255
    if x.ndim == 2:
        x = x[:, :, None]
    x = x - x.mean(axis=(0, 1), keepdims=True)
    x = x / max(float(np.sqrt((x * x).mean())), 0.04)
    return np.ascontiguousarray(x.transpose(2, 0, 1))


def enlarged(quad, sx, sy, dx=0.0, dy=0.0):
    """A quadrilateral enlarged about its middle and shifted, in units of itself."""
    u = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]], np.float64)
    unit = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    to_quad = cv2.getPerspectiveTransform(unit, np.asarray(quad, np.float32))
    places = u * [sx, sy] + [0.5 + dx, 0.5 + dy]
    return cv2.perspectiveTransform(places[None].astype(np.float64), to_quad.astype(np.float64))[0]


def warp(picture, quad, width, height):
    """What a quadrilateral of the picture shows, as width x height; shrunk first so that no pixel is skipped."""
    quad = np.asarray(quad, np.float64)
    across = max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3])) / width
    down = max(np.linalg.norm(quad[3] - quad[0]), np.linalg.norm(quad[2] - quad[1])) / height
    step = min(across, down)
    if step > 1.5:
        scale = 1 / step
        h, w = picture.shape[:2]
        small = cv2.resize(picture, (max(2, round(w * scale)), max(2, round(h * scale))), interpolation=cv2.INTER_AREA)
        quad = quad * [small.shape[1] / w, small.shape[0] / h]
        picture = small
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) - 0.5
    map_ = cv2.getPerspectiveTransform((quad - 0.5).astype(np.float32), target)
    return cv2.warpPerspective(picture, map_, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def damaged(picture, rng, strength=1.0):
    """The picture as yet another phone would have taken it."""
    x = picture.astype(np.float32)
    if rng.random() < 0.6 * strength:
        x = x * rng.uniform(0.6, 1.3) + rng.uniform(-25, 25)
    if rng.random() < 0.35 * strength:
        x = x * np.array([rng.uniform(0.6, 1.2) for _ in range(3)], np.float32)
    if rng.random() < 0.15 * strength:
        grey = x.mean(axis=2, keepdims=True)
        x = grey + (x - grey) * rng.uniform(0.2, 1.4)
    if rng.random() < 0.2 * strength:
        x = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 1.3))
    if rng.random() < 0.15 * strength:
        length = rng.randint(2, 6)
        kernel = np.zeros((7, 7), np.float32)
        angle = rng.uniform(0, np.pi)
        cv2.line(kernel, (round(3 - length / 2 * np.cos(angle)), round(3 - length / 2 * np.sin(angle))),
                 (round(3 + length / 2 * np.cos(angle)), round(3 + length / 2 * np.sin(angle))), 1.0)
        x = cv2.filter2D(x, -1, kernel / max(kernel.sum(), 1))
    if rng.random() < 0.3 * strength:
        x = x + np.random.default_rng(rng.getrandbits(32)).normal(0, rng.uniform(1, 9), x.shape).astype(np.float32)
    x = np.clip(x, 0, 255)
    if rng.random() < 0.25 * strength:
        x = 255 * (x / 255) ** rng.uniform(0.7, 1.4)
    x = x.astype(np.uint8)
    if rng.random() < 0.4 * strength:
        _, bytes_ = cv2.imencode(".jpg", x[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, rng.randint(35, 90)])
        x = cv2.imdecode(bytes_, cv2.IMREAD_COLOR_RGB)
    return x


def generator(seed, number):
    return random.Random((seed << 32) + number)

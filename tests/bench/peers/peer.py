"""What the Python drivers share: the images, their order, and the line they print."""
import sys

import numpy as np

IMAGES, BLOCK = 60000, 500


def read(folder, name, header):
    return np.fromfile(f"{folder}/{name}", dtype=np.uint8)[header:]


def load(folder):
    """Inputs as shares of full ink and labels: of the training images, of the test images."""
    parts = []
    for part in "train", "t10k":
        pixels = read(folder, f"{part}-images-idx3-ubyte", 16).reshape(-1, 784)
        parts += [pixels.astype(np.float32) / 255, read(folder, f"{part}-labels-idx1-ubyte", 8)]
    return parts


def targets(labels):
    """1 for the right digit, 0 for the others."""
    return np.eye(10, dtype=np.float32)[labels]


def order(rng):
    """As Inkling's: blocks of neighbours in random order, shuffled inside. Kinder to the caches
    than a shuffle of all, for every peer."""
    blocks = np.arange(IMAGES).reshape(-1, BLOCK)[rng.permutation(IMAGES // BLOCK)]
    return rng.permuted(blocks, axis=1).reshape(-1)


def arguments():
    """The folder of the unpacked files, and the epochs to train."""
    return sys.argv[1], int(sys.argv[2])


def report(peer, setting, images, accuracy, seconds):
    """One line, as every driver prints it: images trained on in an epoch and how each is changed first,
    accuracy on the test images, seconds of the epochs."""
    print(peer, setting, images, "none", f"{accuracy:.4f}", " ".join(f"{s:.5f}" for s in seconds), sep="\t",
          flush=True)

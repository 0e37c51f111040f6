"""numpy: minibatch gradient descent on 784-16-16-10, sigmoid, cross-entropy, written from the
mathematics, with every array of a minibatch made once."""
import re
import time

import numpy as np

import peer

SIZES = (784, 16, 16, 10)
SETTINGS = ((32, 0.7), (100, 2.0), (200, 3.0), (400, 4.0))  # minibatch, rate


def blas():
    """The library that multiplies the matrices, which decides the speed."""
    with open("/proc/self/maps", encoding="ascii", errors="replace") as maps:
        found = re.search(r"(openblas|mkl|blis|atlas)", maps.read())
    return found.group(1) if found else "reference BLAS"


def sigmoid(z):
    """In place: 1 / (1 + exp(-z))."""
    np.negative(z, out=z)
    np.exp(z, out=z)
    z += 1
    np.reciprocal(z, out=z)


class Network:
    def __init__(self, batch, rng):
        pairs = list(zip(SIZES, SIZES[1:]))
        self.weights = [
            (rng.standard_normal(pair) / np.sqrt(pair[0])).astype(np.float32) for pair in pairs
        ]
        self.biases = [np.zeros(size, np.float32) for size in SIZES[1:]]
        self.steps = [np.empty(pair, np.float32) for pair in pairs]
        self.acts = [np.empty((batch, size), np.float32) for size in SIZES]
        self.deltas = [np.empty((batch, size), np.float32) for size in SIZES[1:]]
        self.slope = np.empty((batch, 16), np.float32)

    def forward(self, acts):
        for weight, bias, before, after in zip(self.weights, self.biases, acts, acts[1:]):
            np.dot(before, weight, out=after)
            after += bias
            sigmoid(after)

    def train(self, x, y, images, rate):
        """One minibatch: images of x and y, as many as there is room for."""
        acts, deltas = self.acts, self.deltas
        np.take(x, images, axis=0, out=acts[0], mode="clip")
        self.forward(acts)
        np.subtract(acts[-1], y[images], out=deltas[-1])
        deltas[-1] *= rate / len(images)
        for layer in (2, 1):
            np.dot(deltas[layer], self.weights[layer].T, out=deltas[layer - 1])
            np.subtract(1, acts[layer], out=self.slope)
            self.slope *= acts[layer]
            deltas[layer - 1] *= self.slope
        for layer, delta in enumerate(deltas):
            np.dot(acts[layer].T, delta, out=self.steps[layer])
            self.weights[layer] -= self.steps[layer]
            self.biases[layer] -= delta.sum(axis=0)

    def accuracy(self, x, labels):
        acts = [x] + [np.empty((len(x), size), np.float32) for size in SIZES[1:]]
        self.forward(acts)
        return np.mean(acts[-1].argmax(axis=1) == labels)


def main():
    folder, epochs = peer.arguments()
    x, labels, test_x, test_labels = peer.load(folder)
    y = peer.targets(labels)
    for batch, rate in SETTINGS:
        rng = np.random.default_rng(1)
        network = Network(batch, rng)
        seconds, trained = [], 0
        for _ in range(epochs):
            start = time.perf_counter()
            images = peer.order(rng)
            # What is left over by less than a minibatch waits for another epoch.
            for first in range(0, len(images) - batch + 1, batch):
                network.train(x, y, images[first:first + batch], rate)
                trained += batch
            seconds.append(time.perf_counter() - start)
        peer.report("numpy", f"batch {batch}, rate {rate:g}, {blas()}", trained // epochs,
                    network.accuracy(test_x, test_labels), seconds)


main()

"""PyTorch: 784-16-16-10, sigmoid, binary cross-entropy on each output,
gradient descent."""
import time

import numpy as np
import torch

import peer

# Minibatch, rate, momentum: a large minibatch needs it to learn enough in few epochs.
SETTINGS = ((128, 2.0, 0.0), (256, 3.0, 0.0), (512, 0.3, 0.9), (1024, 0.2, 0.9))


def train(network, optimiser, x, y, images):
    loss = torch.nn.BCEWithLogitsLoss(reduction="sum")
    optimiser.zero_grad(set_to_none=True)
    (loss(network(x[images]), y[images]) / len(images)).backward()
    optimiser.step()


def main():
    folder, epochs = peer.arguments()
    torch.set_num_threads(1)
    x, labels, test_x, test_labels = peer.load(folder)
    x, y = torch.from_numpy(x), torch.from_numpy(peer.targets(labels))
    for batch, rate, momentum in SETTINGS:
        torch.manual_seed(1)
        rng = np.random.default_rng(1)
        network = torch.nn.Sequential(  # the last sigmoid is in the loss
            torch.nn.Linear(784, 16), torch.nn.Sigmoid(), torch.nn.Linear(16, 16),
            torch.nn.Sigmoid(), torch.nn.Linear(16, 10))
        for layer in network[::2]:  # first weights as Inkling's: its own begin too small
            torch.nn.init.normal_(layer.weight, std=layer.in_features ** -0.5)
        optimiser = torch.optim.SGD(network.parameters(), lr=rate, momentum=momentum)
        seconds, trained = [], 0
        for _ in range(epochs):
            start = time.perf_counter()
            for images in torch.from_numpy(peer.order(rng)).split(batch):
                train(network, optimiser, x, y, images)
                trained += len(images)
            seconds.append(time.perf_counter() - start)
        with torch.no_grad():
            answers = network(torch.from_numpy(test_x)).argmax(dim=1).numpy()
        peer.report("PyTorch", f"batch {batch}, rate {rate:g}, momentum {momentum:g}",
                    trained // epochs, np.mean(answers == test_labels), seconds)


main()

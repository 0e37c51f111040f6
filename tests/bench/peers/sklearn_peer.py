"""scikit-learn: MLPClassifier, two hidden layers of 16 sigmoids; its outputs are a softmax."""
import time
import warnings

from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

import peer

# Minibatch, solver and its settings.
SETTINGS = (
    (100, {"solver": "sgd", "learning_rate_init": 0.2}),
    (200, {"solver": "adam", "learning_rate_init": 0.01}),
    (500, {"solver": "adam", "learning_rate_init": 0.02}),
    (1000, {"solver": "adam", "learning_rate_init": 0.03}),
)


def main():
    folder, epochs = peer.arguments()
    # It is asked for fewer epochs than it thinks it needs.
    warnings.simplefilter("ignore", ConvergenceWarning)
    x, labels, test_x, test_labels = peer.load(folder)
    for batch, solver in SETTINGS:
        network = MLPClassifier((16, 16), activation="logistic", batch_size=batch, alpha=0,
                                max_iter=epochs, random_state=1, **solver)
        start = time.perf_counter()
        network.fit(x, labels)
        # One call for all epochs, so that its preparations count once.
        seconds = [(time.perf_counter() - start) / epochs]
        rate = solver["learning_rate_init"]
        peer.report("scikit-learn", f"batch {batch}, {solver['solver']}, rate {rate:g}",
                    len(x) * network.n_iter_ // epochs, network.score(test_x, test_labels), seconds)


main()

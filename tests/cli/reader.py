"""Opens the network that ships with Python's standard library alone, runs it, and compares the outputs
with Inkling's: reader.py INKLING NETWORK. Prints TAP.

Inkling runs a copy that says of itself that its inputs are raw, so pictures of
28x28 stay as they are: both sides see the same 784 levels.
"""
import json
import math
import random
import struct
import subprocess
import sys
import tempfile

PICTURES = 10
TOLERANCE = 1e-5


def read_safetensors(path):
    """Metadata, and for each tensor its shape and its numbers in C order."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        tensors[name] = entry["shape"], struct.unpack(f"<{(end - begin) // 4}f", data[begin:end])
    return metadata, tensors


def run(tensors, levels):
    """The outputs of the network: a = sigmoid(W a + b), layer by layer."""
    activation = [level / 255 for level in levels]
    for layer in range(len(tensors) // 2):
        (rows, columns), weight = tensors[f"layers.{layer}.weight"]
        bias = tensors[f"layers.{layer}.bias"][1]
        sums = [
            bias[row] + math.fsum(weight[row * columns + i] * a for i, a in enumerate(activation))
            for row in range(rows)
        ]
        activation = [1 / (1 + math.exp(-z)) for z in sums]
    return activation


def with_raw_inputs(path, copy):
    """Write a copy of the network whose metadata says so; its length stays, with blanks."""
    with open(path, "rb") as file:
        contents = file.read()
    told = b'"preparation":"upright"'
    assert told in contents
    copy.write(contents.replace(told, b'"preparation":"raw"'.ljust(len(told)), 1))
    copy.flush()


def picture(rng):
    """A picture of 28x28 levels: a line two cells wide that wanders down, of one piece and of any level."""
    levels, column = [0] * 784, rng.randint(8, 18)
    for row in range(rng.randint(3, 6), 25):
        column = min(max(column + rng.choice((-1, 0, 1)), 4), 22)
        for wide in range(2):
            levels[28 * row + column + wide] = rng.choice((160, 200, 255))
    return levels


def main():
    inkling, network = sys.argv[1:]
    metadata, tensors = read_safetensors(network)
    rng = random.Random(1)
    print(f"1..{PICTURES + 1}")
    sizes = [tensors["layers.0.weight"][0][1]]
    sizes += [tensors[f"layers.{i}.weight"][0][0] for i in range(len(tensors) // 2)]
    named = metadata["layers"] == "-".join(map(str, sizes))
    print("ok" if named else "not ok", 1, "- the metadata names the sizes of the layers")
    raw = tempfile.NamedTemporaryFile(suffix=".safetensors")
    with_raw_inputs(network, raw)
    for number in range(PICTURES):
        levels = picture(rng)
        with tempfile.NamedTemporaryFile(suffix=".pgm") as file:
            file.write(b"P5 28 28 255\n" + bytes(levels))
            file.flush()
            told = subprocess.run(
                [inkling, "classify", "--json", "--model", raw.name, file.name],
                check=True, capture_output=True, text=True,
            )
        outputs = json.loads(told.stdout)["activations"]
        away = max(abs(a - b) for a, b in zip(outputs, run(tensors, levels)))
        print("ok" if away < TOLERANCE else "not ok", number + 2,
              f"- picture {number} has the same outputs, {away:.1e} apart at most")


main()

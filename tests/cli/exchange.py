"""Takes a network to numpy and back, and as the README does it to PyTorch and back: exchange.py INKLING
README. Prints TAP, or that it skips where numpy is not there. Where PyTorch or safetensors are not, the
lines of the README run on stand-ins for what they use of them, which are made of numpy.
"""
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import types

try:
    import numpy
except ImportError:
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    print("1..0 # SKIP numpy is not there; on Debian it is python3-numpy")
    sys.exit(0)

INKLING, README = (os.path.abspath(argument) for argument in sys.argv[1:])
LAYERS = 1, 2, 3


def load_file(path):
    """The tensors of a safetensors file."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    header.pop("__metadata__", None)
    return {name: numpy.frombuffer(data[slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
            for name, entry in header.items()}


def save_file(tensors, path, metadata=None):
    header, data = {"__metadata__": metadata or {}}, b""
    for name, tensor in tensors.items():
        end = len(data) + tensor.nbytes
        header[name] = {"dtype": "F32", "shape": tensor.shape, "data_offsets": [len(data), end]}
        data += tensor.tobytes()
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


class Sigmoid:
    shapes = {}


class Linear:
    def __init__(self, before, after):
        self.shapes = {"weight": (after, before), "bias": (after,)}


class Sequential:
    def __init__(self, *parts):
        self.state = {f"{i}.{name}": numpy.zeros(shape, "f4")
                      for i, part in enumerate(parts) for name, shape in part.shapes.items()}

    def state_dict(self):
        return self.state

    def load_state_dict(self, state):
        assert {name: value.shape for name, value in state.items()} == \
            {name: value.shape for name, value in self.state.items()}
        self.state = state


def stand_in():
    """Modules of these names, unless they are there."""
    try:
        import safetensors.torch
        import torch
    except ImportError:
        for name, members in {"torch": {}, "torch.nn": {"Linear": Linear, "Sequential": Sequential, "Sigmoid": Sigmoid},
                              "safetensors": {}, "safetensors.torch": {"load_file": load_file, "save_file": save_file},
                              }.items():
            sys.modules[name] = types.ModuleType(name)
            vars(sys.modules[name]).update(members)


def evaluate(path):
    """What Inkling measures of a network, and what it says beside."""
    told = subprocess.run([INKLING, "replay", "--json", "--model", path, "strokes"], capture_output=True, text=True)
    return told.stdout or told.stderr, told.stderr


def save_strokes():
    """Strokes enough that two networks differ on them."""
    rng = numpy.random.default_rng(1)
    with open("strokes", "w") as file:
        for i in range(200):
            points = " ".join(f"{x},{y}" for x, y in rng.integers(0, 1000, (6, 2)))
            file.write(f"{i % 10} someone {points}\n")


def check(number, name, fine, *told):
    print("ok" if fine else "not ok", number, "-", name)
    for line in told if not fine else ():
        print("#", line)


def main():
    print("1..6")
    save_strokes()
    for name in "mine.safetensors", "mine.npz":
        subprocess.run([INKLING, "train", "--sources", "strokes", "--strokes", "2000", "--epochs", "2", "--threads", "1",
                        "--out", name], check=True, stdout=subprocess.DEVNULL)
    right = evaluate("mine.safetensors")
    arrays = dict(numpy.load("mine.npz"))
    tensors = load_file("mine.safetensors")
    same = all((arrays[f"w{i}"] == tensors[f"layers.{i - 1}.weight"]).all() and
               (arrays[f"b{i}"] == tensors[f"layers.{i - 1}.bias"]).all() for i in LAYERS)
    check(1, "numpy reads the weights and biases of an .npz", same)
    check(2, "numpy reads what it says of itself", str(arrays["preparation"]) == "upright" and
          str(arrays["layers"]) == "784-16-16-10" and str(arrays["activation"]) == "sigmoid", *arrays)
    check(3, "an .npz opens as what was saved", evaluate("mine.npz") == right, *evaluate("mine.npz"))
    numpy.savez_compressed("back.npz", **arrays)
    check(4, "one that numpy has deflated does", evaluate("back.npz") == right, *evaluate("back.npz"))
    theirs = {f"dense_{i}/kernel": arrays[f"w{i}"].T for i in LAYERS}
    theirs.update({f"dense_{i}/bias": arrays[f"b{i}"].astype("f8").reshape(-1, 1) for i in LAYERS})
    numpy.savez("theirs.npz", **theirs, activation="sigmoid", preparation="upright")
    check(5, "one of other names, types and layouts does", evaluate("theirs.npz") == right, *evaluate("theirs.npz"))
    stand_in()
    with open(README) as file:
        lines = re.search(r"```python\n(.*?)```", file.read(), re.S)[1]
    exec(lines, {})
    check(6, "the lines of the README take a network to PyTorch and back", evaluate("back.safetensors") == right,
          *evaluate("back.safetensors"))


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    main()
    os.chdir("/")

"""Measures what claims.py has placeholders for: a function a group, from key to number, numbers or words."""
import concurrent.futures
import json
import os
import re
import statistics
import struct
import subprocess
import tempfile

ANYWHERE = ["--at", "random", "--size", "0.35..0.95"]
SMALL, LARGE = "784-16-16-10", "784-256-128-10"


class Skip(Exception):
    """What is missing here, as a sentence: nothing can be measured."""


class Failure(Exception):
    """What went wrong while measuring, as a sentence."""


class Tools:
    """The program, what measures it, and where its files and those of the tests lie."""

    def __init__(self, program, root, seeds=5):
        self.program, self.root, self.seeds = program, root, seeds
        build = os.path.dirname(os.path.dirname(program))
        self.bench = os.path.join(build, "tests", "bench", "bench")

    def network(self, name):
        return os.path.join(self.root, "assets", name + ".safetensors")

    def run(self, *command, may_fail=False, **more):
        """Its standard output; what it says on the other is shown."""
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, **more)
        if done.returncode != 0 and not may_fail:
            raise Failure(f"{' '.join(map(str, command[:3]))} ended with {done.returncode}.")
        return done.stdout

    def json(self, *command, **more):
        """The last line that the command of Inkling, or of what measures it, prints."""
        program = self.bench if command[0].startswith("bench") else self.program
        return json.loads(self.run(program, *command, "--json", **more).splitlines()[-1])


def of_environment(name):
    value = os.environ.get(name)
    if not value:
        raise Skip(f"{name} does not name the real digits.")
    return value


def second_pens():
    """The pen digits of other writers, which lie beside the first ones."""
    path = os.path.join(os.path.dirname(of_environment("INKLING_PENS")), "pendigits-train.txt.gz")
    if not os.path.exists(path):
        raise Skip(f"{path} is missing: the second set of pen digits.")
    return path


def facts(tools):
    with open(tools.network(SMALL), "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
    counts = {"weight": 0, "bias": 0}
    for name, entry in header.items():
        if name.startswith("layers."):
            begin, end = entry["data_offsets"]
            counts[name.rpartition(".")[2]] += (end - begin) // 4
    return {"weights": counts["weight"], "biases": counts["bias"]}


FORMS = {"slashed_0": (0, "slashed"), "upstroke_1": (1, "long upstroke"), "foot_1": (1, "foot"),
         "looped_2": (2, "looped foot"), "open_4": (4, "open"), "closed_4": (4, "closed"),
         "crossed_7": (7, "crossed"), "tail_9": (9, "curved tail")}


def doubt(found, name, told):
    found[name + "_sure"] = 100 * told["sure"]
    found[name + "_right"] = 100 * (told["right_where_sure"] or 0)
    found[name + "_doubt"] = 100 * told["doubtful"]
    found[name + "_none"] = 100 * told["none"]


def answers(tools):
    of_environment("INKLING_DATA")
    pens = of_environment("INKLING_PENS")
    found, spread = {}, []
    for key, name in (("small", SMALL), ("large", LARGE)):
        network = tools.network(name)
        told = tools.json("eval", network)
        found["test_images"] = told["images"]
        found[key + "_mnist"] = 100 * told["accuracy"]
        doubt(found, key + "_mnist", told)
        doubt(found, key + "_strange", told["no_digit"])
        told = tools.json("replay", "--model", network, *ANYWHERE, pens)
        found["pens"] = told["digits"]
        found[key + "_pens"] = 100 * told["accuracy"]
        doubt(found, key + "_pens", told)
        second = tools.json("replay", "--model", network, *ANYWHERE, second_pens())
        found["second"] = second["digits"]
        found[key + "_second"] = 100 * second["accuracy"]
        for name, path in (("pens", pens), ("second", second_pens())):
            dotted = tools.json("replay", "--model", network, *ANYWHERE, "--dot", "0.3", path)
            found[f"{key}_{name}_dot"] = 100 * dotted["accuracy"]
        least = min(told["per_digit"])
        found[key + "_weakest"] = 100 * least
        found["weakest"] = told["per_digit"].index(least)
        forms = tools.json("bench-forms", "--model", network, *ANYWHERE, pens)["forms"]
        rows = {(row["label"], row["form"]): row for row in forms}
        for form, row in FORMS.items():
            found[form + "_digits"] = rows[row]["digits"]
            found[f"{form}_{key}"] = 100 * rows[row]["accuracy"]
        counts = [told["right"]]
        for options in (["--size", "0.3", "--brush", "0.25"], ["--size", "0.5", "--at", "random"],
                        ["--size", "0.95", "--brush", "8"]):
            counts.append(tools.json("replay", "--model", network, *options, pens)["right"])
        spread.append(max(counts) - min(counts))
    found["spread"] = max(spread)
    return found


def picture_key(name):
    """Of a kind of pictures."""
    return re.sub(r"\W+", "_", name)


def pictures(tools):
    of_environment("INKLING_DATA")
    found = {}
    for row in tools.json("bench-pictures", of_environment("INKLING_PENS"))["kinds"]:
        key = picture_key(row["kind"])
        found[key + "_digits"] = row["digits"]
        found[key + "_small"] = 100 * row["default"]
        found[key + "_large"] = 100 * row["large"]
    return found


PLAIN = ["--augment", "0", "--decay", "2e-4"]
ALIKE = ["--rate", "1.3", "--first-layer", "1"]  # all layers learn at the same rate
SHORT = ["--epochs", "60", *ALIKE]
STRAIGHTENED = ["--prepare", "straightened"]
# What reads the test images and the pen digits of a row: options of train; of replay, None for no pens.
ROWS = {
    "raw": (["--sources", "mnist", "--prepare", "raw", *SHORT, *PLAIN], []),
    "fitted": (["--sources", "mnist", "--prepare", "fitted", *SHORT, *PLAIN], []),
    "straightened": (["--sources", "mnist", *SHORT, *PLAIN, *STRAIGHTENED], []),
    "augmented": (["--sources", "mnist", *SHORT, *STRAIGHTENED], []),
    "strokes_too": ([*SHORT, *PLAIN, *STRAIGHTENED], []),
    "all": ([*SHORT, *STRAIGHTENED], []),
    "window": (["--threads", "2"], None),
    "strokes": (["--sources", "strokes", "--epochs", "120", *ALIKE, *STRAIGHTENED], []),
    "small": ("--epochs 400 --no-digit 0.05".split(), []),
    "large": ("--hidden 256,128 --epochs 120 --rate 2 --decay 3e-5 --no-digit 0.1 --turn 8"
              " --scale 0.1 --shear 0.08 --shift 0.5 --elastic 0.7 --width 0.2 --prepare straightened".split(), []),
}


def trained(tools, row, seed):
    """Percent of the test images and of both sets of pen digits that a network of this seed knows."""
    options, replay = ROWS[row]
    with tempfile.TemporaryDirectory(prefix="inkling-figures-") as place:
        file = os.path.join(place, "net.safetensors")
        threads = [] if "--threads" in options else ["--threads", "1"]
        tools.json("train", "--seed", str(seed), "--out", file, *threads, *options)
        known = {"mnist": 100 * tools.json("eval", file)["accuracy"]}
        sets = {} if replay is None else {"pens": os.environ["INKLING_PENS"], "second": second_pens()}
        for name, path in sets.items():
            told = tools.json("replay", "--model", file, *ANYWHERE, "--seed", "7", path)
            known[name] = 100 * told["accuracy"]
        return known


def read(tools):
    """As many networks at once as there are processors."""
    of_environment("INKLING_DATA")
    of_environment("INKLING_PENS")
    found = {}
    for row, (options, _) in ROWS.items():
        at_once = 1 if "--threads" in options else os.cpu_count()
        with concurrent.futures.ThreadPoolExecutor(at_once) as team:
            runs = list(team.map(lambda seed, row=row: trained(tools, row, seed),
                                 range(1, tools.seeds + 1)))
        for what in runs[0]:
            values = [run[what] for run in runs]
            found[f"{row}_{what}"] = statistics.fmean(values)
            found[f"{row}_{what}_sd"] = statistics.stdev(values) if len(values) > 1 else 0
    return found


def fresh(tools):
    of_environment("INKLING_DATA")
    of_environment("INKLING_PENS")
    strokes = trained(tools, "strokes", 1)
    return {"fresh_mnist": trained(tools, "window", 1)["mnist"]} | {
        "fresh_strokes_" + what: known for what, known in strokes.items()}


def recipe(tools):
    of_environment("INKLING_DATA")
    told = tools.json("train", "--threads", "2")
    return {"recipe_epochs": told["epochs"], "recipe_images": told["images"],
            "recipe_s": told["seconds"]}


def writers(tools):
    of_environment("INKLING_DATA")
    told = tools.json("bench-writers", "--writers", "40", of_environment("INKLING_PENS"))
    found = {key: 100 * told[key] for key in ("before", "after", "mnist_before", "mnist_after")}
    return found | {"rose": told["rose"], "fell": told["fell"]}


class Screen:
    """Xvfb on a display that is free, for as long as the block lasts."""

    def __enter__(self):
        read_end, write_end = os.pipe()
        try:
            self.server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-nolisten",
                 "tcp"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
        except FileNotFoundError:
            raise Skip("Xvfb is not installed.") from None
        os.close(write_end)
        with os.fdopen(read_end) as told:
            display = told.readline().strip()
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
        return environment | {"DISPLAY": ":" + display, "SDL_RENDER_DRIVER": "software"}

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def machine():
    """The family of the processor, "Intel Xeon": times are of one machine."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as told:
            model = re.search(r"^model name\s*: (.*)", told.read(), re.M)[1]
    except (OSError, TypeError):
        return "unknown processor"
    family = re.search(r"(Intel|AMD).*?(Xeon|Core|EPYC|Ryzen)", model)
    return " ".join(family.groups()) if family else model


def speed(tools):
    of_environment("INKLING_DATA")
    with Screen() as environment:
        told = tools.json("bench", "--program", tools.program, "--threads", "2", env=environment)
    networks = {network["network"]: network for network in told["networks"]}
    wide = networks["784-128-64-10"]
    found = {"machine": machine(),
             "price_small": networks[SMALL]["augmented_price"],
             "price_wide": wide["augmented_price"],
             "price_512": networks["784-512-10"]["augmented_price"], "dense": 100 * wide["dense_share"],
             "epoch_1": told["epoch_ms"]["1"], "epoch_2": told["epoch_ms"]["2"],
             "bytes_us": told["forward_us"]}
    for key in ("drawing_us", "load_ms", "first_frame_ms", "peak_mb"):
        found[key] = told[key]
    for level in ("94", "95", "96"):
        found["to_" + level] = told["time_to"][level]
        found["seeds_" + level] = told["reached"][level]
    if None in found.values():
        raise Failure("./run bench measured less than the README tells of.")
    return found


SUMMARY = re.compile(r"under \S+ ms: (\S+) %; median (\S+) ms, p95 (\S+) ms, p99 (\S+) ms")


def draw(tools):
    of_environment("INKLING_DATA")
    told = tools.run(os.path.join(tools.root, "run"), "bench-draw", may_fail=True)
    if "load average" not in told[-200:]:
        raise Failure("./run bench-draw did not come to its end.")
    within, median, p95, p99 = zip(*(map(float, row) for row in SUMMARY.findall(told)))
    frame, pixel, views = 0, slice(1, 4, 2), slice(4, None)  # of the lines that draw.sh prints
    counts = re.findall(r"(\d+) motions sent, (\d+) points drawn", told)
    lost = sum(max(0, int(sent) - int(points)) for sent, points in counts)
    return {
        "frame_within": within[frame], "frame_median": median[frame], "frame_p99": p99[frame],
        "drawn": f"{lost} motions lost" if lost else "every motion drawn",
        "pixel_within": within[pixel], "pixel_median": median[pixel], "pixel_p95": p95[pixel],
        "views_within": within[views], "views_median": median[views], "views_p99": p99[views],
    }


FASTEST = re.compile(r"^(\S+) +(\S.*?) +(\S+) % +(\S+) +\S+ +(\S+) +\S+ +(\S+)  \*$", re.M)


def peers(tools):
    of_environment("INKLING_DATA")
    told = tools.run(os.path.join(tools.root, "run"), "bench-peers", may_fail=True)
    absent = re.findall(r"^(\S+) is left out", told, re.M)
    if absent:
        raise Skip(f"{' and '.join(absent)} cannot be compared: ./run bench-peers --install")
    if "an epoch has" not in told:
        raise Failure(told.strip() or "./run bench-peers did not come to its end.")
    keys = {"Inkling": "inkling", "FANN": "fann", "numpy": "numpy", "PyTorch": "torch",
            "scikit-learn": "sklearn"}
    found = {}
    for name, setting, knows, seconds, least, most in FASTEST.findall(told):
        key = keys[name]
        batch = re.match(r"batch (\d+)", setting)
        found[key + "_setting"] = (f"minibatches of {int(batch[1]):,}" if batch
                                   else setting.partition(",")[0])
        found[key + "_s"] = float(seconds)
        found[key + "_ratio"] = float(least), float(most)
        found[key + "_knows"] = float(knows)
    found["peer_images"] = int(re.search(r"an epoch has (\d+) images", told)[1])
    for name, key in keys.items():
        if key + "_s" not in found:
            raise Failure(f"{name} knows less than 90 % of the test images.")
    return found

"""What tests/bench/README.md says that can be measured: its text, with placeholders as in readme.py."""
import dataclasses

import measure
from readme import Claim


@dataclasses.dataclass
class Group:
    about: str
    takes: str
    measure: callable
    claims: list

    def __post_init__(self):
        self.claims = [Claim(template) for template in self.claims]


def form(name, key):
    return f"| {name} | {{{key}_digits:=}} | {{{key}_small:=}} % | {{{key}_large:=}} % |"


def pictures(name):
    key = measure.picture_key(name)
    return f"| {name} | {{{key}_digits:=}} | {{{key}_small:+-0.7}} % | {{{key}_large:+-0.7}} % |"


def trained(name, key, pens="+-0.5"):
    """A row of the table of five seeds."""
    row = f"| {name} | {{{key}_mnist:+-0.3}} +- {{{key}_mnist_sd:+-0.2}} % |"
    for what in ("pens", "second"):
        row += f" {{{key}_{what}:{pens}}} +- {{{key}_{what}_sd:+-0.5}} % |" if pens else " |"
    return row


def peer(name, key):
    return f"| {name} | {{{key}_setting:text}} | {{{key}_s:x1.5}} | {{{key}_ratio[]:x1.3}} |"


GROUPS = {
    "facts": Group("what the files that ship hold", "a second", measure.facts, [
        "784-16-16-10, every layer `a = sigmoid(W a + b)`, {weights:=} weights and {biases:=} biases",
    ]),
    "answers": Group("how the networks that ship answer", "a minute", measure.answers, [
        "`INKLING_PENS` {pens:=} digits that people wrote with a pen",
        "MNIST's {test_images:=} test images",
        "beside them, in `pendigits-train.txt.gz`, {second:=} more (UCI Pendigits)",
        "The files that ship: {small_mnist:=}, {small_pens:=} and {small_second:=} % for the default network,"
        " {large_mnist:=}, {large_pens:=} and {large_second:=} % for the large one",
        "with a stray dot 30 % outside of each pen digit {small_pens_dot:=} and {small_second_dot:=} %,"
        " {large_pens_dot:=} and {large_second_dot:=} %",
        "sizes of 0.3 to 0.95 of the sheet, brushes from the thinnest to the thickest and any place"
        " give counts that are {spread:=} digits apart",
        "Their weakest digit is {weakest:=}, {small_weakest:=} and {large_weakest:=} %",
        form("0, slashed", "slashed_0"),
        form("1 with a long upstroke", "upstroke_1"),
        form("1 with a foot", "foot_1"),
        form("2 with a looped foot", "looped_2"),
        form("4, open", "open_4"),
        form("4, closed", "closed_4"),
        form("7, crossed", "crossed_7"),
        form("9 with a curved tail", "tail_9"),
        "| pen digits: without doubt, and right then"
        " | {small_pens_sure:=} %, {small_pens_right:=} % of them"
        " | {large_pens_sure:=} %, {large_pens_right:=} % of them |",
        "| pen digits: in doubt / no digit | {small_pens_doubt:=} / {small_pens_none:=} %"
        " | {large_pens_doubt:=} / {large_pens_none:=} % |",
        "| MNIST test images: without doubt, and right then"
        " | {small_mnist_sure:=} %, {small_mnist_right:=} % of them"
        " | {large_mnist_sure:=} %, {large_mnist_right:=} % of them |",
        "| generated scribbles, letters and signs: without doubt / in doubt / no digit"
        " | {small_strange_sure:=} / {small_strange_doubt:=} / {small_strange_none:=} %"
        " | {large_strange_sure:=} / {large_strange_doubt:=} / {large_strange_none:=} % |",
    ]),
    "pictures": Group("digits found in pictures", "seven minutes", measure.pictures, [
        pictures(name) for name in (
            "clean", "tight", "frame at the edge", "frame inside", "ruled", "squared", "shadow's edge",
            "strong gradient", "vignette", "noise 20", "specks", "card on a table", "thin line",
            "low contrast", "colours", "transparent", "three in a row", "note on paper", "button",
            "underlined", "box around a row", "form cells", "small in a large", "large and small",
            "two that touch", "blurred", "strong JPEG", "uneven pressure", "school book",
            "shadow of a hand", "turned card", "photo of a card")
    ]),
    "fresh": Group("one network of each kind trained anew", "a minute", measure.fresh, [
        "| all of it, upright, as the window and `./run train --seed N` have it: 50 epochs, two threads"
        " | {fresh_mnist:+-0.5} +- {:any} % | | |",
        "| straightened built-in strokes alone, augmented, 120 epochs | {fresh_strokes_mnist:+-2} +- {:any} %"
        " | {fresh_strokes_pens:+-1} +- {:any} % | {fresh_strokes_second:+-1} +- {:any} % |",
    ]),
    "recipe": Group("what the default training costs", "half a minute", measure.recipe, [
        "| the default recipe, as the window and `./run train` have it: {recipe_epochs:=} epochs of"
        " {recipe_images:=} images, each changed anew, two threads | {recipe_s:x1.3} s |",
    ]),
    "writers": Group("ten digits of one writer", "two minutes", measure.writers, [
        "raise the default network's score on the rest of that writer's digits from {before:=} to"
        " {after:+-0.1} % (mean of the 40 writers with the most digits; {rose:+-2} rose,"
        " {fell:+-2} fell), and MNIST falls from {mnist_before:=} to {mnist_after:+-0.1} %",
    ]),
    "read": Group("networks trained from five seeds", "half an hour", measure.read, [
        trained("MNIST, 60 epochs; drawings as they lie on the sheet", "raw", "+-2"),
        trained("drawings fitted and centred", "fitted", "+-1"),
        trained("images and drawings straightened, too", "straightened"),
        trained("and augmented", "augmented"),
        trained("straightened, MNIST and built-in strokes, not augmented", "strokes_too"),
        trained("all of it", "all"),
        trained("all of it, upright, as the window and `./run train --seed N` have it: 50 epochs, two threads",
                "window", None),
        trained("straightened built-in strokes alone, augmented, 120 epochs", "strokes"),
        trained("as it ships: all of it, upright, 400 epochs", "small"),
        trained("**784-256-128-10** as it ships, but straightened", "large"),
    ]),
    "speed": Group("./run bench", "a minute", measure.speed, [
        "On two cores of an {machine:text} with AVX-512",
        "with augmentation an epoch takes longer: {price_small:x1.25} times for the default network,"
        " {price_wide:x1.25} for 784-128-64-10, {price_512:x1.25} for 784-512-10",
        "| one epoch of 60,000 images, one thread / two | {epoch_1:x1.5} ms / {epoch_2:x1.5} ms |",
        "| training time from random weights to 94 / 95 / 96 % (two threads, median of 10 seeds)"
        " | {to_94:x2} / {to_95:x2} / {to_96:x2} ms; {seeds_94:+-2}, {seeds_95:+-2} and"
        " {seeds_96:+-2} of the seeds get there in 5, 12 and 60 epochs |",
        "| a drawing's strokes to outputs / 784 bytes to outputs"
        " | {drawing_us:x1.5} / {bytes_us:x1.5} microseconds |",
        "| MNIST loaded from gzip | {load_ms:x1.5} ms |",
        "| start to first frame, under Xvfb, software renderer | {first_frame_ms:x1.5} ms |",
        "| peak memory, data loaded and networks trained | {peak_mb:x1.1} MB |",
        "| 784-128-64-10, one thread, as if no pixel were skipped"
        " | {dense:+-8} % of the core's FP32 peak |",
    ]),
    "draw": Group("./run bench-draw", "four minutes", measure.draw, [
        "drawing with 1,000 motions a second (software renderer, 1280x800)"
        " | {frame_within:+-1} % under 16.7 ms, median"
        " {frame_median:x1.5} ms, 99th percentile {frame_p99:x1.5} ms; {drawn:text} |",
        "| the same with each view of the laboratory open | {views_within[]:+-1} % under 16.7 ms,"
        " medians {views_median[]:x1.5} ms, 99th percentiles {views_p99[]:x1.5} ms |",
        "| from a motion of the mouse to its ink on the screen, training at the same time, with the"
        " default network and with 784-128-64-10 | {pixel_within[]:+-2} % under 16 ms, medians"
        " {pixel_median[]:x1.5} ms, 95th percentiles {pixel_p95[]:x1.5} ms |",
    ]),
    "peers": Group("./run bench-peers", "ten minutes", measure.peers, [
        "MNIST's {peer_images:=} images an epoch as they lie, none changed",
        peer("FANN", "fann"),
        peer("numpy with OpenBLAS", "numpy"),
        peer("PyTorch", "torch"),
        peer("scikit-learn", "sklearn"),
        "After these six epochs Inkling knows {inkling_knows:+-0.5} % of the test images, FANN"
        " {fann_knows:+-0.5}, numpy {numpy_knows:+-0.5}, PyTorch {torch_knows:+-1} and scikit-learn"
        " {sklearn_knows:+-0.5} %",
    ]),
}

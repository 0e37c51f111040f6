"""Inkling: inkling_peer.py PROGRAM EPOCHS [OPTION]..., the options being those of train. Prints as peer.py
says; the images of an epoch and how they are changed are what the program tells of them."""
import json
import subprocess
import sys


def main():
    program, epochs, *options = sys.argv[1:]
    told = subprocess.run(
        [program, "train", "--json", "--threads", "1", "--epochs", epochs, *options],
        stdout=subprocess.PIPE, text=True, check=True).stdout
    *lines, done = map(json.loads, told.splitlines())
    after = [0] + [line["seconds"] for line in lines]
    seconds = [end - begin for begin, end in zip(after, after[1:])]
    print("Inkling", "defaults", done["images"], done["augmentation"] or "none",
          f"{lines[-1]['test_accuracy']:.4f}", " ".join(f"{s:.5f}" for s in seconds), sep="\t")


main()

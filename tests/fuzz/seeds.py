"""Small whole files for each fuzzer to begin with: seeds.py FOLDER, a folder a fuzzer within it.

"""
import gzip
import io
import json
import math
import os
import struct
import sys
import zipfile
import zlib

folder = sys.argv[1]


def seed(fuzzer, name, data):
    os.makedirs(os.path.join(folder, fuzzer), exist_ok=True)
    with open(os.path.join(folder, fuzzer, name), "wb") as out:
        out.write(data if isinstance(data, bytes) else data.encode())


def foreign(meta, *tensors):
    """A safetensors file of any tensors, each (name, type, shape, bytes)."""
    header, data = {"__metadata__": meta}, b""
    for name, kind, shape, numbers in tensors:
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header, separators=(",", ":"))
    return struct.pack("<Q", len(text)) + text.encode() + data


CURVES = "epoch,train_cost,train_accuracy,test_cost,test_accuracy\n0,,,2.3,0.1\n1,0.5,0.85,0.31,0.913\n"


def network(hidden, meta, moments=0):
    """A safetensors file of layers 784-hidden-10, and so many moments of its run."""
    header, at = {"__metadata__": meta} if meta else {}, 0
    sizes = [784, *hidden, 10]
    for of, before in ("", []), ("moments.", [moments]):
        if before == [0]:
            break
        for layer, (width, to) in enumerate(zip(sizes, sizes[1:])):
            for part, shape in ("weight", [*before, to, width]), ("bias", [*before, to]):
                end = at + 4 * math.prod(shape)
                header[f"{of}layers.{layer}.{part}"] = {"dtype": "F32", "shape": shape, "data_offsets": [at, end]}
                at = end
    text = json.dumps(header, separators=(",", ":"))
    text += " " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text.encode() + struct.pack("<f", 0.25) * (at // 4)


META = {"format": "inkling 1", "layers": "784-1-10", "activation": "sigmoid", "preparation": "fitted",
        "data": "MNIST", "cost": "squared", "seed": "7", "epochs": "3", "minibatch": "10", "threads": "2",
        "rate": "0.5", "first_layer": "0.3", "decay": "0", "test_accuracy": "0.913", "curves": CURVES}
seed("net", "ours", network([1], META))
seed("net", "foreign", network([2], None))
seed("net", "run", network([1], {**META, "moments": "done,minibatch,cost\n0,0,\n0.25,3,2.3\n1,12,0.5\n",
                                 "run_epochs": "3", "run_minibatches": "12"}, 3))
seed("net", "halves", foreign(
    {"activation": "sigmoid"}, ("fc1.bias", "BF16", [1], bytes(2)), ("fc1.kernel", "F16", [784, 1], bytes(1568)),
    ("fc2.kernel", "F64", [1, 10], bytes(80)), ("fc2.bias", "F32", [10, 1], bytes(40)), ("step", "I64", [], bytes(8))))
seed("net", "numbered", foreign({}, *((f"arr_{n}", "F16", shape, bytes(2 * math.prod(shape))) for n, shape in enumerate(
    ([2, 784], [2], [2, 2], [2], [10, 2], [10])))))


def zipped(method, **files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/")), data)
    return out.getvalue()


def array(kind, shape, data, order="False"):
    """An .npy of numpy."""
    text = f"{{'descr': '{kind}', 'fortran_order': {order}, 'shape': {shape}, }}\n"
    return b"\x93NUMPY\1\0" + struct.pack("<H", len(text)) + text.encode() + data


seed("net", "npz", zipped(zipfile.ZIP_DEFLATED, **{
    "w1.npy": array("<f4", "(1, 784)", bytes(3136)), "b1.npy": array("<f4", "(1,)", bytes(4)),
    "w2.npy": array("<f8", "(10, 1)", bytes(80), "True"), "b2.npy": array("<f2", "(10,)", bytes(20)),
    "activation.npy": array("<U7", "()", "sigmoid".encode("utf-32-le"))}))

seed("curves", "two", CURVES)
for text in "16,16", "1", "512,1,300,7":
    seed("shape", text, text)

LINES = "7 me 0,0 1000,0 300,1000\n0 me 3,4;5,6 7,8\n"
for fuzzer in "digits", "own":
    seed(fuzzer, "two", LINES)
    seed(fuzzer, "unlabelled", "? unipen-a 0,0 1000,10\n")
    seed(fuzzer, "torn", LINES + "1 me 0,0 5")
seed("strokes", "lines", "\xef\xbb\xbf".encode("latin1") + b"7 me 0.5,0 3,4;5,6\r\n\r\n")
seed("strokes", "groups.inkml", """<?xml version="1.0"?><ink><!-- c --><traceFormat><channel name="X"/><channel name="Y"
orientation="-ve"/></traceFormat><trace id="1">1 2, '3 -4, "1 1, * *, !5 6</trace><traceGroup><annotation type="truth">3</annotation>
<traceView traceDataRef="#1"/><trace type="penUp">1 1</trace><trace>5 6</trace></traceGroup></ink>""")
seed("strokes", "one.inkml", "<ink><annotation>4</annotation><trace>0 0 T, 9 9 F</trace></ink>")
seed("strokes", "unipen", ".COORD X Y T\n.SEGMENT DIGIT 0-2 OK \"8\"\n.PEN_DOWN\n1 2 3\n4 5.5 6\n.PEN_UP\n.PEN_DOWN\n7 -8 9\n"
     ".SEGMENT DIGIT ? \"1\"\n.PEN_DOWN\n1 1 1\n2 2 2\n")

LABELS = struct.pack(">II", 0x801, 2) + bytes([3, 9])
IMAGES = struct.pack(">IIII", 0x803, 2, 28, 28) + bytes(range(256)) * 6 + bytes(32)
seed("idx", "plain", bytes([len(LABELS)]) + LABELS + IMAGES)
packed = [gzip.compress(part, mtime=0) for part in (LABELS, IMAGES)]
seed("idx", "gzip", bytes([len(packed[0])]) + packed[0] + packed[1])

for level in 0, 1, 9:
    seed("gzip", f"level-{level}", gzip.compress(LINES.encode() * 20, level, mtime=0))
seed("gzip", "plain", LINES)
header = b"\x1f\x8b\x08\x1e" + bytes(4) + b"\x00\x03" + struct.pack("<H", 2) + b"xy" + b"name\0comment\0"
checked = header + struct.pack("<H", zlib.crc32(header) & 0xFFFF)
seed("gzip", "all-fields", checked + b"\x03\x00" + bytes(8))

seed("gzip", "members", gzip.compress(LINES.encode(), mtime=0) * 3 + bytes(5))
seed("idx", "rows", bytes([12 + 64]) + struct.pack(">IIII", 0xc02, 2, 8, 3) + bytes(28) + struct.pack(">I", 9) + bytes(28) + IMAGES)
for name, line_end, part, names in ("plain", "\n", ",", ""), ("named", "\r\n", ";", "label" + ";pixel" * 784 + "\r\n"):
    seed("csv", name, names + line_end.join(part.join(["7", *(str(i % 256) for i in range(784))]) for _ in range(2)))
seed("csv", "unlabelled", ",".join(["0.0"] * 784) + "\n")
for name, method in ("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED):
    seed("zip", name, zipped(method, a__b=b"abc" * 9, c=b""))


def png(colour, depth, row, more=b""):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 4, 2, depth, colour, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + row) * 2))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + more + pixels + chunk(b"IEND", b"")


PALETTE = struct.pack(">I", 6) + b"PLTE" + b"\0\0\0\xff\xff\xff" + struct.pack(
    ">I", zlib.crc32(b"PLTE\0\0\0\xff\xff\xff"))
seed("picture", "grey.png", png(0, 8, bytes([0, 80, 160, 255])))
seed("picture", "rgba.png", png(6, 8, bytes(range(16))))
seed("picture", "rgb16.png", png(2, 16, bytes(range(24))))
seed("picture", "palette.png", png(3, 1, b"\x50", PALETTE))
seed("picture", "p2.pgm", "P2\n# a comment\n2 2\n255\n0 255 128 3\n")
seed("picture", "p5.pgm", b"P5 2 2 255\n\x00\xff\x80\x03")
seed("picture", "p5-16.pgm", b"P5 2 1 65535\n\x00\xff\x80\x03")


def bmp(bits, height, palette, rows, compression=0):
    begin = 54 + len(palette)
    head = struct.pack("<2sIIIIiiHHIIiiII", b"BM", begin + len(rows), 0, begin, 40, 2, height, 1, bits,
                       compression, len(rows), 0, 0, 0, 0)
    return head + palette + rows


seed("picture", "1.bmp", bmp(1, 2, bytes(4) + b"\xff\xff\xff\0", b"\x80\0\0\0\x40\0\0\0"))
seed("picture", "8.bmp", bmp(8, -1, bytes(range(256)) * 4, b"\x00\xff\0\0"))
seed("picture", "24.bmp", bmp(24, 1, b"", bytes(range(8))))
seed("picture", "32.bmp", bmp(32, 1, struct.pack("<III", 0xFF0000, 0xFF00, 0xFF), bytes(range(8)), 3))

# Tiny ones of what others decode: a JPEG of one scan, a lossless WebP, a GIF; and EXIF that turns.
EXIF = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06" + bytes(6)
JPEG = (b"\xff\xe1" + struct.pack(">H", 8 + len(EXIF)) + b"Exif\0\0" + EXIF
        + b"\xff\xdb\0\x43\0" + b"\x10" * 64 + b"\xff\xc0\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0"
        + b"\xff\xc4\0\x14\0\x01" + bytes(15) + b"\x03" + b"\xff\xc4\0\x14\x10\x01" + bytes(16)
        + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x37\xff\xd9")
seed("picture", "exif.jpg", b"\xff\xd8" + JPEG)
WEBP = bytes.fromhex("2f010000000f1007fc1fc0f98f0a1588e87f0000")[:19] + b"\0"
seed("picture", "exif.webp", b"RIFF" + struct.pack("<I", 40 + len(EXIF)) + b"WEBPVP8L" + struct.pack("<I", 19)
     + WEBP + b"EXIF" + struct.pack("<I", len(EXIF)) + EXIF)
seed("picture", "alpha.gif", b"GIF89a\2\0\1\0\x80\0\0\xff\0\0\0\0\xff!\xf9\4\1\0\0\1\0,"
     b"\0\0\0\0\2\0\1\0\0\2\2\x44\x0a\0;")
seed("picture", "rle.bmp", bmp(8, 2, bytes(12), b"\3\1\0\0\2\2\1\0\0\1", 1))
seed("picture", "p1.pbm", "P1 4 2 1010 0101")
seed("picture", "p4.pbm", b"P4 10 2\n\xa0\x7f\x55\x80")
seed("picture", "p6.ppm", b"P6 2 1 255\n\xff\0\x80\0\xff\xff")
seed("picture", "p7.pam", b"P7\nWIDTH 2\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n" + bytes(8))

seed("clipboard", "address", "file:///a%20b/c.png\r\nfile:///d")
seed("clipboard", "path", " /a/b c.png\n")

def seen(width, height, ink):
    """Two bytes of size, one of preparation, and pixels: black where `ink` says so."""
    rows = [[ink(x / width, y / height) for x in range(width)] for y in range(height)]
    pixels = b"".join(b"\0\0\0\xff" if dark else b"\xff\xff\xff\xff" for row in rows for dark in row)
    return bytes([width - 1, height - 1, 2]) + pixels


seed("found", "seven", seen(40, 40, lambda x, y: 0.3 < x < 0.7 and 0.2 < y < 0.3 or 0.6 < x < 0.7 and 0.2 < y < 0.8))
seed("found", "bars", seen(90, 30, lambda x, y: int(10 * x) % 3 == 1 and 0.2 < y < 0.8))
seed("found", "framed", seen(60, 50, lambda x, y: min(x, y, 0.97 - x, 0.97 - y) < 0.03 or 0.45 < x < 0.52 and 0.2 < y < 0.8))
seed("found", "grain", bytes([63, 63, 1]) + bytes(x * x * 7 % 251 for x in range(997)))

seed("options", "all", "\n".join(
    "--sources mnist,strokes,mine --hidden 20,10 --epochs 3 --batch=32 --rate 0.5 --first-layer 0.3 --decay 1e-4 --cost squared "
    "--seed 18446744073709551615 --threads 2 --augment 0.5 --turn 7 --no-digit 0.1 --strokes 100 --prepare "
    "fitted --held-out --json --out x".split()))
seed("options", "wrong", "--epochs\nthree\n-x\n--help=1\n--\nfile")

seed("session", "strokes", json.dumps({
    "version": 1, "tool": "eraser", "brush": 2.5, "rate": 0.5, "first_layer": 0.3, "minibatch": 10, "epochs": 3, "seed": 7, "layers": "16,16",
    "cost": "squared", "preparation": "fitted", "network": "/a.safetensors", "network_file": "session-1.safetensors",
    "changed": True, "window_w": 1000, "window_h": 700,
    "strokes": [{"tool": "pen", "width": 2, "points": [1, 2, 3.5, 4]}]}))

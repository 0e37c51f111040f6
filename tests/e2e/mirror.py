"""A mirror of MNIST on the loopback address: mirror.py FOLDER PORT-FILE HOLD-FILE.

Serves the folder, and writes its port into PORT-FILE. While there is a HOLD-FILE, requests for all
but train-images wait, so that a test can look at a download that is under way.
"""
import functools
import http.server
import os
import sys
import time

folder, port_file, hold_file = sys.argv[1:]


class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        while os.path.exists(hold_file) and "train-images" not in self.path:
            time.sleep(0.02)
        super().do_GET()


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
server.daemon_threads = True
with open(port_file + ".new", "w") as out:
    print(server.server_port, file=out)
os.rename(port_file + ".new", port_file)
server.serve_forever()

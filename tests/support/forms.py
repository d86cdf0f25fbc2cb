"""Forms with files, byte by byte."""

import zlib

BOUNDARY = "----test7MA4YWxk"
FORM = ("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")


def png(size=100):
    """An image as far as its first bytes tell, of `size` bytes."""
    seed = zlib.crc32(str(size).encode()).to_bytes(4, "big")
    return (b"\x89PNG\r\n\x1a\n" + seed * (size // 4 + 1))[:size]


def file_part(content, name="cat.png", kind="image/png", field="file"):
    claimed = f"Content-Type: {kind}\r\n" if kind else ""
    return (f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; "
            f"filename=\"{name}\"\r\n{claimed}\r\n").encode() + content + b"\r\n"


def field_part(name, value):
    return (f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"
            f"{value}\r\n").encode()


def form(*parts):
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()

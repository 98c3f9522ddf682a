"""Pictures made when they are needed: grainy ones, which take as many bytes as a photo does."""

from __future__ import annotations

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 960, 640
BYTES = 198_800
"""What one picture should take; six of them are 1.19 MB, as in the study the goals come from."""


def picture(number: int, place: int) -> bytes:
    """A JPEG of about `BYTES`, the same for the same module number and place in it."""
    random = Random(number * 1000 + place)
    grain = Image.frombytes("L", (WIDTH // 2, HEIGHT // 2), random.randbytes(WIDTH * HEIGHT // 4))
    slope = Image.linear_gradient("L").rotate(random.randrange(360)).resize((WIDTH, HEIGHT))
    base = Image.blend(slope, grain.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR), 0.45)
    tints = [tuple(random.randrange(*shades) for _ in range(3)) for shades in ((0, 80), (170, 256))]
    dark, bright = (Image.new("RGB", base.size, tint) for tint in tints)
    colours = Image.composite(dark, bright, base)
    ImageDraw.Draw(colours).text((40, 40), f"{number}/{place}", fill="white", font_size=64)
    return _near_size(colours)


def _near_size(image: Image.Image) -> bytes:
    """The best JPEG that is not larger than `BYTES`."""
    low, high = 5, 100
    best = b""
    while low < high:
        quality = (low + high) // 2
        out = BytesIO()
        image.save(out, "JPEG", quality=quality)
        if out.tell() <= BYTES:
            best, low = out.getvalue(), quality + 1
        else:
            high = quality
    return best

"""Makes the font pair that the program embeds: NotoSansSC-Regular.ttf and
NotoSansSC-Bold.ttf, with the characters of GBK.

    python3 mk.py FOLDER

Reads Debian's fonts-noto-cjk (collections of CFF fonts), needs
python3-fonttools. The outlines become TrueType ones, because the PDF writer
takes no others. Both weights are made side by side, in about 20 seconds. Files
that are newer than this script are kept.
"""

import os
import sys
from multiprocessing import Process

try:
    from fontTools import subset
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont, newTable
except ModuleNotFoundError:
    # Debian's package serves Debian's python3, which may not be the first one.
    debian = "/usr/bin/python3"
    if os.path.exists(debian) and not os.path.samefile(sys.executable, debian):
        os.execv(debian, [debian] + sys.argv)
    sys.exit("fontTools is missing: apt-get install python3-fonttools")

SOURCE = "/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc"
SIMPLIFIED = 2  # index of the SC face in the collection

SYMBOLS = (
    "￥¥％‰–—…“”‘’•·−←↑↓→↗↘▲▼△▽▸▾★☆●○■□◆◇✓✗✔✘≥≤≠±×÷≈∞°℃㎡㎏€£©®™\u200b\u3000\ufffd"
)


def characters():
    """GBK, Latin-1, and the marks that charts, tables and logs use."""
    chars = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(map(ord, SYMBOLS))
    for first, last in ((0x3000, 0x30FF), (0xFF00, 0xFFEF), (0x2460, 0x24FE), (0x2500, 0x257F)):
        chars |= set(range(first, last + 1))
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            try:
                chars.add(ord(bytes([high, low]).decode("gbk")))
            except UnicodeDecodeError:
                pass
    return chars


def make(weight, path):
    font = TTFont(SOURCE % weight, fontNumber=SIMPLIFIED, lazy=True)
    options = subset.Options()
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    to_truetype(font)
    part = path + ".part"
    font.save(part)
    os.replace(part, path)
    print("%s: %.1f MB, %d glyphs" % (path, os.path.getsize(path) / 1e6, len(font.getGlyphOrder())))


def to_truetype(font):
    """Replaces the cubic outlines by quadratic ones, at most one unit away."""
    order, outlines = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()

    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    glyf.compile(font)

    metrics = font["hmtx"]
    for name in order:
        if hasattr(glyf[name], "xMin"):
            metrics[name] = (metrics[name][0], glyf[name].xMin)

    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.numGlyphs = len(order)
    maxp.maxZones = 1
    for field in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
    ):
        setattr(maxp, field, 0)
    maxp.maxComponentElements = max(len(getattr(g, "components", ())) for g in glyphs.values())
    maxp.compile(font)

    post = font["post"]
    post.formatType = 3.0
    post.extraNames, post.mapping, post.glyphOrder = [], {}, order
    font.sfntVersion = "\000\001\000\000"


def main(folder):
    os.makedirs(folder, exist_ok=True)
    work = []
    for weight in ("Regular", "Bold"):
        path = os.path.join(folder, "NotoSansSC-%s.ttf" % weight)
        if os.path.exists(path) and os.path.getmtime(path) >= os.path.getmtime(__file__):
            print(path + ": kept")
            continue
        if not os.path.exists(SOURCE % weight):
            sys.exit("%s is missing: apt-get install fonts-noto-cjk" % (SOURCE % weight))
        work.append(Process(target=make, args=(weight, path)))
    for p in work:
        p.start()
    for p in work:
        p.join()
    if any(p.exitcode for p in work):
        sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

"""Makes the fonts that the program embeds: NotoSansSC-Regular.ttf and
NotoSansSC-Bold.ttf, with the characters of GBK and the rare ones of the table of
general standard Chinese characters, and Symbols.ttf with emoji in one colour.

    python3 mk.py FOLDER

Reads Debian's fonts-noto-cjk (collections of CFF fonts) and fonts-symbola, needs
python3-fonttools. The outlines become TrueType ones, because the PDF writer
takes no others. All are made side by side, in about 20 seconds. Files that are
newer than this script are kept.
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

# What names of people and places need beyond GBK: the rest of the table of
# general standard Chinese characters (2013), and 𠮷.
RARE = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮"
    "䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮鿍鿎鿏"
    "𠅤𠙶𠮷𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗"
    "𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭"
    "𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘"
    "𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩"
    "𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)

PICTURES = "/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"

# Arrows, technical and other signs, dingbats, game tiles, emoji.
PICTURE_BLOCKS = (
    (0x2190, 0x21FF),
    (0x2300, 0x23FF),
    (0x2600, 0x27BF),
    (0x2B00, 0x2BFF),
    (0x1F000, 0x1F02B),
    (0x1F100, 0x1F1FF),
    (0x1F300, 0x1F64F),
    (0x1F680, 0x1F6FF),
    (0x1F900, 0x1F9FF),
)


def characters():
    """GBK and RARE, Latin-1, and the marks that charts, tables and logs use."""
    chars = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(map(ord, SYMBOLS + RARE))
    for first, last in ((0x3000, 0x30FF), (0xFF00, 0xFFEF), (0x2460, 0x24FE), (0x2500, 0x257F)):
        chars |= set(range(first, last + 1))
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            try:
                chars.add(ord(bytes([high, low]).decode("gbk")))
            except UnicodeDecodeError:
                pass
    return chars


def reduce(font, chars, features):
    """Leaves of a font the outlines of chars, unhinted."""
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=chars)
    subsetter.subset(font)


def make_text(weight, path):
    font = TTFont(SOURCE % weight, fontNumber=SIMPLIFIED, lazy=True)
    reduce(font, characters(), ["kern"])
    to_truetype(font)
    save(font, path)


def make_pictures(path):
    font = TTFont(PICTURES)
    reduce(font, [c for first, last in PICTURE_BLOCKS for c in range(first, last + 1)], [])
    save(font, path)


def save(font, path):
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
    for name, source, package, make in (
        ("NotoSansSC-Regular", SOURCE % "Regular", "fonts-noto-cjk", lambda p: make_text("Regular", p)),
        ("NotoSansSC-Bold", SOURCE % "Bold", "fonts-noto-cjk", lambda p: make_text("Bold", p)),
        ("Symbols", PICTURES, "fonts-symbola", make_pictures),
    ):
        path = os.path.join(folder, name + ".ttf")
        if os.path.exists(path) and os.path.getmtime(path) >= os.path.getmtime(__file__):
            print(path + ": kept")
            continue
        if not os.path.exists(source):
            sys.exit("%s is missing: apt-get install %s" % (source, package))
        work.append(Process(target=make, args=(path,)))
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

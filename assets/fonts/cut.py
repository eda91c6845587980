#!/usr/bin/python3
"""Cut one face to the characters that a Chinese office document needs.

usage: cut.py SRC OUT LEVEL [--name "Family"] [--without CHARACTERS] [--face NAME] [--cff]

LEVEL  common  the 8105 standard characters, GB2312, Latin, and Big5 level 1 (common Traditional)
       wide    common, GBK, and the symbols, radicals and compatibility forms that pasted text brings
       all     whatever the face has in the Basic Multilingual Plane, but for private use
       rare    the standard characters beyond that plane, each also at a private-use code point from
               U+E000 up: the (3,1) map has the private code points, the (3,10) map the real ones

Outlines in CFF form become TrueType ones, since the PDF writer takes no CFF; with --cff they stay, for the
window. --face takes the face of that name out of a collection. --name renames the face,
as licences with reserved names ask; --without leaves characters to the next face. The same input gives the same bytes.

Needs Debian's python3-fonttools and unicode-data.
"""
import argparse
import bz2
import glob

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.roundingPen import RoundingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

# Nothing here shapes, hints or sets vertically.
DROP = "GSUB GPOS GDEF BASE vhea vmtx VORG DSIG kern meta STAT gasp prep fpgm".split() + ["cvt "]
NAMES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17]
NOTE = "Cut for the program nianbao; see README.md beside it."
# Signs of office writing that GB2312 lacks.
SIGNS = "龑‐‑–†‡•※℉№℡™⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳≤≥㎡㎏㎎㎜㎝㎞㏄￥☑√□■䶮㛃㎥✓✔☐☒▪●〇"
# General punctuation to geometric shapes, radicals, kana to squared words, compatibility and full-width forms.
BLOCKS = [(0x370, 0x451), (0x2010, 0x2060), (0x2070, 0x20BF), (0x2100, 0x27BF), (0x2E80, 0x2FDF),
          (0x3000, 0x312F), (0x3200, 0x33FF), (0xF900, 0xFAFF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF)]
PRIVATE = 0xE000


def standard():
    """The 8105 characters of 通用规范汉字表: Unihan's property kTGH."""
    found = set()
    for path in glob.glob("/usr/share/unicode/Unihan_*.bz2"):
        with bz2.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                point, _, rest = line.partition("\t")
                if rest.startswith("kTGH\t"):
                    found.add(int(point[2:], 16))
    if len(found) != 8105:
        raise SystemExit(f"unicode-data gives {len(found)} standard characters, not 8105: is it installed?")
    return found


def double_byte(codec, first, second):
    """Every character that a two-byte codec holds, its private-use ones left out."""
    found = set()
    for lead in range(*first):
        for trail in range(*second):
            try:
                char = bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(char) == 1 and not 0xE000 <= ord(char) <= 0xF8FF:
                found.add(ord(char))
    return found


def characters(level, font):
    if level == "rare":
        return {c for c in standard() if c > 0xFFFF}
    if level == "all":
        return {c for c in font.getBestCmap() if 0x20 <= c < 0x7F or 0xA0 <= c < 0xE000 or 0xF900 <= c <= 0xFFFF}
    chars = {c for c in standard() if c <= 0xFFFF} | {ord(c) for c in SIGNS}
    chars |= set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) - {0xAD}
    chars |= double_byte("gb2312", (0xA1, 0xF8), (0xA1, 0xFF))
    chars |= double_byte("big5", (0xA1, 0xC7), (0x40, 0xFF))
    if level == "wide":
        chars |= double_byte("gbk", (0x81, 0xFF), (0x40, 0xFF))
        for first, last in BLOCKS:
            chars |= set(range(first, last + 1))
    return chars


def glyf_outlines(font):
    """Replace the CFF outlines by quadratic ones, off by one unit at most."""
    glyph_set, order, glyphs = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    for name in order:
        glyphs[name].recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyphs[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in ("maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                  "maxSizeOfInstructions maxPoints maxContours maxCompositePoints maxCompositeContours "
                  "maxComponentElements maxComponentDepth").split():
        setattr(maxp, field, 0)
    font["post"].formatType = 3.0
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "\x00\x01\x00\x00"


def boxes(font):
    """Draw the ticked boxes of forms, which no face here has, from □, ✓ and ×, each centred in the box."""
    glyph_set, cmap, glyf = font.getGlyphSet(), font.getBestCmap(), font["glyf"]
    box = cmap[ord("□")]
    middle = (glyf[box].xMin + glyf[box].xMax) / 2, (glyf[box].yMin + glyf[box].yMax) / 2
    for char, mark, scale in ("☐", None, 0), ("☑", "✓", 0.66), ("☒", "×", 0.9):
        pen = TTGlyphPen(glyph_set)
        glyph_set[box].draw(pen)
        if mark:
            g = glyf[cmap[ord(mark)]]
            dx, dy = middle[0] - scale * (g.xMin + g.xMax) / 2, middle[1] - scale * (g.yMin + g.yMax) / 2
            glyph_set[cmap[ord(mark)]].draw(TransformPen(RoundingPen(pen), (scale, 0, 0, scale, dx, dy)))
        name = f"uni{ord(char):04X}"
        glyf[name] = pen.glyph()
        glyf[name].recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][box][0], glyf[name].xMin)
        for table in font["cmap"].tables:
            if table.format in (4, 12):
                table.cmap[ord(char)] = name


def submap(form, encoding, points):
    table = CmapSubtable.newSubtable(form)
    table.platformID, table.platEncID, table.language, table.cmap = 3, encoding, 0, points
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("src")
    parser.add_argument("out")
    parser.add_argument("level", choices=["common", "wide", "all", "rare"])
    parser.add_argument("--name")
    parser.add_argument("--without", default="")
    parser.add_argument("--face")
    parser.add_argument("--cff", action="store_true")
    args = parser.parse_args()

    options = subset.Options()
    options.layout_features, options.hinting, options.glyph_names = [], False, False
    options.name_IDs, options.name_languages, options.notdef_outline = NAMES, ["*"], True
    options.recalc_timestamp = False
    options.drop_tables += DROP
    if args.face:
        names = [face["name"].getDebugName(4) for face in TTCollection(args.src, lazy=True)]
        options.font_number = names.index(args.face)
    font = subset.load_font(args.src, options)
    if "CFF " in font and not args.cff:
        glyf_outlines(font)
    if args.level == "wide":
        boxes(font)
    chars = characters(args.level, font) - {ord(c) for c in args.without}
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=chars)
    cutter.subset(font)

    glyphs = font.getBestCmap()
    if args.level == "rare":
        if set(glyphs) != chars:
            raise SystemExit(f"{args.src} lacks {len(chars - set(glyphs))} of the rare characters")
        private = {PRIVATE + i: glyphs[c] for i, c in enumerate(sorted(chars))}
        font["cmap"].tables = [submap(4, 1, private), submap(12, 10, {**private, **glyphs})]
    else:
        font["cmap"].tables = [submap(4, 1, glyphs)]
    names = font["name"]
    if args.name:
        names.names = [n for n in names.names if n.nameID not in (1, 4, 16, 17) or n.langID in (0, 0x409)]
        for record in names.names:
            if record.nameID in (1, 3, 4, 16):
                record.string = args.name
            elif record.nameID == 6:
                record.string = args.name.replace(" ", "")
    names.setName(NOTE, 10, 3, 1, 0x409)
    subset.save_font(font, args.out, options)
    print(args.out, font["maxp"].numGlyphs, "glyphs,", len(glyphs), "characters")


if __name__ == "__main__":
    main()

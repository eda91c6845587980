#!/usr/bin/python3
"""Write simplified.txt: a line for each Traditional character with its one Simplified form.

From Unihan's kSimplifiedVariant (Debian's unicode-data). Where there are several forms the
first stands: the list serves to compare words, never to rewrite a clerk's text.
"""
import bz2
import glob
import os

pairs = {}
for path in glob.glob("/usr/share/unicode/Unihan_Variants*.bz2"):
    with bz2.open(path, "rt", encoding="utf8") as f:
        for line in f:
            if not line.startswith("U+"):
                continue
            point, _, rest = line.rstrip("\n").partition("\t")
            field, _, value = rest.partition("\t")
            if field != "kSimplifiedVariant":
                continue
            have = chr(int(point[2:], 16))
            want = [c for c in (chr(int(v[2:], 16)) for v in value.split()) if c != have]
            if want and max(ord(have), ord(want[0])) < 0x10000:
                pairs[have] = want[0]
# Forms that Hong Kong and Taiwan print, and Unihan counts otherwise.
pairs.update({"羣": "群", "佔": "占", "週": "周", "遊": "游", "説": "说", "佈": "布", "裏": "里", "爲": "为", "衆": "众", "眾": "众", "諮": "咨", "籤": "签", "蹟": "迹"})
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "simplified.txt"), "w", encoding="utf8") as out:
    for have in sorted(pairs):
        if have != pairs[have]:
            out.write(have + pairs[have] + "\n")

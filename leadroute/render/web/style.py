"""How the page looks: light and dark, on screens wide and narrow, and on paper."""

_HUES = ("#3b82c4", "#2f9e77", "#c4703b", "#8a63c9", "#b8508c", "#5f8f2e", "#2f93a8", "#a8862f")

_BASE = """
:root { color-scheme: light dark; --page: #fbfbfa; --ink: #1e2328; --faint: #667; --line: #d9dcdf; --box: #fff;
  --alert: #b3561b; --end: #8b9299; }
@media (prefers-color-scheme: dark) {
  :root { --page: #16191d; --ink: #e6e8ea; --faint: #9aa3ac; --line: #3a4048; --box: #20252b; --alert: #e39a62;
    --end: #7d868f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1900px; background: var(--page); color: var(--ink);
  font: 15px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.3; overflow-wrap: anywhere; }
header p { margin: 0; color: var(--faint); overflow-wrap: anywhere; }
dl { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 14px 0 0; }
dt { color: var(--faint); font-size: 13px; } dd { margin: 0; font-size: 20px; font-weight: 600; line-height: 1.2; }
main { display: grid; gap: 8px 40px; margin-top: 18px; }
@media (min-width: 1300px) {
  main { grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); align-items: start; }
  figure { position: sticky; top: 16px; max-height: calc(100vh - 32px); overflow: auto; }
}
figure { margin: 0; overflow-x: auto; } figcaption { color: var(--faint); font-size: 13px; margin-top: 6px; }
svg { display: block; width: 100%; min-width: 680px; height: auto; }
h2 { margin: 26px 0 6px; padding-bottom: 4px; border-bottom: 1px solid var(--line); font-size: 17px; }
article section:first-child h2 { margin-top: 0; }
h3 { display: flex; justify-content: space-between; gap: 16px; margin: 10px 0 0; font-size: 15px; }
h3 span { overflow-wrap: anywhere; } h3 b { flex: none; font-weight: 500; color: var(--faint); }
h3 b.none { color: var(--alert); }
.entry p { margin: 0; overflow-wrap: anywhere; } .entry { padding: 0 6px; margin: 0 -6px; border-radius: 6px; }
.entry:target { background: var(--box); outline: 2px solid var(--line); } .entry.off { opacity: .6; }
svg text { fill: var(--ink); font-size: 14px; } svg .head { font-size: 14px; font-weight: 600; fill: var(--faint); }
svg .note { font-size: 11px; fill: var(--faint); } svg .count { text-anchor: end; font-weight: 600; }
.box rect { fill: var(--box); stroke: var(--line); stroke-width: 1.2; }
.box.end rect { stroke: var(--end); stroke-dasharray: 5 3; }
.box.off { opacity: .5; } .box.off rect { stroke-dasharray: 3 3; } .box.none .count { fill: var(--alert); }
a:hover .box rect, .box:hover rect { stroke-width: 2.4; }
.band { stroke: var(--end); opacity: .45; } .band.spare { stroke-dasharray: 7 5; }
.band.none { opacity: .3; stroke-dasharray: 2 4; } .band:hover { opacity: .9; }
@media print {
  :root { --page: #fff; --ink: #000; --faint: #444; --line: #bbb; --box: #fff; }
  body { padding: 0; font-size: 12px; max-width: none; } main { display: block; }
  figure { position: static; max-height: none; overflow: visible; }
  figure, .entry { break-inside: avoid; } h2 { break-after: avoid; }
}
"""


def _hues() -> str:
    """One colour a pool; of more pools than colours some share one."""
    return "".join(
        f".band.h{at} {{ stroke: {hue}; }} .box.h{at} rect {{ stroke: {hue}; stroke-width: 1.8; }}\n"
        for at, hue in enumerate(_HUES)
    )


STYLE = _BASE + _hues()

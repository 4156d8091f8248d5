#include "reports/html_style.h"

namespace fineprint {

// Light and dark from one set of names; all text reaches a contrast of 4.5 to 1 on its ground.
std::string_view html_style() {
  static constexpr std::string_view kStyle = R"css(
:root {
  color-scheme: light dark;
  --paper: #faf9f6; --card: #ffffff; --ink: #21252b; --soft: #5c636e; --line: #e2dfd8;
  --link: #1f5a96; --good: #23693f; --mixed: #855300; --bad: #a82e26; --silent: #5c636e;
  --good-bg: #e3f1e7; --mixed-bg: #f8ecd3; --bad-bg: #f9e3e0; --silent-bg: #eeede9;
  --mark: #fdf0c0; --track: #e9e6df; --range: #b9c4d0; --value: #21252b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --card: #1e2126; --ink: #e4e5e7; --soft: #a3a9b3; --line: #343942;
    --link: #8cbcf0; --good: #86d3a0; --mixed: #e6bd74; --bad: #f1a199; --silent: #a3a9b3;
    --good-bg: #1d3a28; --mixed-bg: #40331a; --bad-bg: #462522; --silent-bg: #2b2f36;
    --mark: #4a4220; --track: #30353d; --range: #566474; --value: #f2f2f2;
  }
  .s0 { color: #7fb2ec !important; } .s1 { color: #eba36f !important; } .s2 { color: #7fcfa4 !important; } .s3 { color: #cf9be6 !important; }
  .s4 { color: #f0909f !important; } .s5 { color: #cfca6c !important; } .s6 { color: #7fd0dd !important; } .s7 { color: #b3b7bf !important; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
main, .top, .foot { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
.top { padding-top: 2.5rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .25rem; letter-spacing: -.015em; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: .95rem; margin: 1.25rem 0 .25rem; }
p { margin: .4rem 0; max-width: 46rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.soft, figcaption, caption { color: var(--soft); font-size: .875rem; }
code { font: .85em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
.facts li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .9rem; min-width: 7rem; }
.facts b { display: block; font-size: 1.35rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.facts span { color: var(--soft); font-size: .85rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
thead th { overflow-wrap: normal; font-size: .8rem; font-weight: 600; color: var(--soft); vertical-align: bottom; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.compare { font-size: .92rem; } .compare th, .compare td { overflow-wrap: break-word; padding-left: .4rem; padding-right: .4rem; }
.compare .tone { white-space: nowrap; }
.compare tbody tr:last-child > * { border-bottom: 0; }
.compare tbody tr:hover { background: color-mix(in srgb, var(--silent-bg) 45%, transparent); }
.compare th[scope=row] { min-width: 7rem; font-weight: 600; }
.compare .bar { width: 7rem; }
.grade {
  display: inline-block; width: 1.9em; line-height: 1.9em; border-radius: .4em; text-align: center;
  font-weight: 700;
}
.gA, .gB { color: var(--good); background: var(--good-bg); }
.gC, .gD { color: var(--mixed); background: var(--mixed-bg); }
.gE, .gF { color: var(--bad); background: var(--bad-bg); }
.tone { display: inline-flex; align-items: baseline; gap: .4em; }
.tone::before { content: ""; flex: none; width: .6em; height: .6em; border-radius: 50%; background: currentColor; }
.good { color: var(--good); } .mixed { color: var(--mixed); } .bad { color: var(--bad); } .silent { color: var(--silent); }
.mixed::before { background: linear-gradient(90deg, currentColor 50%, transparent 50%); box-shadow: inset 0 0 0 1.5px currentColor; }
.bad::before { border-radius: 1px; transform: rotate(45deg); }
.silent::before { background: none; box-shadow: inset 0 0 0 1.5px currentColor; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .6rem 0 0; padding: 0; list-style: none; font-size: .85rem; }
.bar { display: block; width: 100%; height: .55rem; border-radius: .3rem; overflow: hidden; margin-top: .3rem; }
.track { fill: var(--track); } .range { fill: var(--range); } .value { fill: var(--value); }
.vendor { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; margin: 1.25rem 0; }
.vendor > summary { cursor: pointer; padding: 1rem 1.25rem; display: grid; grid-template-columns: auto 1fr minmax(9rem, 15rem); gap: .25rem 1rem; align-items: center; list-style: none; }
.vendor > summary::-webkit-details-marker { display: none; }
.vendor > summary h2 { margin: 0; }
.vendor > summary .grade { font-size: 1.5rem; }
.vendor > summary .name::after { content: "Show"; color: var(--link); font-size: .8rem; }
.vendor[open] > summary .name::after { content: ""; }
.total { font-variant-numeric: tabular-nums; } .total b { font-size: 1.35rem; }
.body { padding: 0 1.25rem 1.25rem; scroll-margin-top: 6.5rem; }
.chips { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; margin: 0; padding: .75rem 0; border-top: 1px solid var(--line); }
.chips dt { color: var(--soft); font-size: .8rem; } .chips dd { margin: 0; font-weight: 600; }
.sum .group th { padding-top: 1.1rem; font-size: 1rem; border-bottom: 2px solid var(--line); }
.sum .group td { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid var(--line); }
.sum th[scope=row] { font-weight: 500; width: 26%; }
.sum tfoot th[scope=row], .sum tfoot td { font-weight: 700; border-bottom: 0; font-size: 1.05rem; }
.lost { display: block; font-size: .85rem; }
.quote { margin: .5rem 0 .75rem; padding-left: .8rem; border-left: 3px solid var(--line); max-width: 46rem; }
.quote:target { border-left-color: var(--link); background: color-mix(in srgb, var(--mark) 35%, transparent); }
blockquote { margin: 0; font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; }
.lead { color: var(--soft); }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
.against { border-left-color: var(--bad); }
details details > summary { cursor: pointer; color: var(--link); padding: .15rem 0; width: fit-content; }
td > details > summary { font-size: .85rem; }
.more { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .75rem; }
.more > summary { font-weight: 600; }
.clash { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 1.5rem; border-left: 3px solid var(--bad); padding-left: 1rem; margin: .5rem 0 1rem; }
.clash > p { grid-column: 1 / -1; font-weight: 600; }
.note { background: var(--mixed-bg); border-radius: .4rem; padding: .4rem .8rem; }
.tags { color: var(--soft); font-size: .8rem; margin: -.5rem 0 .75rem .9rem; }
.names { columns: 14rem; padding: 0; list-style: none; margin: .5rem 0; }
.docs td, .method td, .skip td { font-size: .9rem; }
.from-to { display: flex; flex-wrap: wrap; gap: 0 .5em; } .from-to code { font-size: .95em; }
.change { border-top: 1px solid var(--line); padding: .75rem 0; }
.change h4 { margin: 0 0 .35rem; display: flex; flex-wrap: wrap; gap: .1rem .9rem; align-items: baseline; }
.change h4 .soft { font-weight: 400; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0 1.5rem; }
.sides .quote { margin: .25rem 0; } .sides .none { border-left-style: dashed; color: var(--soft); }
.sides .side { font: 600 .75rem/1.6 system-ui, sans-serif; color: var(--soft); text-transform: uppercase; letter-spacing: .04em; }
del { background: var(--bad-bg); color: var(--bad); text-decoration-thickness: 1px; border-radius: 2px; }
ins { background: var(--good-bg); color: var(--good); text-decoration: none; border-radius: 2px; }
.quiet > summary { cursor: pointer; color: var(--link); padding: .35rem 0; width: fit-content; }
.outside { padding-left: 1.2rem; font-size: .9rem; }
.answers { width: auto; margin: .75rem 0; } .answers td, .answers th { padding: .3rem .9rem .3rem 0; }
.chart { display: block; width: 100%; height: auto; margin: .5rem 0; overflow: visible; }
.chart text { fill: var(--soft); font: 11px system-ui, sans-serif; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .line { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
.chart .dot { fill: var(--card); stroke: currentColor; stroke-width: 2; } .chart .dot.full { fill: currentColor; }
.chart a:focus-visible .dot, .chart a:hover .dot { stroke-width: 4; }
.s0 { color: #2f6db3; } .s1 { color: #b3591f; } .s2 { color: #2c7a55; } .s3 { color: #8a4fa3; } .s4 { color: #a3324f; } .s5 { color: #6d6a1f; }
.s6 { color: #347f8c; } .s7 { color: #6b6f78; }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin: 0; padding: 0; list-style: none; font-size: .85rem; }
.key li::before { content: ""; display: inline-block; width: 1.2em; height: 3px; background: currentColor; vertical-align: middle; margin-right: .45em; }
.key a { color: var(--ink); }
.step { border-top: 1px solid var(--line); padding: .6rem 0; scroll-margin-top: 1rem; }
.step:target { background: color-mix(in srgb, var(--mark) 30%, transparent); }
.step > h4 { margin: 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: baseline; }
.step > h4 .soft { font-weight: 400; }
.step .change { border-top: 0; padding: .4rem 0 .4rem 1rem; }
.foot { padding-top: 1rem; padding-bottom: 3rem; }
.skiplink { position: absolute; left: -99rem; }
.skiplink:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
@media (max-width: 44rem) {
  main, .top, .foot { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.6rem; }
  .compare th[scope=row] { position: sticky; left: 0; background: var(--card); }
  .vendor > summary { grid-template-columns: auto 1fr; } .total { grid-column: 1 / -1; }
  .sum thead { display: none; }
  .sum tr { display: grid; grid-template-columns: 1fr auto; }
  .sum .group { border-bottom: 2px solid var(--line); align-items: end; } .sum .group th, .sum .group td { border: 0; }
  .sum th[scope=row] { width: auto; border: 0; padding-bottom: 0; }
  .sum td.points { border: 0; }
  .sum td.answer { grid-column: 1 / -1; order: 3; padding-top: 0; }
  .sum td.open { display: none; }
  .sum tfoot tr { padding-top: .5rem; }
}
@media print {
  :root { --paper: #fff; --card: #fff; }
  body { font-size: 10.5pt; }
  main, .top, .foot { max-width: none; padding: 0; }
  .vendor, .scroll { border: 0; overflow: visible; } .vendor { break-before: page; }
  .vendor > summary, .body { padding-left: 0; padding-right: 0; }
  details::details-content { content-visibility: visible; display: block; }
  figure, tr, .clash { break-inside: avoid; }
  a { color: inherit; } .vendor > summary .name::after, .back { display: none; }
}
)css";
  return kStyle;
}

}  // namespace fineprint

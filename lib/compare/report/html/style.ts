import { LIGHT, paletteCss } from './palette';

/** The whole style of the page: calm, readable at any width, in the dark, in large print and on paper. */
export function styleOf(): string {
  return `
:root { color-scheme: light dark; ${paletteCss()} }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif; }
header, main, footer, nav { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
header { padding-block: 2.5rem 1rem; }
h1 { font-size: clamp(1.6rem, 4vw, 2.2rem); line-height: 1.2; margin: 0 0 .4rem; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; font-weight: 620; }
h3 { font-size: 1.05rem; margin: 0 0 .25rem; font-weight: 620; }
p { margin: 0 0 .75rem; max-width: 75ch; }
a { color: var(--link); text-underline-offset: .15em; }
span.number { white-space: nowrap; }
.muted { color: var(--muted); }
.head { display: flex; flex-wrap: wrap; gap: 1rem 2rem; justify-content: space-between; align-items: start; }
.head > div { min-width: min(100%, 22rem); flex: 1; }
.skip { position: absolute; left: -100vw; background: var(--panel); padding: .5rem 1rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 2; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: .6rem 0; border-block: 1px solid var(--rule); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend, label { font-size: .85rem; color: var(--muted); padding: 0; }
.theme { display: flex; gap: .9rem; align-items: baseline; }
.theme legend { float: left; margin-right: .9rem; }
.theme label { color: var(--ink); white-space: nowrap; }
input { accent-color: var(--link); }
select, button { font: inherit; font-size: .92rem; color: var(--ink); background: var(--panel); border: 1px solid var(--edge); border-radius: 6px; padding: .35rem .6rem; max-width: 100%; }
button { cursor: pointer; }
button:hover, select:hover { border-color: var(--ink); }
.answers { list-style: none; margin: 0; padding: 0; }
.answers li { padding: .55rem 0 .55rem 1rem; border-left: 4px solid var(--candidate); margin-bottom: .6rem; max-width: 75ch; font-size: 1.08rem; }
.alarm { background: var(--alarmPaper); color: var(--alarm); border-radius: 8px; padding: .75rem 1rem; margin: 0 0 .75rem; max-width: 75ch; }
.alarm p:last-child { margin: 0; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1.5rem; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; max-width: 90ch; }
dd.alarming { color: var(--alarm); font-weight: 600; }
.controls { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; background: var(--panel); border: 1px solid var(--rule); border-radius: 10px; padding: .85rem 1rem; }
.controls > div { display: flex; flex-direction: column; gap: .15rem; max-width: 100%; }
.status { margin: .6rem 0 1rem; min-height: 1.55em; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 1.25rem; }
figure { margin: 0; background: var(--panel); border: 1px solid var(--rule); border-radius: 10px; padding: 1.1rem 1.2rem; min-width: 0; }
figure.wide { grid-column: 1 / -1; }
figcaption p { margin: 0 0 .5rem; font-size: .92rem; }
figure .muted { font-size: .95rem; }
.plot { min-height: 2rem; overflow-x: auto; margin: .35rem 0 .5rem; }
.plot svg { display: block; max-width: none; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .85rem; margin: 0; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: .4rem; }
.legend svg { flex: none; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .75rem; align-items: start; }
.tools button, summary { font-size: .85rem; }
.tools button { padding: .2rem .55rem; }
summary { cursor: pointer; color: var(--link); padding: .25rem 0; }
details { margin-top: .5rem; }
.scroll { overflow: auto; max-height: 28rem; }
.results .scroll, .all .scroll { max-height: none; }
table { min-width: min(100%, 54rem); border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .9rem 0 .3rem; }
th, td { padding: .28rem .9rem .28rem 0; text-align: left; vertical-align: baseline; white-space: nowrap; }
thead th { color: var(--muted); font-weight: 500; border-bottom: 1px solid var(--edge); }
tbody th { font-weight: 500; }
tbody tr { border-bottom: 1px solid var(--rule); }
.right { text-align: right; }
.verdict-more, .verdict-less { font-weight: 650; }
.verdict-more::before { content: '▲ '; color: var(--candidate); }
.verdict-less::before { content: '▼ '; color: var(--baseline); }
footer { padding-block: 3rem; font-size: .88rem; color: var(--muted); }
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .6rem; }
  figure { padding: .9rem; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; background: #fff; color: ${LIGHT.ink}; }
  nav, .theme, .controls, .tools, .skip, .no-print { display: none; }
  header, main, footer { max-width: none; padding-inline: 0; }
  figure, tr, .answers li { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  .figures { display: block; }
  figure { margin-bottom: 1rem; border: 0; padding: 0; }
  .scroll { overflow: visible; max-height: none; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`.trim();
}

import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { type Row, courseOf, factorRows, isCutShort, settingsOf, surroundingsOf, warningsOf } from '../circumstances';
import { formatControl, formatSentences } from '../sentence';
import { formatOutliers, tablesOf } from '../tables';
import { MEANINGS, VERDICTS } from '../words';
import { html, sentenceHtml } from './escape';
import { tableHtml } from './tables';

/** What can be read without any script: everything but the figures. */
export function bodyHtml(record: RunRecord, analysis: Analysis): string {
  return `<a class="skip" href="#answers">Skip to what it says</a>
<header>
<div class="head"><div>
<h1>${html(record.experiment.title)}</h1>
<p class="muted">${html(subtitle(record))}</p>
</div>
<fieldset class="theme" hidden><legend>Colours</legend>
${['auto', 'light', 'dark'].map((name) => `<label><input type="radio" name="theme" value="${name}"> ${name}</label>`).join('\n')}
</fieldset></div>
${isCutShort(record) ? alarm(['CUT SHORT: this is what was measured until then.']) : ''}
</header>
<nav aria-label="Parts of this report"><ul>
${PARTS.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('\n')}
</ul></nav>
<main>
${section('answers', answers(record, analysis))}
${section('figures', FIGURES)}
${section('results', tables(record, analysis))}
${section('method', method(record, analysis))}
${section('environment', environment(record))}
${section('data', DATA)}
</main>
<footer><p>Made by sockcall ${html(record.environment.sockcall)}. This file has all that it shows in it, and asks nobody for more.</p></footer>`;
}

const PARTS = [
  ['answers', 'What it says'],
  ['figures', 'Figures'],
  ['results', 'Results'],
  ['method', 'How it was measured'],
  ['environment', 'Where it was measured'],
  ['data', 'Data'],
] as const;

type PartId = (typeof PARTS)[number][0];

function section(id: PartId, content: string): string {
  const title = PARTS.find(([part]) => part === id)![1];
  return `<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${title}</h2>\n${content}\n</section>`;
}

function subtitle({ environment }: RunRecord): string {
  const { date, cpu, kernel, node } = environment;
  return `${date.slice(0, 16).replace('T', ' ')} UTC · ${cpu} · ${kernel} · Node ${node}`;
}

const FIGURES = `<noscript><p>The figures need JavaScript. All their numbers are in the tables below.</p></noscript>
<form class="controls" aria-label="What the figures show" hidden></form>
<p class="status muted" role="status" aria-live="polite"></p>
<div class="figures"></div>`;

const DATA = `<p>The run as it is stored, and tables of it for other programs.</p>
<div class="tools downloads" hidden></div>
<noscript><p>Downloads need JavaScript; the run itself is in this file, compressed.</p></noscript>`;

function alarm(texts: readonly string[]): string {
  return `<div class="alarm">${texts.map((text) => `<p>${html(text)}</p>`).join('')}</div>`;
}

function answers(record: RunRecord, analysis: Analysis): string {
  const sentences = formatSentences(record, analysis);
  if (sentences.length === 0) return '<p>Nothing to report: it ended before a round was done.</p>';
  const control = formatControl(record, analysis);
  return [
    `<ul class="answers">${sentences.map((sentence) => `<li>${sentenceHtml(sentence)}</li>`).join('\n')}</ul>`,
    ...(control === undefined ? [] : [`<p>${sentenceHtml(control)}</p>`]),
    `<p class="muted">${sentenceHtml(formatOutliers(record, analysis))}</p>`,
  ].join('\n');
}

function tables(record: RunRecord, analysis: Analysis): string {
  const [results, ...others] = tablesOf(record, analysis, true);
  if (results === undefined) return '<p>There are none.</p>';
  const meanings = Object.entries(VERDICTS).map(([name, text]) => ({
    name: text,
    text: MEANINGS[name as keyof typeof MEANINGS],
  }));
  return [
    tableHtml({ ...results, title: 'Every comparison' }),
    `<details><summary>What the verdicts mean</summary>${rows(meanings)}</details>`,
    ...others.map(
      (table) => `<details class="all"><summary>${html(table.title)}</summary>${tableHtml(table)}</details>`,
    ),
  ].join('\n');
}

function method(record: RunRecord, analysis: Analysis): string {
  const settings = settingsOf(record);
  return [
    rows(courseOf(record, analysis)),
    `<details><summary>Factors and their levels</summary>${rows(factorRows(record))}</details>`,
    ...(settings.length > 0 ? [`<details><summary>Settings of the run</summary>${rows(settings)}</details>`] : []),
  ].join('\n');
}

function environment(record: RunRecord): string {
  const warnings = warningsOf(record).map(({ what, remedy }) => alarm([what, remedy]));
  return [...warnings, rows(surroundingsOf(record, true))].join('\n');
}

function rows(entries: readonly Row[]): string {
  const lines = entries.map(
    ({ name, text, alarming }) => `<dt>${html(name)}</dt><dd${alarming ? ' class="alarming"' : ''}>${html(text)}</dd>`,
  );
  return `<dl>${lines.join('\n')}</dl>`;
}

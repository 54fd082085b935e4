import { gzipSync } from 'node:zlib';
import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { formatRun } from '../../store/format';
import { pageScript } from './bundle';
import { bodyHtml } from './document';
import { html, inlineJson } from './escape';
import { styleOf } from './style';

/** No image, font, script or anything else comes from anywhere but this file. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";

/** The whole report as one HTML file, which needs nothing else: the run is in it, and so is what draws it. */
export function formatHtml(record: RunRecord, analysis: Analysis): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sockcall ${html(record.environment.sockcall)}">
<title>${html(record.experiment.title)} – sockcall compare</title>
<link rel="icon" href="data:,">
<style>
${styleOf()}
</style>
</head>
<body>
${bodyHtml(record, analysis)}
<script type="application/json" id="analysis-data">${inlineJson(analysis)}</script>
<script type="text/plain" id="record-data">${packed(formatRun(record))}</script>
<script>
${pageScript()
  .replace(/<\/(?=script)/gi, '<\\/')
  .replace(/<!--/g, '<\\!--')}
</script>
</body>
</html>
`;
}

/** Thousands of blocks are a tenth of their length when they are compressed; the page opens them by itself. */
function packed(text: string): string {
  return gzipSync(text, { level: 9 }).toString('base64');
}

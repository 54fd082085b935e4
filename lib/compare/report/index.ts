export { formatBlocksCsv, formatCsv } from './csv';
export { formatHtml } from './html';
export { formatMarkdown } from './markdown';
export { type Paint, paintFor, plain } from './paint';
export { type ProgressStream, type ProgressView, showProgress, silent } from './progress';
export { formatControl, formatSentences } from './sentence';
export { type SeveralRun, formatSeveral, formatSeveralCsv, formatSeveralMarkdown } from './several';
export { type TextOptions, formatText } from './text';
export { isUtf8 } from './text/encode';

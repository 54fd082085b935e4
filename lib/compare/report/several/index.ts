export { formatSeveralCsv } from './csv';
export { formatSeveralMarkdown } from './markdown';
export type { SeveralRun } from './parts';
export { formatSeveral } from './text';

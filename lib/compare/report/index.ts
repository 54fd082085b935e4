export { SCHEMA, formatJson } from './json';
export { paintFor } from './paint';
export { type ProgressDisplay, progressOn, silent } from './progress';
export { formatReport } from './text';

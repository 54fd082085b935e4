export { SCHEMA, formatJson } from './json';
export { type ProgressDisplay, progressOn, silent } from './progress';
export { formatReport } from './text';

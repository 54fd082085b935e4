export { formatBlocksCsv } from './blocks';
export { formatCsv } from './comparisons';
export { type Field, csvRow } from './row';

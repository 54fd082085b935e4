export { comparable } from './comparable';
export { formatRun } from './format';
export { type Group, groupRuns } from './groups';
export { StoreError, loadRun, parseRun } from './load';
export { MergeError, merge } from './merge';
export { KIND, SCHEMA, type StoredRun } from './stored-run';

export { courseOf, factorRows, flat, isCutShort, settingsOf } from './course';
export type { Row } from './row';
export { type Warning, surroundingsOf, warningsOf } from './surroundings';

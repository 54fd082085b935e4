export { courseOf, factorRows, flat, isCutShort, settingsOf } from './course';
export type { Row } from './row';
export { surroundingsOf, warningsOf } from './surroundings';

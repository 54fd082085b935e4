export { courseOf, factorRows, flat, isCutShort, settingsOf } from './course';
export type { Row } from './row';
export { surroundingsOf } from './surroundings';
export { warningsAmong, warningsOf } from './warnings';

export { formatLevel, formatSize, isNumeric, labelOf, phraseOf, placeTitle, titleOf, wordsFirst } from './level';
export { capitalised, formatList, plural } from './list';
export { formatCount, formatDuration, formatInterval, formatNumber, formatRange, formatSigned } from './number';
export { LONG, type Scale, scaleOf } from './scale';
export { MEANINGS, VERDICTS } from './verdict';

export { sampleAnalysis } from './analysis';
export { type SampleOptions, sampleRecord } from './record';
export { analysisOf, comparisonOf } from './comparison';

export { sampleAnalysis } from './analysis';
export { type SampleOptions, sampleRecord } from './record';

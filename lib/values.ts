// What the values of options and control messages are made of, in one part that is compiled when the first is needed.
export { rowsHere } from './control/rows';
export { codecs } from './option/codecs';

import type { Group } from '../row';

export const controlMessage: Group = {
  group: 'control-message',
  title: 'Types of control messages, and what goes with them',
  type: 'number',
  rows: [['SCM_RIGHTS', 'POSIX', 'Descriptors that are passed on.']],
};

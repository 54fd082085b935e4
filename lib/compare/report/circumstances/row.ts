/** Something that is to be known of a run, with what it is called. */
export interface Row {
  readonly name: string;
  readonly text: string;
  /** What nobody may overlook: a run that was cut short, processes that never became steady. */
  readonly alarming?: boolean;
}

// One thing that `pack check` has to say. Errors fail the check; notes are for the author to judge.

export interface Finding {
  readonly level: 'error' | 'note';
  /** Which check found it: the table and the summary count by it. */
  readonly check: string;
  /** Such as "K6 wording 12" or "sources[3].url". */
  readonly where: string;
  readonly message: string;
}

export const error = (check: string, where: string, message: string): Finding => ({ level: 'error', check, where, message });
export const note = (check: string, where: string, message: string): Finding => ({ level: 'note', check, where, message });

// Checks of the groups of words: no expression that plainly means two things, none ambiguous without what decides it.
import type { Pack } from '../../../src/claims/types.ts';
import { error, type Finding } from './finding.ts';

export function checkThesaurus(pack: Pack): Finding[] {
  const found: Finding[] = [];
  const plain = new Map<string, string>();
  for (const { id, members, ambiguous = [] } of pack.thesaurus) {
    if (members.length + ambiguous.length === 0) found.push(error('thesaurus', id, 'a group without members'));
    for (const member of members) {
      const key = member.toLowerCase();
      const other = plain.get(key);
      if (other !== undefined)
        found.push(error('thesaurus', id, `“${member}” is already in ${other}: list it as ambiguous in both`));
      plain.set(key, id);
    }
    for (const { text, near } of ambiguous)
      if (near.length === 0) found.push(error('thesaurus', id, `ambiguous “${text}” names no group that must be near`));
  }
  for (const { id, ambiguous = [] } of pack.thesaurus) {
    for (const { text } of ambiguous) {
      const other = plain.get(text.toLowerCase());
      if (other !== undefined) found.push(error('thesaurus', id, `“${text}” is ambiguous here, and a plain member of ${other}`));
    }
  }
  return found;
}

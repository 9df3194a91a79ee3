// How the evidence of a claim stands, in a word or two and as a group to filter by.
import type { Standing } from '../claims/types.ts';
import { spoken } from './texts.ts';

/** Opinions and forecasts get no standing. */
export const standingInWords = (standing: Standing | null): string =>
  spoken().text(standing ? `standing_${standing}` : 'chip_opinion');

/** What has no standing is a group of its own. */
export type Group = Standing | 'opinion';
export const GROUPS: readonly Group[] = ['corroborated', 'rebutted', 'contested', 'unsupported', 'opinion'];

export const groupOf = (standing: Standing | null): Group => standing ?? 'opinion';
export const groupInWords = (group: Group): string => standingInWords(group === 'opinion' ? null : group);

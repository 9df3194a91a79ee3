// The ring around a passage, and the words that a list has for what passages do with their claim.
import { describe, expect, test } from 'vitest';
import type { Relation } from '../../src/match/types.ts';
import { relationsOf } from '../../src/ui/relations.ts';
import { linesOf } from '../../src/ui/ring.ts';

const rect = (left: number, top: number, width: number, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the ring', () => {
  test.each([
    ['nothing for text without a box', [], []],
    ['one line', [rect(10, 0, 50)], [rect(10, 0, 50)]],
    ['words in italics on the same line as one piece', [rect(10, 0, 50), rect(60, 2, 30, 18)], [rect(10, 0, 80)]],
    ['two lines as two pieces', [rect(10, 0, 50), rect(0, 24, 40)], [rect(10, 0, 50), rect(0, 24, 40)]],
    [
      'lines that overlap a little stay two',
      [rect(10, 0, 50, 26), rect(0, 22, 40, 26)],
      [rect(10, 0, 50, 26), rect(0, 22, 40, 26)],
    ],
    ['a line from right to left', [rect(60, 0, 30), rect(10, 0, 50)], [rect(10, 0, 80)]],
  ])('%s', (_, rects, lines) => {
    expect(linesOf(rects)).toEqual(lines);
  });
});

describe('what the passages of a claim do with it', () => {
  const does = (...relations: Relation[]) => relationsOf(relations.map((relation) => ({ found: { relation } })));
  test.each([
    ['needs no word where all of them make it', does('asserts', 'asserts'), []],
    ['is named where they deny it', does('denies'), ['denies']],
    [
      'is named with all its kinds where they differ',
      does('questions', 'asserts', 'denies', 'denies'),
      ['asserts', 'denies', 'questions'],
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toEqual(expected);
  });
});

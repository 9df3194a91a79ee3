// One file holds everything, and a bad file changes nothing.
import { describe, expect, test, vi } from 'vitest';
import { backupOf, difference, readBackup, readRules } from '../../src/platform/backup.ts';
import { asked } from '../../src/platform/broadcast.ts';
import { noted } from '../../src/platform/notes.ts';
import { isSiteKey } from '../../src/platform/sites.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const SYNC = { default: { v: 1, sites: 'chosen' }, 'site:example.com': { v: 1, on: false } };
const LOCAL = { strength: { v: 1, value: 'strong' }, calm: { v: 1, on: true }, 'aside:sync:x': 7, 'log:errors': [{ at: 'now' }] };
const FACTS = { exported: '2026-01-01', extension: '1.0' };

describe('a backup', () => {
  test('comes back as it was, without the diagnostics’ notes', () => {
    const read = readBackup(backupOf({ sync: SYNC, local: LOCAL }, [{ id: 'p' }], FACTS));
    const { 'log:errors': _notes, ...local } = LOCAL;
    expect(read).toEqual({ ok: true, backup: { sync: SYNC, local, packs: [{ id: 'p' }] } });
  });

  test('comes back also where something was stored that nobody understands: set aside', () => {
    const later = { v: 2, on: false, until: 5 };
    const text = backupOf({ sync: { ...SYNC, 'site:other.com': later }, local: { ...LOCAL, evil: 1 } }, [], FACTS);
    const read = readBackup(text);
    const { 'log:errors': _notes, ...local } = LOCAL;
    const aside = { 'aside:sync:site:other.com': later, 'aside:local:evil': 1 };
    expect(read).toEqual({ ok: true, backup: { sync: SYNC, local: { ...local, ...aside }, packs: [] } });
  });

  const raw = (sync: object, local: object): string => JSON.stringify({ format: 'sidelight-settings', version: 1, sync, local });
  test.each([
    ['no JSON', '{'],
    ['another file', '{"format": "other"}'],
    ['a later version', '{"format": "sidelight-settings", "version": 2, "sync": {}, "local": {}}'],
    ['an item of the wrong shape', raw({ 'site:example.com': { v: 1, on: 'no' } }, {})],
    ['an item nobody knows', raw({}, { evil: 1 })],
    ['a rule for no site', raw({ 'site:*': { v: 1, on: true } }, {})],
  ])('with %s is refused, and says why', (_, text) => {
    const read = readBackup(text);
    expect(read.ok).toBe(false);
    expect(read.ok ? [] : read.problems).not.toEqual([]);
  });
});

test('only what differs is written, and notes stay', () => {
  expect(difference({ a: 1, b: { x: 1 }, 'log:scans': [] }, { b: { x: 1 }, c: 2 })).toEqual({ set: { c: 2 }, remove: ['a'] });
});

describe('site rules', () => {
  test('come from a file of their own or from a whole backup', () => {
    expect(readRules('{"sites": {"example.com": true}}', isSiteKey)).toEqual({ rules: new Map([['example.com', true]]) });
    const whole = backupOf({ sync: SYNC, local: {} }, [], FACTS);
    expect(readRules(whole, isSiteKey)).toEqual({ rules: new Map([['example.com', false]]) });
  });

  test('of a backup count where they can be read, whatever else is in it', () => {
    const whole = { format: 'sidelight-settings', version: 1, sync: { ...SYNC, 'site:other.com': { v: 2 } }, local: { evil: 1 } };
    expect(readRules(JSON.stringify(whole), isSiteKey)).toEqual({ rules: new Map([['example.com', false]]) });
  });

  test.each(['{"sites": {"*": true}}', '{"sites": {"www.example.com": true}}', '{"sites": {"example.com": 1}}', '[]', 'x'])(
    '%s is refused',
    (text) => {
      expect(readRules(text, isSiteKey)).toHaveProperty('problems');
    },
  );
});

test.each([
  ['a new look is told', { strength: { newValue: 1 } }, { look: true, reading: false, hidden: false }],
  ['so is calm mode', { calm: { newValue: 1 } }, { look: true, reading: false, hidden: false }],
  ['and a theme that is taken back', { theme: {} }, { look: true, reading: false, hidden: false }],
  ['a note for the diagnostics asks for nothing', { 'log:scans': {} }, { look: false, reading: false, hidden: false }],
  ['a pack switched off needs a fresh reading', { 'pack:p': { newValue: 1 } }, { look: false, reading: true, hidden: false }],
  ['so does a mute that is taken back', { 'muted:p/c': {} }, { look: false, reading: true, hidden: false }],
  ['a mute asks only for what it takes off', { 'muted:p/c': { newValue: 1 } }, { look: false, reading: false, hidden: true }],
])('%s', (_, changes, expected) => {
  expect(asked(changes)).toEqual(expected);
});

test('notes keep the last twenty', () => {
  const notes = Array.from({ length: 30 }, (_, at) => at).reduce<readonly number[]>(noted, []);
  expect(notes).toEqual(Array.from({ length: 20 }, (_, at) => at + 10));
});

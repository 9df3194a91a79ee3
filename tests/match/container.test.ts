import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, FORMAT, IndexError, pack, sumOf, unpack } from '../../src/match/container.ts';
import { RUNS } from '../runs.ts';

const sample = (): Uint8Array<ArrayBuffer> =>
  pack(
    new Map<string, Column>([
      ['aaaa', Int32Array.of(1, -2, 3)],
      ['bbbb', Uint8Array.of(7)],
      ['cccc', Float32Array.of(0.5, -1)],
      ['dddd', Uint16Array.of(9, 8)],
    ]),
  );

describe('the container of an index', () => {
  it('gives back what was put in, as views on the same bytes', () => {
    const bytes = sample();
    const sections = unpack(bytes);
    expect([...sections.i32('aaaa')]).toEqual([1, -2, 3]);
    expect([...sections.u8('bbbb')]).toEqual([7]);
    expect([...sections.f32('cccc')]).toEqual([0.5, -1]);
    expect([...sections.u16('dddd')]).toEqual([9, 8]);
    expect(sections.i32('aaaa').buffer).toBe(bytes.buffer);
  });

  it('opens bytes that lie at an odd offset of a larger buffer', () => {
    const bytes = sample();
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect([...unpack(larger.subarray(3)).i32('aaaa')]).toEqual([1, -2, 3]);
  });

  it.each([
    ['cut', (b: Uint8Array) => b.slice(0, b.length - 8), /expected \d+ bytes, got \d+/],
    ['empty', () => new Uint8Array(0), /at least 24 bytes, got 0/],
    ['of another kind', (b: Uint8Array) => b.map((x, i) => (i === 0 ? 0 : x)), /begins with "SLIX"/],
    [
      'of another version',
      (b: Uint8Array) => b.map((x, i) => (i === 4 ? FORMAT + 1 : x)),
      new RegExp(`format ${FORMAT}, got format ${FORMAT + 1}`),
    ],
    ['changed', (b: Uint8Array) => b.map((x, i) => (i === b.length - 12 ? x ^ 1 : x)), /checksum/],
  ])('refuses bytes that are %s', (_, spoil, message) => {
    expect(() => unpack(spoil(sample()))).toThrow(IndexError);
    expect(() => unpack(spoil(sample()))).toThrow(message);
  });

  /** With another number at that place, and the checksum that goes with it. */
  const altered = (at: number, number: number): Uint8Array => {
    const bytes = sample();
    const view = new DataView(bytes.buffer);
    view.setUint32(at, number, true);
    view.setInt32(12, sumOf(new Int32Array(bytes.buffer, 16)), true);
    return bytes;
  };
  it.each([
    ['more sections than it can hold', 16, 1000, /table of 1000 sections/],
    ['a section that begins after its end', 24 + 8, 1 << 20, /section "aaaa"/],
    ['a section that begins within a number', 24 + 8, 90, /section "aaaa"/],
    ['a section that reaches beyond its end', 24 + 12, 1 << 20, /section "aaaa"/],
    ['a section that ends within a number', 24 + 12, 11, /section "aaaa"/],
  ])('refuses an index with %s, however right its checksum', (_, at, number, message) => {
    const larger = new Uint8Array(1 << 21);
    larger.set(altered(at, number));
    const read = () => unpack(larger.subarray(0, sample().length)).i32('aaaa');
    expect(read).toThrow(IndexError);
    expect(read).toThrow(message);
  });

  it('says which section is missing or of another kind', () => {
    expect(() => unpack(sample()).i32('zzzz')).toThrow(/"zzzz"/);
    expect(() => unpack(sample()).u8('aaaa')).toThrow(/"aaaa"/);
  });

  it('never takes a changed byte for the index it was', () => {
    const bytes = sample();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoiled = bytes.slice();
        spoiled[at] = (spoiled[at] ?? 0) ^ change;
        // Bytes 20 to 23 and the padding are covered by the checksum too; only the length field may disagree earlier.
        expect(() => unpack(spoiled)).toThrow(IndexError);
      }),
      RUNS,
    );
  });
});

import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sameZip } from './same-zip.ts';

/** A zip of texts as a packer would write it, in the order given, at the given time. */
function zipOf(files: readonly (readonly [string, string])[], date: number): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const data = deflateRawSync(text);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x0403_4b50, 0);
    local.writeUInt32LE(date, 10);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x0201_4b50, 0);
    central.writeUInt32LE(date, 12);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(Buffer.concat([local, title, data]));
    centrals.push(Buffer.concat([central, title]));
    offset += 30 + title.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(centrals).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...centrals, end]);
}

test('files in another order, packed at another time, make the same bytes; other files do not', () => {
  const [a, b] = [
    ['a.js', 'one'],
    ['chunks/b.js', 'two'.repeat(99)],
  ] as const;
  const packed = sameZip(zipOf([a, b], 0x5a21_1234));
  expect(sameZip(zipOf([b, a], 0x5a22_4321))).toEqual(packed);
  expect(sameZip(packed)).toEqual(packed);
  expect(sameZip(zipOf([['a.js', 'One'], b], 0x5a21_1234))).not.toEqual(packed);
});

test('what is no zip is refused', () => {
  expect(() => sameZip(Buffer.from('no zip, though it is long enough for one'))).toThrow(/expected a zip/u);
});

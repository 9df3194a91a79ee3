// The bytes of a compiled index: a header, a table of sections, the sections. Opening makes views on the bytes; nothing
// is parsed or copied. All numbers little-endian; sections start on multiples of 8.
//
//   0  4  magic "SLIX"
//   4  4  format version
//   8  4  total length in bytes
//  12  4  checksum: FNV-1a over the 32-bit words from byte 16 on
//  16  4  number of sections n
//  20  4  zero
//  24 16n per section: tag (4 characters), element size (1, 2 or 4; 4 with bit 8 set is float), byte offset, byte length
//   …     sections, each padded with zeros to 8

/** Raised when sections or what stands in them change: indexes that readers have stored are then compiled again. */
export const FORMAT = 6;
const MAGIC = 0x58494c53;
const HEADER = 24;
const ENTRY = 16;
const FLOAT = 0x104;

export type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

/** The bytes are not an index of this version: expected and found are in the message. */
export class IndexError extends Error {
  override name = 'IndexError';
}

const tagOf = (name: string): number => {
  if (name.length !== 4) throw new IndexError(`expected a section name of 4 characters, got "${name}"`);
  return name.charCodeAt(0) | (name.charCodeAt(1) << 8) | (name.charCodeAt(2) << 16) | (name.charCodeAt(3) << 24);
};

/** FNV-1a over 32-bit words. @param sum of what comes before them */
export const sumOf = (words: Int32Array, sum = 0x811c9dc5 | 0): number => {
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193);
  return sum | 0;
};

const checksum = (bytes: Uint8Array): number =>
  sumOf(new Int32Array(bytes.buffer, bytes.byteOffset + 16, (bytes.byteLength - 16) >> 2));

const kindOf = (column: Column): number => (column instanceof Float32Array ? FLOAT : column.BYTES_PER_ELEMENT);

/** Lays the named columns out as one index. */
export const pack = (sections: ReadonlyMap<string, Column>): Uint8Array<ArrayBuffer> => {
  let length = HEADER + ENTRY * sections.size;
  const places: number[] = [];
  for (const column of sections.values()) {
    length = Math.ceil(length / 8) * 8;
    places.push(length);
    length += column.byteLength;
  }
  length = Math.ceil(length / 8) * 8;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, length, true);
  view.setUint32(16, sections.size, true);
  let row = 0;
  for (const [name, column] of sections) {
    const at = HEADER + ENTRY * row;
    const place = places[row] ?? 0;
    view.setInt32(at, tagOf(name), true);
    view.setUint32(at + 4, kindOf(column), true);
    view.setUint32(at + 8, place, true);
    view.setUint32(at + 12, column.byteLength, true);
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), place);
    row++;
  }
  view.setInt32(12, checksum(bytes), true);
  return bytes;
};

/** The sections of an index by name. */
export interface Sections {
  u8(name: string): Uint8Array;
  u16(name: string): Uint16Array;
  i32(name: string): Int32Array;
  f32(name: string): Float32Array;
  has(name: string): boolean;
}

/**
 * Views on the sections of `bytes`.
 * @throws IndexError when the bytes are cut, of another version, or damaged: the pack must be compiled anew.
 */
export const unpack = (given: Uint8Array): Sections => {
  if (given.byteLength < HEADER) throw new IndexError(`expected an index of at least ${HEADER} bytes, got ${given.byteLength}`);
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC)
    throw new IndexError('expected an index that begins with "SLIX"; these bytes begin otherwise');
  const version = view.getUint32(4, true);
  if (version !== FORMAT) throw new IndexError(`expected an index of format ${FORMAT}, got format ${version}`);
  const length = view.getUint32(8, true);
  if (length !== bytes.byteLength)
    throw new IndexError(`expected ${length} bytes, got ${bytes.byteLength}: the index is cut or extended`);
  if (view.getInt32(12, true) !== checksum(bytes)) throw new IndexError('the checksum does not agree: the index is damaged');
  const count = view.getUint32(16, true);
  if (HEADER + ENTRY * count > length)
    throw new IndexError(`expected ${length} bytes to hold a table of ${count} sections: the index is damaged`);
  const rows = new Map<number, number>();
  for (let row = 0; row < count; row++) rows.set(view.getInt32(HEADER + ENTRY * row, true), HEADER + ENTRY * row);
  const find = (name: string, kind: number): [number, number] => {
    const at = rows.get(tagOf(name));
    if (at === undefined) throw new IndexError(`expected a section "${name}"; the index has none`);
    const found = view.getUint32(at + 4, true);
    if (found !== kind) throw new IndexError(`expected section "${name}" with elements of kind ${kind}, got ${found}`);
    const place = view.getUint32(at + 8, true);
    const size = view.getUint32(at + 12, true);
    if (place % 8 !== 0 || size % (kind & 15) !== 0 || place + size > length)
      throw new IndexError(`expected section "${name}" within ${length} bytes, got ${size} bytes from ${place} on`);
    return [bytes.byteOffset + place, size / (kind & 15)];
  };
  return {
    u8: (name) => new Uint8Array(bytes.buffer, ...find(name, 1)),
    u16: (name) => new Uint16Array(bytes.buffer, ...find(name, 2)),
    i32: (name) => new Int32Array(bytes.buffer, ...find(name, 4)),
    f32: (name) => new Float32Array(bytes.buffer, ...find(name, FLOAT)),
    has: (name) => rows.has(tagOf(name)),
  };
};

// The same files always make the same zip: entries by name, one date for all. wxt.config.ts hands every zip through here,
// so that a store's reviewer who builds the sources gets the very bytes that were handed in.
//
//   local header  30 bytes + name + extra, then the data     (date and time at 10, name's length at 26, extra's at 28)
//   central entry 46 bytes + name + extra + comment          (date and time at 12, lengths at 28, 30, 32; local header at 42)
//   end           22 bytes                                   (entries at 10, size and offset of the central part at 12 and 16)

/** 1 January 1980, 0:00: where the format's calendar begins. */
const DATE = 0x0021_0000;
const END = 0x0605_4b50;
const CENTRAL = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
/** Sizes follow the data instead of standing before it. */
const STREAMED = 0x0008;

interface Entry {
  readonly name: string;
  readonly central: Buffer;
  readonly local: Buffer;
}

/** @throws where the bytes are no plain zip */
export function sameZip(zip: Buffer): Buffer {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('expected a zip without a comment');
  const entries = [...entriesOf(zip, zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16))];
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  let offset = 0;
  for (const { central, local } of entries) {
    local.writeUInt32LE(DATE, 10);
    central.writeUInt32LE(DATE, 12);
    central.writeUInt32LE(offset, 42);
    offset += local.length;
  }
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries.map(({ local }) => local), ...entries.map(({ central }) => central), tail]);
}

function* entriesOf(zip: Buffer, count: number, start: number): Generator<Entry> {
  let at = start;
  for (let n = 0; n < count; n++) {
    if (zip.readUInt32LE(at) !== CENTRAL || (zip.readUInt16LE(at + 8) & STREAMED) !== 0)
      throw new Error('expected a plain entry');
    const nameLength = zip.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== LOCAL) throw new Error('expected a local header');
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      central: Buffer.from(zip.subarray(at, next)),
      local: Buffer.from(zip.subarray(local, data + zip.readUInt32LE(at + 20))),
    };
    at = next;
  }
}

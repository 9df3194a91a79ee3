// Keys that the schema does not know: parsePack drops them, an author wants to hear of them (mostly misspelt ones).
import { error, type Finding } from './finding.ts';

/** Compares what was written with what was read. */
export function unknownKeys(written: unknown, read: unknown, path = ''): Finding[] {
  if (Array.isArray(written) && Array.isArray(read))
    return written.flatMap((item, position) => unknownKeys(item, read[position], `${path}[${position}]`));
  if (!isRecord(written) || !isRecord(read)) return [];
  return Object.entries(written).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return Object.hasOwn(read, key)
      ? unknownKeys(value, read[key], at)
      : [error('unknown keys', at, 'the format has no such key')];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

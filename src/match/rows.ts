// Rows of numbers for learned forests. All forests read the same kind of row: code that reads two kinds is several times as slow.

/** Rows that are cut from one stretch of memory: a typed array of its own takes five times as long to make. */
const ROWS = 64;

/** Gives fresh rows of so many zeros. */
export const newRows = (width: number): (() => Float64Array) => {
  let stretch = new ArrayBuffer(0);
  let at = 0;
  const bytes = width * Float64Array.BYTES_PER_ELEMENT;
  return () => {
    if (at + bytes > stretch.byteLength) {
      stretch = new ArrayBuffer(ROWS * bytes);
      at = 0;
    }
    at += bytes;
    return new Float64Array(stretch, at - bytes, width);
  };
};

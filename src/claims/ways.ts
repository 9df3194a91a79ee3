// Ways from item to item, along ids: where they run in a circle, and from where they lead to too many others. Each item's reach
// is made of those of the items it names, so that thousands that lead to the same few cost no more than themselves.

interface Item {
  readonly id: string;
  readonly to: readonly string[];
}

export type Fault = 'circle' | 'many';

/** @returns by position, what is wrong with the items' ways; at least one circle in full where there are any */
export function faultsOf(items: readonly Item[], limit: number): ReadonlyMap<number, Fault> {
  const numbers = new Map(items.map(({ id }, number) => [id, number]));
  const next = items.map(({ to }) => [...new Set(to)].flatMap((id) => numbers.get(id) ?? []));
  const before: number[][] = items.map(() => []);
  next.forEach((to, from) => {
    for (const one of to) before[one]?.push(from);
  });
  const faults = new Map<number, Fault>();
  /** Whom each leads to, as far as it is known: of nobody who leads into a circle. */
  const reaches = new Map<number, readonly number[]>();
  const seenBy = new Int32Array(items.length).fill(-1);
  const reachOf = (from: number): readonly number[] | null => {
    const reach: number[] = [];
    const add = (one: number): void => {
      if (seenBy[one] === from) return;
      seenBy[one] = from;
      reach.push(one);
    };
    const sizeOf = (one: number): number => reaches.get(one)?.length ?? 0;
    // The widest first: what it has need not be gone through again.
    for (const one of [...(next[from] ?? [])].sort((a, b) => sizeOf(b) - sizeOf(a))) {
      if (faults.has(one)) return null;
      if (seenBy[one] !== from) for (const further of reaches.get(one) ?? []) add(further);
      add(one);
      if (reach.length > limit) return null;
    }
    return reach;
  };

  // From the ends backwards: an item's turn comes after all that it names.
  const open = next.map((to) => to.length);
  const ready = items.flatMap((_, number) => (open[number] === 0 ? [number] : []));
  for (const number of ready) {
    const reach = reachOf(number);
    if (reach === null) faults.set(number, 'many');
    else reaches.set(number, reach);
    for (const one of before[number] ?? []) {
      const left = (open[one] ?? 0) - 1;
      open[one] = left;
      if (left === 0) ready.push(one);
    }
  }
  for (const number of circles(next, new Set(ready))) faults.set(number, 'circle');
  return faults;
}

/** Of the items whose turn never came each leads to another such one: whoever goes on and on comes round. */
function* circles(next: readonly (readonly number[])[], done: ReadonlySet<number>): Generator<number> {
  const walks = new Map<number, number>();
  for (let start = 0; start < next.length; start++) {
    const way: number[] = [];
    let at: number | undefined = done.has(start) ? undefined : start;
    while (at !== undefined && !walks.has(at)) {
      walks.set(at, start);
      way.push(at);
      at = next[at]?.find((one) => !done.has(one));
    }
    if (at !== undefined && walks.get(at) === start) yield* way.slice(way.indexOf(at));
  }
}

// Events as if the reader's own hand had made them. jsdom takes its trust from whatever a script dispatches, as browsers do, so
// what is dispatched here goes in behind its interface.

interface EventImpl {
  isTrusted: boolean;
}
interface TargetImpl {
  _dispatch(event: EventImpl): boolean;
}

function implOf<Impl>(wrapper: object): Impl {
  const key = Object.getOwnPropertySymbols(wrapper).find(({ description }) => description === 'impl');
  if (key === undefined) throw new TypeError('expected an object of jsdom, got another');
  return (wrapper as Record<symbol, Impl>)[key] as Impl;
}

/** Dispatches `event` at `target` with `isTrusted`. */
export function trusted<E extends Event>(target: Element, event: E): E {
  const impl = implOf<EventImpl>(event);
  impl.isTrusted = true;
  implOf<TargetImpl>(target)._dispatch(impl);
  return event;
}

// Stands in for what jsdom lacks: layout and the top layer.
Range.prototype.getClientRects = () => [new DOMRect(1, 1, 99, 20)] as unknown as DOMRectList;
class NoObserver {
  observe(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoObserver as unknown as typeof ResizeObserver;
Object.assign(HTMLElement.prototype, { showPopover: () => {}, hidePopover: () => {} });

// Stands in for the browser's Web Locks, which jsdom and older Nodes lack: one job at a time under each name.
import { serialBy } from '../../src/platform/queue.ts';

const inTurn = serialBy<string>();
const request = (name: string, _options: object, job: () => Promise<unknown>): Promise<unknown> => inTurn(name, job);
Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });

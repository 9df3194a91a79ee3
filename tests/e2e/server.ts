// Serves the tests' pages on 127.0.0.1, each with its own headers, and writes down every request. A second server stands
// in as proxy for the rest of the world: whatever a browser wants from elsewhere is refused there, and counted.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Route {
  readonly body: string;
  /** With charset where it is text. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Site {
  readonly port: number;
  /** `host` may be any name that leads here: 127.0.0.1 or localhost count as two sites. */
  url(path: string, host?: string): string;
  /** Method and path of each request so far, favicons aside. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function serve(routes: Readonly<Record<string, Route>>): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (path === '/favicon.ico') return response.writeHead(204).end();
    requests.push(`${request.method} ${path}`);
    const route = routes[path];
    if (!route) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': route.type ?? 'text/html; charset=utf-8', 'cache-control': 'no-store', ...route.headers })
      .end(route.body);
  });
  const port = await listen(server);
  return { port, url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`, requests, close: () => close(server) };
}

export interface World {
  readonly port: number;
  /** Hosts asked for, one entry a request. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** The proxy that refuses and counts. */
export async function worldWatch(): Promise<World> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  return { port: await listen(server), requests, close: () => close(server) };
}

/** The browsers' own errands (updates, sign-in, autofill), made with and without the extension. The extension cannot be
 * behind them: its policy has `connect-src 'none'`, which a test of the build asserts. */
const ERRANDS = /(^|[/.])(google\.com|googleapis\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com)([:/]|$)/u;
/** Requests to the world that no browser makes for itself: there should be none. */
export const foreign = ({ requests }: World): readonly string[] =>
  requests.filter((request) => !ERRANDS.test(request.replace(/^\S+ (https?:\/\/)?/u, '').replace(/\?.*/u, '')));

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    // What a failed test left open must not keep the whole run alive.
    server.unref();
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

// What counts as one site for a reader's choice: the registrable domain (bbc.co.uk with all its subdomains, but every
// blog on github.io on its own), or the bare host where there is none (localhost, addresses).
import { parse } from 'tldts';

// Hosts that can stand in a match pattern as they are. A host may be written "*", and as a pattern that is every site.
const PLAIN_HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])$/u;

/** The key of a site rule, or null where no rule can apply (anything but http and https). */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if ((protocol !== 'http:' && protocol !== 'https:') || !PLAIN_HOST.test(hostname)) return null;
  return parse(hostname, { allowPrivateDomains: true }).domain ?? hostname.replace(/\.$/, '');
}

/** True where `key` is written as `siteOf` would write it: what a stored rule must look like to be believed. */
export function isSiteKey(key: string): boolean {
  return siteOf(`http://${key}/`) === key;
}

/** The match pattern that covers the site and its subdomains. Match patterns know no ports: every port is covered. */
export function patternOf(key: string): string {
  const { isIp, domain } = parse(key, { allowPrivateDomains: true });
  return isIp || domain === null ? `*://${key}/*` : `*://*.${key}/*`;
}

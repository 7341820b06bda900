import { tabRecord } from '../../progress/tab-record.ts';
import { SESSION_LENGTH } from '../../room/messages.ts';
import { readSession } from '../course/session-link.ts';

/** Returns the address of the broker. It is beside the page, so that the page's policy needs no exception. */
function brokerUrl(): string {
  const url = new URL('room-broker', document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = '';
  url.hash = '';
  return url.href;
}

const CODE = new RegExp(`^[0-9A-Z]{${String(SESSION_LENGTH)}}$`);

/** Returns the broker and the session of a live link; null for any other link. */
export function liveAddress(): { readonly url: string; readonly session: string } | null {
  const { room } = readSession(location.search);
  return room !== null && CODE.test(room) ? { url: brokerUrl(), session: room } : null;
}

/** Returns the key of the screen, and removes it from the address at once, so that no projector shows it. */
export function screenKey(): string | null {
  const record = tabRecord('room-key');
  const here = new URL(location.href);
  const key = here.searchParams.get('key');
  if (key === null) return record.read();
  record.write(key);
  here.searchParams.delete('key');
  history.replaceState(history.state, '', here);
  return key;
}

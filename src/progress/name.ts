import { changeProgress } from './store.ts';

/** Keeps the name for the certificate, or forgets it if null. */
export function saveName(name: string | null): void {
  changeProgress((progress) => ({ ...progress, name }));
}

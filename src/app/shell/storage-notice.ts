import { acceptDamage, concern, type Concern } from '../../progress/index.ts';

/** What the player should know of the record on this device, until it has been read. */
export interface StorageNotice {
  now(): Concern | null;
  accept(): void;
}

export function storageNotice(): StorageNotice {
  let known: Concern | null = null;
  return {
    now() {
      const found = concern();
      return found === known ? null : found;
    },
    accept() {
      known = concern();
      acceptDamage();
    },
  };
}

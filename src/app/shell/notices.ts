import { acceptDamage, concern, type Concern } from '../../progress/index.ts';
import type { PageActions, PageModel } from '../../screens/page.ts';
import type { Offline } from './offline.ts';

/** Messages in a bar below the screen: an unexpected error, a problem with the storage, a new version. */
export interface Notices {
  /** @param atHome a new version is offered at home only: it never comes between a player and a level */
  model(atHome: boolean): Pick<PageModel, 'trouble' | 'concern' | 'update'>;
  readonly actions: Pick<PageActions, 'dismiss' | 'acceptConcern' | 'takeUpdate' | 'leaveUpdate'>;
  /** A new version of the game has arrived. */
  offerUpdate(): void;
}

/** @param draw shows what has changed */
export function openNotices(draw: () => void, offline: Pick<Offline, 'update'>): Notices {
  let trouble = false;
  /** The problem with the storage that the player has read of. */
  let accepted: Concern | null = null;
  let update: 'none' | 'offered' | 'declined' = 'none';

  const onUncaughtError = () => {
    if (trouble) return;
    trouble = true;
    draw();
  };
  addEventListener('error', (event) => {
    // An event without an error is the browser's harmless remark about a postponed measurement.
    if (event.error instanceof Error) onUncaughtError();
  });
  addEventListener('unhandledrejection', onUncaughtError);

  return {
    model(atHome) {
      const found = concern();
      return { trouble, concern: found === accepted ? null : found, update: update === 'offered' && atHome };
    },
    actions: {
      dismiss() {
        trouble = false;
        draw();
      },
      acceptConcern() {
        accepted = concern();
        acceptDamage();
        draw();
      },
      takeUpdate: () => offline.update(),
      leaveUpdate() {
        update = 'declined';
        draw();
      },
    },
    offerUpdate() {
      update = 'offered';
      draw();
    },
  };
}

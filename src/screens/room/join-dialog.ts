import { html, nothing, render } from 'lit';
import { t } from '../../i18n/index.ts';
import './room.css';

/**
 * Asks whether this device may join a session, and says what it would send.
 *
 * @param session the code of the session
 * @param isNext true if the group that this device belonged to has been put away
 * @returns false for a player who would rather play alone, or closes the question with Escape
 */
export function askToJoin(session: string, isNext: boolean): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet room-join';
  dialog.setAttribute('aria-labelledby', 'room-join-title');
  dialog.dataset['roomJoin'] = session;
  // Firefox makes everything that scrolls a Tab stop.
  dialog.tabIndex = -1;
  render(
    html`<form method="dialog">
      <h2 id="room-join-title">${t('room.live.join-title')}</h2>
      ${isNext ? html`<p data-next-group-began>${t('room.live.put-away')}</p>` : nothing}
      <p>${t('room.live.join-text')}</p>
      <p class="host-ways">
        <button class="button primary large" value="join" data-join>${t('room.live.join')}</button>
        <button class="button large" value="alone" data-alone>${t('room.live.alone')}</button>
      </p>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'join');
    });
  });
}

import { announce } from '../../access/announce.ts';
import { eml, writePlayFile, type Command, type Level, type Outcome, type Routing } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import { storyText } from '../../i18n/story-text.ts';
import { copyAt } from '../../screens/copy/pages.ts';
import type { Looking } from '../../screens/replay/replay.ts';
import type { TakeAwayActions, TakeAwayModel } from '../../screens/replay/take-away.ts';
import { copyText, saveFile } from '../shell/save-file.ts';

/** The story that is shown and can be exported. */
export interface ExportedReplay {
  readonly level: Level;
  readonly routing: Routing;
  readonly outcome: Outcome;
}

export interface ReplayExport {
  /** null while it is closed. */
  model(): TakeAwayModel | null;
  readonly actions: TakeAwayActions;
  saveMail(looking: Looking): void;
}

/**
 * Exports a replay as files, which contain no names but the level's.
 *
 * @param shown the story that the replay shows now
 * @param log the commands of the play
 * @param composed true for a level that no course has
 * @param hasPicture true while the picture is drawn, so that it can be saved
 * @param picture draws the outcome as a PNG; returns null if there is none
 */
export function replayExport(
  shown: () => ExportedReplay,
  log: () => readonly Command[],
  draw: () => void,
  composed: boolean,
  hasPicture: () => boolean,
  picture: () => Promise<Blob> | null,
): ReplayExport {
  let open = false;
  let copied: TakeAwayModel['copied'] = null;
  const text = () => storyText(shown().level, shown().outcome);
  const name = () => shown().level.id;
  return {
    model: () => (open ? { text: text(), copied, picture: hasPicture() } : null),
    actions: {
      open(opened) {
        open = opened;
        copied = null;
        draw();
      },
      copyText() {
        void copyText(text()).then((done) => {
          copied = done ? 'done' : 'failed';
          announce(t(`take.copy-${copied}`));
          draw();
        });
      },
      saveText: () => saveFile(`${name()}.txt`, 'text/plain;charset=utf-8', [text()]),
      savePicture() {
        void picture()?.then((png) => saveFile(`${name()}.png`, 'image/png', [png]));
      },
      savePlay: () =>
        saveFile(`${name()}.play.json`, 'application/json', [writePlayFile(shown().level, log(), composed)]),
    },
    saveMail(looking) {
      const file = mailFile(shown(), looking);
      if (file) saveFile(file.name, 'message/rfc822', file.pieces);
    },
  };
}

/**
 * Returns a mail that someone received, as an `.eml` file: the one that is open, otherwise the last one.
 *
 * @returns null if they received none
 */
export function mailFile(
  { level, routing, outcome }: ExportedReplay,
  { mail, ...recipient }: Looking,
): { readonly name: string; readonly pieces: readonly string[] } | null {
  const { contact, index } = recipient;
  const got = outcome.sent.filter(({ copies }) => copies.some((copy) => copy.contact === contact));
  const sent = got.find((one) => one.mail === mail) ?? got.at(-1);
  const copy = sent ? copyAt(level, routing, sent.mail, recipient) : null;
  if (!sent || !copy) return null;
  const crowd = (level.contacts.find(({ id }) => id === contact)?.people ?? 1) > 1;
  const person = crowd ? `-${String(index + 1)}` : '';
  return { name: `${level.id}-${contact}${person}.eml`, pieces: [...eml(copy, { at: sent.at, textOf })] };
}

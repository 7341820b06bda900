import { t, textOf } from '../i18n/index.ts';
import { revealScreen } from '../screens/play/reveal.ts';
import type { Act, Place } from './act.ts';
import { enterScreen } from './notice.ts';
import { isPresenting } from './presenting.ts';
import { replayAct } from './replay-act.ts';

/** The replay, and before it, when a room looks on, a pause to guess what will happen. */
export function revealAct(place: Place): Act {
  if (!isPresenting() || place.flow().wholeStory) return replayAct(place);
  let replay: Act | null = null;
  const title = () => t('replay.title', { title: textOf(place.flow().level.title) });
  const reveal = () => {
    if (replay) return;
    replay = replayAct(place);
    place.draw();
    enterScreen(place.root, document.title);
  };
  return {
    title,
    screen: () => (replay ? replay.screen() : revealScreen(title(), { goOn: reveal, back: null })),
    drawn: () => replay?.drawn?.(),
    relabel: () => replay?.relabel?.(),
    close: () => replay?.close?.(),
  };
}

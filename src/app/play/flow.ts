import {
  applyCommand,
  judge,
  mailOf,
  replayLog,
  startPlay,
  type Command,
  type ContactId,
  type Desk,
  type JudgedPrediction,
  type Level,
  type Play,
  type Prediction,
} from '../../engine/index.ts';
import type { PlayStage, SavedPlay } from '../../progress/index.ts';

/** One level in play. It is plain data, and every step returns a new flow. */
export interface Flow {
  readonly level: Level;
  readonly play: Play;
  readonly stage: PlayStage;
  /** The play before a send that can still be undone, while the desk is on the screen; null otherwise. */
  readonly leaving: Play | null;
  /** The next desk is announced, because its mails are a surprise: an apology. */
  readonly bridge: boolean;
  /** The replay shows the story from its start, not only what is new. */
  readonly wholeStory: boolean;
  /** The replay begins with the disaster that the player avoided. */
  readonly avoided: boolean;
  /** The player's predictions for the mails of each desk, by the desk's id. */
  readonly predictions: Predictions;
}

type Predictions = Readonly<Record<string, Prediction>>;

const at = (level: Level, play: Play, stage: PlayStage, predictions: Predictions = {}): Flow => ({
  level,
  play,
  stage,
  leaving: null,
  bridge: false,
  wholeStory: false,
  avoided: false,
  predictions,
});

/** A level from its beginning. */
export function beginFlow(level: Level): Flow {
  return at(level, startPlay(level), 'briefing');
}

/**
 * Restores a level where it was left.
 * If the level's file has changed, the log is replayed as far as it fits, and a stage that this play cannot be at
 * becomes the nearest possible one.
 */
export function resumeFlow(level: Level, saved: SavedPlay): Flow {
  const play = replayLog(level, saved.log);
  const stage = possibleStage(play, saved.stage);
  // At a later desk where nothing was done yet, the reason is shown once more.
  const arrived = stage === 'desk' && play.beforeSend !== null && play.past.length === 0 && play.future.length === 0;
  return { ...at(level, play, stage, saved.predictions), bridge: arrived };
}

/**
 * Transfers a play to a changed level: commands are repeated as far as they fit, and the player stays at the same step
 * if the new level has it.
 */
export function renewFlow(flow: Flow, level: Level): Flow {
  let next: Flow;
  try {
    next = resumeFlow(level, savedPlay(flow));
  } catch {
    return beginFlow(level);
  }
  return { ...next, bridge: next.bridge && flow.bridge, wholeStory: next.stage === 'replay' && flow.wholeStory };
}

function possibleStage(play: Play, wanted: PlayStage): PlayStage {
  const sent = play.beforeSend !== null;
  if (wanted === 'briefing') return 'briefing';
  if (wanted === 'replay') return sent ? 'replay' : 'briefing';
  if (wanted === 'desk') return play.desk ? 'desk' : 'debrief';
  return play.desk ? 'desk' : 'debrief';
}

/** The same flow after its level got texts in another language. */
export function retold(flow: Flow, level: Level): Flow {
  const again = (play: Play) => replayLog(level, play.log);
  return { ...flow, level, play: again(flow.play), leaving: flow.leaving && again(flow.leaving) };
}

/** Returns the part of a flow to store. Mails that could still be undone count as sent after a reload. */
export function savedPlay({ play, stage, leaving, predictions }: Flow): SavedPlay {
  const saved = { log: play.log, stage: leaving ? 'replay' : stage } as const;
  return Object.keys(predictions).length > 0 ? { ...saved, predictions } : saved;
}

export function toStage(flow: Flow, stage: PlayStage): Flow {
  return { ...flow, stage: possibleStage(flow.play, stage), leaving: null, bridge: false };
}

/** Returns the play that the desk shows. While sending can be undone, it is the one before. */
export function playOnDesk(flow: Flow): Play {
  return flow.leaving ?? flow.play;
}

export function deskOnScreen(flow: Flow): Desk | null {
  return playOnDesk(flow).desk;
}

/** Applies a command of the player at the desk; returns the same flow when it does nothing. */
export function command(flow: Flow, given: Command): Flow {
  if (flow.stage !== 'desk' && !flow.leaving) return flow;
  if (flow.leaving) return given.type === 'unsend' || given.type === 'undo' ? takeBack(flow) : flow;
  // Once the replay has been watched, sending cannot be undone.
  if (given.type === 'unsend') return flow;
  const play = applyCommand(flow.level, flow.play, given);
  if (play === flow.play) return flow;
  if (given.type !== 'send' && given.type !== 'skip') return { ...flow, play };
  // Continuing without a mail can be undone as sending can. Predictions from when these mails were sent before no
  // longer count.
  const sent = flow.play.desk?.id;
  const others = Object.entries(flow.predictions).filter(([desk]) => desk !== sent);
  return { ...flow, play, leaving: flow.play, predictions: Object.fromEntries(others) };
}

function takeBack(flow: Flow): Flow {
  const play = applyCommand(flow.level, flow.play, { type: 'unsend' });
  return { ...flow, play, stage: 'desk', leaving: null };
}

/**
 * Returns how many mails were just sent and can be undone, not counting those without a recipient; null if none can.
 */
export function mailsLeaving(flow: Flow): number | null {
  const desk = flow.leaving?.desk;
  if (!desk) return null;
  return flow.play.outcome.sent.filter(({ mail }) => desk.mails.includes(mail)).length;
}

/** Starts the replay, after which sending can no longer be undone. */
export function watch(flow: Flow): Flow {
  return { ...flow, stage: 'replay', leaving: null, wholeStory: false };
}

/** The desk whose mails were sent last; null before any was. */
const lastSent = ({ play }: Flow): Desk | null => play.beforeSend?.desk ?? null;

/** Returns the cards that a prediction can name: the recipients of the mails that were just sent. */
export function predictable(flow: Flow): ContactId[] {
  const desk = lastSent(flow);
  const { routing } = flow.play;
  const got = (contact: ContactId) => desk?.mails.some((mail) => (routing[mail]?.[contact] ?? 'none') !== 'none');
  return desk?.contacts.filter(got) ?? [];
}

/** Adds the player's prediction for the mails that were just sent. */
export function predict(flow: Flow, prediction: Prediction): Flow {
  const desk = lastSent(flow);
  if (!desk || predictable(flow).length === 0) return flow;
  return { ...flow, predictions: { ...flow.predictions, [desk.id]: prediction } };
}

/** Returns the predictions for the mails of each desk, and whether they came true, in the order of sending. */
export function judgedPredictions({ level, play, predictions }: Flow): JudgedPrediction[] {
  const judged: JudgedPrediction[] = [];
  for (let before = play.beforeSend; before !== null; before = before.beforeSend) {
    const said = before.desk && predictions[before.desk.id];
    if (before.desk && said) judged.unshift(judge(level, play.outcome, before.desk.mails, said));
  }
  return judged;
}

/** Returns the judged predictions for the mails that the replay shows: those sent last, or all. */
export function answeredPredictions(flow: Flow): JudgedPrediction[] {
  if (flow.wholeStory) return judgedPredictions(flow);
  const desk = lastSent(flow);
  return desk && flow.predictions[desk.id] ? judgedPredictions(flow).slice(-1) : [];
}

/** Starts the replay with the mails on their way. Until the first one is read, the player can still undo the send. */
export function watchLeaving(flow: Flow): Flow {
  return { ...flow, stage: 'replay', wholeStory: false };
}

/** Delivers the mails, so that sending can no longer be undone. */
export function delivered(flow: Flow): Flow {
  return flow.leaving ? { ...flow, leaving: null } : flow;
}

/** Continues after the replay: with the next desk if a mail is due now, otherwise with the debrief. */
export function afterReplay(flow: Flow): Flow {
  if (flow.wholeStory || !flow.play.desk) {
    return { ...delivered(flow), stage: 'debrief', wholeStory: false, avoided: false };
  }
  return { ...delivered(flow), stage: 'desk', bridge: true };
}

/**
 * True for the step that finishes a level: the debrief after its last replay, but not after watching everything again.
 */
export function isFinish(before: Flow, after: Flow): boolean {
  return after.stage === 'debrief' && before.stage === 'replay' && !before.wholeStory;
}

/** Returns why the player is at this desk: to apologise, or simply for the next mail. */
export function bridgeKind(flow: Flow): 'apology' | 'next' | null {
  if (!flow.bridge || !flow.play.desk) return null;
  const due = flow.play.desk.mails;
  return flow.level.mails.some((mail) => due.includes(mail.id) && mail.when === 'breach') ? 'apology' : 'next';
}

/** Returns the contacts on the desk that were on no earlier one, so that the player has not met them yet. */
export function newcomers({ play }: Flow): ContactId[] {
  const met = new Set<ContactId>();
  for (let before = play.beforeSend; before !== null; before = before.beforeSend) {
    for (const contact of before.desk?.contacts ?? []) met.add(contact);
  }
  return play.desk?.contacts.filter((contact) => !met.has(contact)) ?? [];
}

/** Returns what follows the current replay. */
export function afterWords(flow: Flow): 'apology' | 'mail' | 'debrief' {
  const next = afterReplay(flow);
  if (next.stage === 'debrief') return 'debrief';
  return bridgeKind(next) === 'apology' ? 'apology' : 'mail';
}

/** Shows the desk, after the player has read why a mail is due. */
export function crossBridge(flow: Flow): Flow {
  return flow.bridge ? { ...flow, bridge: false } : flow;
}

/** Opens a play that was saved as a file: its replay, from the start. */
export function flowOfFile(level: Level, play: Play): Flow {
  return { ...at(level, play, 'replay'), wholeStory: true };
}

/** Opens a play that was kept with its result: its debrief. */
export function flowOfResult(level: Level, play: Play): Flow {
  return at(level, play, 'debrief');
}

/** Returns the last desk where mails were sent, as it was before sending; the current desk if none were. */
export function flowAtDesk({ level, play, leaving, predictions }: Flow): Flow {
  return at(level, leaving ?? (play.desk ? play : (play.beforeSend ?? play)), 'desk', predictions);
}

/** Shows everything again, from the debrief. */
export function watchAgain(flow: Flow): Flow {
  return { ...flow, stage: 'replay', wholeStory: true };
}

/** Looks at the disaster that the player avoided, from the debrief. */
export function watchAvoided(flow: Flow): Flow {
  return { ...watchAgain(flow), avoided: true };
}

/** Index of the first beat to show: that of the last sending, since earlier beats have been watched. */
export function firstBeat(flow: Flow): number {
  const last = flow.play.beforeSend?.desk;
  if (flow.wholeStory || !last) return 0;
  const seen = new Set(flow.play.beforeSend?.outcome.beats.map(({ id }) => id));
  const beats = flow.play.outcome.beats;
  const sent = beats.findIndex((beat) => {
    const mail = mailOf(beat);
    return !seen.has(beat.id) && mail !== null && last.mails.includes(mail);
  });
  return Math.max(0, sent);
}

import type { ContactId, Field, Level } from '../../engine/index.ts';
import { namesOf } from '../../i18n/describe.ts';
import { t } from '../../i18n/index.ts';
import type { Sign } from './cues.ts';
import type { Moment, Timeline } from './timeline.ts';

/** What can be seen on the table at one moment, as data. It depends on the moment alone. */
export interface Scene {
  /** Who has received mail, and through which field the last one came. */
  readonly reached: readonly { readonly contact: ContactId; readonly field: Field }[];
  /** Threads of ink: for each viewer, who is seen. */
  readonly sees: readonly { readonly viewer: ContactId; readonly subjects: readonly ContactId[] }[];
  /** Crowds whose members see each other. */
  readonly within: readonly ContactId[];
  /** The last sign at each stamp. */
  readonly signs: readonly { readonly contact: ContactId; readonly sign: Sign }[];
  /** Papers that have arrived on the desk. */
  readonly papers: number;
}

/** From this progress on an action counts as done: a letter has arrived, a thread is visible. */
const DONE = 0.5;

export function sceneAt({ cues }: Timeline, { progress }: Moment): Scene {
  const reached = new Map<ContactId, Field>();
  const sees = new Map<ContactId, Set<ContactId>>();
  const within = new Set<ContactId>();
  const signs = new Map<ContactId, Sign>();
  let papers = 0;
  const see = (viewer: ContactId, subject: ContactId) => {
    if (viewer === subject) within.add(viewer);
    else sees.set(viewer, (sees.get(viewer) ?? new Set()).add(subject));
  };
  for (const [index, cue] of cues.entries()) {
    if ((progress[index] ?? 0) < DONE) continue;
    if (cue.do === 'fly') reached.set(cue.arrival.actor, cue.arrival.field);
    else if (cue.do === 'thread') see(cue.exposure.viewer, cue.exposure.subject);
    else if (cue.do === 'bleed') within.add(cue.actor);
    else if (cue.do === 'pool')
      for (const viewer of cue.pool.viewers)
        for (const subject of cue.pool.subjects) if (viewer !== subject) see(viewer, subject);
    if (cue.do === 'sign') signs.set(cue.actor, cue.sign);
    if (cue.do === 'notice') papers += 1;
  }
  return {
    reached: [...reached].map(([contact, field]) => ({ contact, field })),
    sees: [...sees].map(([viewer, subjects]) => ({ viewer, subjects: [...subjects] })),
    within: [...within],
    signs: [...signs].map(([contact, sign]) => ({ contact, sign })),
    papers,
  };
}

/** When there are more viewers than this, one sentence covers them all. */
const VIEWERS_TOLD = 4;

/** Describes the picture in words, for people who cannot see it. */
export function sceneText(level: Level, { reached, sees, within, signs, papers }: Scene): string {
  if (reached.length + sees.length + papers + signs.length === 0) return t('replay.scene.nothing');
  const names = (contacts: readonly ContactId[]) => namesOf(level, contacts);
  const kinds = [...new Set(signs.map(({ sign }) => sign))];
  return [
    ...(reached.length > 0 ? [t('replay.scene.reached', { names: names(reached.map(({ contact }) => contact)) })] : []),
    ...(sees.length > VIEWERS_TOLD
      ? [t('replay.scene.see-others', { names: names(sees.map(({ viewer }) => viewer)) })]
      : sees.map(({ viewer, subjects }) =>
          t('replay.scene.sees', { viewer: names([viewer]), subjects: names(subjects) }),
        )),
    ...(within.length > 0 ? [t('replay.scene.within', { names: names(within) })] : []),
    ...kinds.map((kind) =>
      t(`replay.scene.sign.${kind}`, {
        names: names(signs.flatMap(({ sign, contact }) => (sign === kind ? [contact] : []))),
      }),
    ),
    ...(papers > 0 ? [t('replay.scene.papers', { number: papers })] : []),
  ].join(' ');
}

/** Describes one moment after another, and writes a new text only when the picture has changed. */
export function sceneTeller(level: Level, timeline: Timeline): (moment: Moment) => string {
  let last = { done: '', text: '' };
  return (moment) => {
    const done = moment.progress.map((progress) => (progress < DONE ? '-' : '+')).join('');
    if (done !== last.done || last.text === '') last = { done, text: sceneText(level, sceneAt(timeline, moment)) };
    return last.text;
  };
}

import type { Circle, Contact, Level, LevelText } from '../level/level.ts';
import { castOf, type Cast } from './cast.ts';
import { filled } from './fill.ts';
import type { Plot, Role } from './plot.ts';
import type { Random } from './random.ts';
import { ruleOf, sideOf } from './skeleton.ts';
import type { SceneWords, SituationWords } from './words.ts';

/** The words of one language, with its tag. */
export interface Language {
  readonly tag: string;
  readonly words: SituationWords;
}

/**
 * Adds the words of a language to the facts of a situation, and returns an ordinary level.
 *
 * @param used sentences that were used today; they are avoided while there are others, and those used here are added
 */
export function dress(
  plot: Plot,
  id: string,
  { tag, words }: Language,
  random: Random,
  used: Set<string> = new Set(),
): Level {
  const fresh: Fresh = (sentences) => {
    const others = sentences.filter((sentence) => !used.has(sentence));
    const sentence = random.pick(others.length > 0 ? others : sentences);
    used.add(sentence);
    return sentence;
  };
  const { skeleton } = plot;
  const scene = words.scenes[skeleton.occasion][sideOf(skeleton)];
  const cast = castOf(plot, scene, words, random);
  const said = (text: string): LevelText => ({ [tag]: text });
  const named = plot.named === null ? undefined : cast.get(plot.named);
  const name = skeleton.trap === 'lookalike' ? named?.shared : named?.name;
  const hint = filled(fresh(words.traps[skeleton.trap]), { name: name ?? '', list: scene.list });
  return levelOf(plot, id, cast, {
    title: said(scene.title),
    summary: said(scene.subject),
    briefing: said(`${scene.line}\n\n${hint}`),
    from: said(scene.from),
    domain: scene.domain,
    subject: said(scene.subject),
    body: said(scene.body),
    about: (role) => said(filled(aboutOf(role, scene, words, fresh), { name: cast.get('former')?.name ?? '' })),
    circle(circle) {
      if (circle === 'neighbours') return said(fresh(words.others.neighbours));
      return circle === 'main' && scene.bond !== undefined ? said(scene.bond) : null;
    },
    ask: said(plot.received ? fresh(words.asks[sideOf(skeleton)]) : words.tray),
    tray: said(words.tray),
    why: said(scene.why),
  });
}

/** Picks a sentence that has not been used, if there is one. */
type Fresh = (sentences: readonly string[]) => string;

/** All texts of a level, which the facts do not give. */
export interface LevelWords {
  readonly title: LevelText;
  readonly summary: LevelText;
  readonly briefing: LevelText;
  readonly from: LevelText;
  readonly domain: string;
  readonly subject: LevelText;
  readonly body: LevelText;
  readonly about: (role: Role) => LevelText | null;
  readonly circle: (id: Plot['circles'][number]['id']) => LevelText | null;
  readonly ask: LevelText;
  readonly tray: LevelText;
  readonly why: LevelText;
}

/** Makes a level from facts, people and words. */
export function levelOf(plot: Plot, id: string, cast: Cast, words: LevelWords): Level {
  const { skeleton, roles, received, mail } = plot;
  return {
    format: 2,
    id,
    title: words.title,
    summary: words.summary,
    minutes: 1,
    briefing: words.briefing,
    sender: { name: words.from, address: `office@${words.domain}` },
    contacts: roles.map((role) => contactOf(role, cast, words)),
    circles: plot.circles.map((circle) => circleOf(circle, words)),
    ...(received ? { received: [receivedOf(received, words)] } : {}),
    mails: [
      {
        id: 'email',
        subject: words.subject,
        body: words.body,
        ...mail,
        fields: [...plot.fields],
        contacts: roles.filter(({ part }) => part !== 'former').map((role) => role.id),
        ...(plot.prefilled ? { prefilled: { ...plot.prefilled } } : {}),
        ...(received ? { thread: { kind: 'reply-all' as const, of: 'asked', quotes: false } } : {}),
        ...(plot.fields.includes('instead') ? { instead: { name: words.tray, reaches: true } } : {}),
      },
    ],
    lesson: { rule: ruleOf(skeleton), why: words.why },
  };
}

function contactOf(role: Role, cast: Cast, words: LevelWords): Contact {
  const { name = role.id, address = `${role.id}@home.example` } = cast.get(role.id) ?? {};
  const about = words.about(role);
  return { id: role.id, name, address, ...role.facts, ...(about === null ? {} : { about }) };
}

function circleOf({ id, members }: Plot['circles'][number], words: LevelWords): Circle {
  const about = words.circle(id);
  return {
    id,
    members: [...members],
    bond: id === 'neighbours' ? 'acquaintance' : 'context',
    ...(id === 'neighbours' ? {} : { discusses: true }),
    ...(about === null ? {} : { about }),
  };
}

function receivedOf(
  { from, to, cc }: NonNullable<Plot['received']>,
  words: LevelWords,
): NonNullable<Level['received']>[number] {
  return { id: 'asked', from, to: [...to], cc: [...cc], subject: words.subject, body: words.ask, sensitivity: 0 };
}

function aboutOf({ part }: Role, scene: SceneWords, words: SituationWords, fresh: Fresh): string {
  switch (part) {
    case 'main':
      return scene.main;
    case 'guest':
    case 'phone':
    case 'handler':
    case 'pair':
      return scene.extra;
    case 'lookalike':
    case 'list':
    case 'former':
    case 'observer':
      return fresh(words.others[part]);
  }
}

import type { Level } from '../engine/index.ts';
import { language } from '../i18n/index.ts';
import { word, type PlainWordKey } from './words.ts';

export interface Wishes {
  readonly id: string;
  readonly title: string;
  readonly sender: string;
  /** True when the recipients know of each other in this matter. */
  readonly open: boolean;
}

/** Makes a small level that can be won, that no habit wins, and whose texts say what to change. */
export function newLevel({ id, title, sender, open }: Wishes): Level {
  const said = (text: string) => ({ [language()]: text });
  const start = {
    $schema: './level.schema.json',
    format: 2 as const,
    id,
    title: said(title),
    summary: say('new-summary'),
    minutes: 2,
    briefing: say(open ? 'open-briefing' : 'hidden-briefing'),
    sender: { name: said(sender), address: 'sender@organisation.example', role: say('new-role') },
  };
  return { ...start, ...(open ? openStory() : hiddenStory()) };
}

const say = (key: PlainWordKey) => ({ [language()]: word(key) });

type Story = Pick<Level, 'contacts' | 'mails' | 'lesson'> & Partial<Pick<Level, 'circles' | 'beats' | 'accepted'>>;

/** People who must see each other, one who must be seen, and one who must not read it. */
function openStory(): Story {
  const person = (id: string, key: 'ana' | 'ben' | 'lead' | 'outsider') => ({
    id,
    name: say(`open-${key}`),
    address: `${id}@organisation.example`,
    identity: 'full' as const,
    about: say(`open-${key}-about`),
  });
  return {
    contacts: [
      { ...person('ana', 'ana'), needs: 'act' },
      { ...person('ben', 'ben'), needs: 'act' },
      { ...person('lead', 'lead'), needs: 'know', mustBeSeen: true },
      { ...person('outsider', 'outsider'), needs: 'nothing' },
    ],
    circles: [
      { id: 'team', members: ['ana', 'ben', 'lead'], bond: 'context', discusses: true, about: say('open-team') },
    ],
    mails: [
      {
        id: 'shifts',
        subject: say('open-subject'),
        body: say('open-body'),
        sensitivity: 1,
        fields: ['to', 'cc', 'bcc', 'separate'],
      },
    ],
    beats: [
      {
        id: 'double-shift',
        when: { contact: 'ana', in: ['bcc', 'separate'] },
        after: 'P3D',
        text: say('open-beat'),
      },
    ],
    lesson: { rule: 'reply-decides', why: say('open-why') },
    // Wherever everyone may see everyone, "everyone in To" wins.
    accepted: { 'habit-wins': word('open-accepted') },
  };
}

/** Strangers who must not see each other, two colleagues who must reply to each other, and one who must not read it. */
function hiddenStory(): Story {
  return {
    contacts: [
      {
        id: 'clients',
        name: say('hidden-clients'),
        address: 'client-{n}@mail.example',
        people: 14,
        needs: 'act',
        about: say('hidden-clients-about'),
      },
      {
        id: 'helper',
        name: say('hidden-helper'),
        address: 'helper@organisation.example',
        needs: 'act',
        authorised: true,
        about: say('hidden-helper-about'),
      },
      {
        id: 'adviser',
        name: say('hidden-adviser'),
        address: 'adviser@organisation.example',
        needs: 'act',
        authorised: true,
        about: say('hidden-adviser-about'),
      },
      {
        id: 'bank',
        name: say('hidden-outsider'),
        address: 'contact@bank.example',
        kind: 'office',
        needs: 'nothing',
        about: say('hidden-outsider-about'),
      },
    ],
    circles: [
      { id: 'desk', members: ['helper', 'adviser'], bond: 'context', discusses: true, about: say('hidden-team') },
    ],
    mails: [
      {
        id: 'invitation',
        subject: say('hidden-subject'),
        body: say('hidden-body'),
        sensitivity: 2,
        fields: ['to', 'cc', 'bcc', 'separate'],
      },
    ],
    beats: [
      {
        id: 'same-office',
        when: { viewer: 'clients', learns: 'clients' },
        after: 'P1D',
        text: say('hidden-beat'),
      },
    ],
    lesson: { rule: 'list-is-secret', why: say('hidden-why') },
  };
}

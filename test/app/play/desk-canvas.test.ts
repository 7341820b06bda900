import { expect, test } from 'vitest';
import { openDeskCanvas } from '../../../src/app/play/desk-canvas.ts';
import { beginFlow, command, toStage, watch } from '../../../src/app/play/flow.ts';
import type { Board, BoardModel } from '../../../src/board/board.ts';
import type { Stage } from '../../../src/stage/stage.ts';
import { level, mail, person } from '../../engine/levels.ts';

const STORY = level([person('ana'), person('ben')], {
  mails: [mail('mail', { suggestions: [{ typed: 'b', contacts: ['ben'] }] })],
});
const desk = toStage(beginFlow(STORY), 'desk');
const found = command(desk, { type: 'place', contacts: ['ben'], field: 'to' });

/** A desk whose drawing code arrives when it is let in; it notes what it is given to draw. */
function open(arrives = true) {
  const shown: BoardModel[] = [];
  const states: string[] = [];
  let closed = 0;
  let letIn = () => {};
  const code = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  const board: Board = {
    update: (model) => void shown.push(model),
    send: () => Promise.resolve(),
    unsend: () => {},
    close: () => void (closed += 1),
  };
  const canvas = openDeskCanvas(
    {} as HTMLElement,
    desk,
    true,
    () => {},
    (state) => states.push(state),
    async () => {
      await code;
      if (!arrives) throw new Error('no network');
      return {
        stageIn: () => Promise.resolve({} as Stage),
        openBoard(_stage, first) {
          shown.push(first);
          return board;
        },
      };
    },
  );
  const arrive = async () => {
    letIn();
    // Until everything that waits for the code has had its turn.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
  return { canvas, shown, states, arrive, closed: () => closed };
}

test('the desk opens as it is when its code has arrived, without those whom the player has to find', async () => {
  const { canvas, shown, states, arrive } = open();
  expect(states).toEqual([]);
  await arrive();
  expect(states).toEqual(['ready']);
  expect(shown.map(({ desk: { contacts } }) => contacts)).toEqual([['ana']]);
  canvas.show(found, true);
  expect(shown.at(-1)).toMatchObject({ desk: { contacts: ['ana', 'ben'] }, placement: { ben: 'to' } });
});

test('it is drawn again for a move and for the signs of the fields, and not for nothing', async () => {
  const { canvas, shown, arrive } = open();
  await arrive();
  canvas.show(desk, true);
  expect(shown).toHaveLength(1);
  canvas.show(desk, false);
  expect(shown.at(-1)?.signs).toBe(false);
  canvas.show(found, false);
  expect(shown).toHaveLength(3);
});

test('while sending can be undone the cards stay, and afterwards there is nothing to draw', async () => {
  const { canvas, shown, arrive } = open();
  await arrive();
  const leaving = command(found, { type: 'send' });
  canvas.show(leaving, true);
  expect(shown.at(-1)?.placement).toEqual({ ben: 'to' });
  canvas.show(watch(leaving), true);
  expect(shown).toHaveLength(2);
});

test('a desk that is left before its code arrives never opens; one without a network says so', async () => {
  const left = open();
  left.canvas.close();
  await left.arrive();
  expect([left.shown, left.states]).toEqual([[], []]);
  const lost = open(false);
  await lost.arrive();
  expect(lost.states).toEqual(['failed']);
  const there = open();
  await there.arrive();
  there.canvas.close();
  expect(there.closed()).toBe(1);
});

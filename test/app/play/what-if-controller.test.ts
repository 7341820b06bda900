import { beforeAll, expect, test } from 'vitest';
import { toStage, beginFlow, command, watch } from '../../../src/app/play/flow.ts';
import { whatIfController } from '../../../src/app/play/what-if-controller.ts';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import type { WhatIf } from '../../../src/engine/play/what-if.ts';
import { loadAllTexts, setLanguage } from '../../../src/i18n/index.ts';
import { courseLevel } from '../../engine/levels.ts';

beforeAll(async () => {
  await setLanguage('en');
  await loadAllTexts();
});

const CV = courseLevel('cv-to-rivals');

function open() {
  const desk = toStage(beginFlow(CV), 'desk');
  const sent = command(command(desk, { type: 'place', contacts: ['northwind'], field: 'cc' }), { type: 'send' });
  const flow = watch(sent);
  const said: string[] = [];
  let watched: WhatIf | null = null;
  const controller = whatIfController(
    () => flow,
    () => {},
    (supposed) => void (watched = supposed),
    (text) => said.push(text),
  );
  controller.actions.open();
  const [first] = controller.model()?.played.desks ?? [];
  if (!first) throw new Error('no desk');
  return {
    controller,
    flow,
    said,
    desk: first.desk.id,
    supposed: () => controller.model()?.supposed,
    watched: () => watched,
  };
}

test('what is tried adds up, and the play stays as it was', () => {
  const { controller, flow, said, desk, supposed } = open();
  const before = JSON.stringify(flow);
  controller.actions.lay(desk, 'southgale', 'bcc');
  controller.actions.lay(desk, 'northwind', 'separate');
  expect(Object.values(supposed()?.routing ?? {})[0]).toMatchObject({ southgale: 'bcc', northwind: 'separate' });
  expect(said).toHaveLength(2);
  expect(JSON.stringify(flow)).toBe(before);
});

test('the best way is the best way, whatever was tried before', () => {
  const { controller, desk, supposed } = open();
  controller.actions.lay(desk, 'southgale', 'cc');
  controller.actions.takeBest();
  expect(supposed()?.routing).toEqual(bestRouting(CV).routing);
  expect(controller.model()?.best).toBe(true);
  controller.actions.lay(desk, 'northwind', 'cc');
  expect(controller.model()?.best).toBe(false);
});

test('a new start goes back to what was sent, from the best way too', () => {
  const { controller, flow, desk, supposed } = open();
  controller.actions.takeBest();
  controller.actions.lay(desk, 'southgale', 'cc');
  controller.actions.reset();
  expect(supposed()?.outcome).toEqual(flow.play.outcome);
});

test('what is watched closes the desk and is the story that was tried', () => {
  const { controller, desk, supposed, watched } = open();
  controller.actions.lay(desk, 'southgale', 'bcc');
  const tried = supposed();
  controller.actions.watch();
  expect(watched()).toBe(tried);
  expect(controller.model()).toBeNull();
});

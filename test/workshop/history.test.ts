import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, record, redo, undo } from '../../src/workshop/history.ts';
import { tries } from '../tries.ts';

type State = { readonly text: string; readonly more: readonly string[] };

const state: fc.Arbitrary<State> = fc.record({ text: fc.string(), more: fc.array(fc.string(), { maxLength: 3 }) });
const edits = fc.array(fc.record({ next: state, field: fc.constantFrom(null, 'title', 'name') }), { maxLength: 12 });

test('all steps undone give the first state, and all done again the last', () => {
  fc.assert(
    fc.property(state, edits, (first, steps) => {
      let history = begin(first);
      for (const { next, field } of steps) history = record(history, next, field);
      const last = history.present;
      const count = history.past.length;
      for (let step = 0; step <= count; step += 1) history = undo(history);
      expect(history.present).toEqual(first);
      expect(undo(history)).toBe(history);
      for (let step = 0; step <= count; step += 1) history = redo(history);
      expect(history.present).toEqual(last);
      expect(redo(history)).toBe(history);
    }),
    tries(1000, 100),
  );
});

test('keystrokes in one field are one step, until the author goes elsewhere or looks back', () => {
  const typed = (text: string): State => ({ text, more: [] });
  let history = begin(typed(''));
  for (const text of ['P', 'Pa', 'Par']) history = record(history, typed(text), 'title');
  expect(history.past).toHaveLength(1);
  expect(undo(history).present).toEqual(typed(''));
  history = record(redo(undo(history)), typed('Part'), 'title');
  expect(history.past).toHaveLength(2);
  expect(record(history, typed('Part'), 'title')).toEqual(history);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { check as isPretty } from 'prettier';
import { afterAll, describe, expect, test } from 'vitest';
import { checkLevelFile } from '../../src/cli/check.ts';
import { checkDraft } from '../../src/workshop/draft.ts';
import { begin, record, undo, type History } from '../../src/workshop/history.ts';
import { isList, isObject, type Json } from '../../src/workshop/json/value.ts';
import type { LevelFiles } from '../../src/workshop/level-files.ts';
import { asOneFile } from '../../src/workshop/share/level-file.ts';
import { tries } from '../tries.ts';
import { anyEdit } from './author-edits.ts';
import { COURSE, shipped } from './shipped.ts';

/** The thorough run tries thousands of edits. */
const TIMEOUT = 1_200_000;
const FOLDER = mkdtempSync(join(tmpdir(), 'blind-copy-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const anyCourseLevel = fc.constantFrom(...COURSE).map(shipped);
const edits = fc.array(anyEdit, { minLength: 1, maxLength: 8 });

function written(files: LevelFiles): { readonly file: string; readonly text: string }[] {
  return [files, ...files.translations];
}

/** Names of fields that are in another order than before; what was added or removed does not count. */
function reordered(before: Json, after: Json, path = ''): string[] {
  if (isList(before) && isList(after)) {
    const idOf = (item: Json) => (isObject(item) ? item['id'] : undefined);
    return after.flatMap((item) => {
      const old = before.find((one) => idOf(one) !== undefined && idOf(one) === idOf(item));
      return old === undefined ? [] : reordered(old, item, `${path}[]`);
    });
  }
  if (!isObject(before) || !isObject(after)) return [];
  const [old, now] = [Object.keys(before), Object.keys(after)];
  const kept = now.filter((name) => old.includes(name));
  const inOrder = old.filter((name) => now.includes(name));
  return [
    ...(kept.join() === inOrder.join() ? [] : [`${path}: ${kept.join()}`]),
    ...kept.flatMap((name) => reordered(before[name] ?? null, after[name] ?? null, `${path}.${name}`)),
  ];
}

describe('a level of the course after any edits', () => {
  test('is laid out as prettier lays it out, and so is the one file that is shared', { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(anyCourseLevel, edits, async (level, changes) => {
        const files = changes.reduce((changed, edit) => edit(changed), level);
        const shared = asOneFile(files);
        for (const { text } of [...written(files), ...(shared ? [shared] : [])]) {
          expect(await isPretty(text, { parser: 'json', printWidth: 120, singleQuote: true })).toBe(true);
        }
      }),
      tries(1000, 15),
    );
  });

  test('has its fields in the order that their author gave them', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyCourseLevel, edits, (level, changes) => {
        // Step by step: a field that is removed and added again is a new one.
        changes.reduce((files, edit) => {
          const edited = edit(files);
          expect(reordered(JSON.parse(files.text) as Json, JSON.parse(edited.text) as Json)).toEqual([]);
          return edited;
        }, level);
      }),
      tries(1000, 20),
    );
  });

  test('is undone to the byte, step by step', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyCourseLevel, edits, (level, changes) => {
        let history: History<LevelFiles> = begin(level);
        const states = changes.map((edit) => {
          const before = history.present;
          history = record(history, edit(before));
          return before;
        });
        for (const state of states.toReversed()) {
          // An edit that changes nothing is no step.
          if (JSON.stringify(history.present) !== JSON.stringify(state)) history = undo(history);
          expect(history.present).toEqual(state);
        }
        expect(history.present).toEqual(level);
      }),
      tries(500, 10),
    );
  });

  test('has the problems that the command finds in its files, and no others', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyCourseLevel, edits, (level, changes) => {
        const files = changes.reduce((changed, edit) => edit(changed), level);
        for (const { file, text } of written(files)) writeFileSync(join(FOLDER, file), text);
        const ofCommand = checkLevelFile(join(FOLDER, files.file), []).problems;
        const ofForm = checkDraft(files, []).problems;
        expect(ofForm.map(({ code, line, column }) => [code, line, column])).toEqual(
          ofCommand
            .filter(({ code }) => code !== 'not-file-name')
            .map(({ code, line, column }) => [code, line, column]),
        );
      }),
      tries(100, 3),
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDraft } from '../../src/workshop/draft.ts';
import { draftOf, levelOf, setValue } from '../../src/workshop/level-files.ts';
import { addPerson } from '../../src/workshop/people.ts';
import { hasWrongSyntax } from './wrong-syntax.ts';

const FOLDER = new URL('../levels/broken/', import.meta.url);
const BROKEN = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

test('every broken file opens, takes an edit, and gives it back', () => {
  expect(BROKEN.length).toBeGreaterThan(100);
  for (const name of BROKEN) {
    const files = { file: name, text: read(name), translations: [] };
    const before = draftOf(files);
    const named = setValue(files, ['title'], 'Mended');
    expect(draftOf(named)).toEqual({ ...before, title: 'Mended' });
    const { index, id, files: added } = addPerson(named, 'person', 'en', 'Ana');
    expect(draftOf(added).contacts?.[index]?.id).toBe(id);
    // A file whose syntax is right stays as it is but for the edit.
    const isWhole = !hasWrongSyntax(files.text) && files.text.includes('"format": 2');
    const title = isWhole ? levelOf(files)['title'] : undefined;
    expect(isWhole ? setValue(named, ['title'], title).text : files.text).toBe(files.text);
  }
});

test('a file with slips opens with what is whole', () => {
  const draft = readDraft(
    '{ "format": 2, "title": 7, "minutes": "three", "contacts": [7, { "id": "ana", "needs": "maybe" }], ',
  );
  expect(draft).toEqual({ format: 2, contacts: [{}, { id: 'ana' }] });
});

import * as fc from 'fast-check';
import type { TemplateResult } from 'lit';
import { beforeAll, describe, expect, test } from 'vitest';
import { formController, type FormController } from '../../../src/app/workshop/form-controller.ts';
import { setLanguage } from '../../../src/i18n/index.ts';
import type { Form } from '../../../src/screens/workshop/form.ts';
import { mailsSection } from '../../../src/screens/workshop/mails-section.ts';
import { peopleSection } from '../../../src/screens/workshop/people-section.ts';
import { quickCheck } from '../../../src/workshop/analysis/quick-check.ts';
import type { PlacedProblem } from '../../../src/workshop/draft.ts';
import { draftOf, type LevelFiles } from '../../../src/workshop/level-files.ts';
import { setText } from '../../../src/workshop/texts.ts';
import { tries } from '../../tries.ts';
import { anyEdit, type AuthorEdit } from '../../workshop/author-edits.ts';
import { COURSE, shipped } from '../../workshop/shipped.ts';

/** A form whose level the test changes. */
function opened(start: LevelFiles) {
  const level = { files: start, problems: [] as readonly PlacedProblem[] };
  const begin = () =>
    formController({ files: () => level.files, problems: () => level.problems, change: () => {}, draw: () => {} });
  return { level, begin };
}

/** What authors do most: they type the name of a person, or the subject of an email. */
const typedName: fc.Arbitrary<AuthorEdit> = fc
  .tuple(fc.constantFrom(['contacts', 'name'] as const, ['mails', 'subject'] as const), fc.nat(9), fc.string())
  .map(
    ([[list, field], at, words]) =>
      (files) =>
        at < (draftOf(files)[list]?.length ?? 0) ? setText(files, [list, at, field], 'en', words) : files,
  );

/** Unfolds every card, and every box in one. */
function unfold(form: FormController, files: LevelFiles): void {
  const { contacts = [], mails = [] } = draftOf(files);
  for (const [index, { id = '' }] of contacts.entries()) {
    form.open(`contact-${String(index)}`);
    form.open(`more-${id}`);
  }
  for (const [index] of mails.entries()) {
    form.open(`mail-${String(index)}`);
    form.open(`at-mails-${String(index)}-more`);
  }
}

/** What a section shows: its templates with their values, but for what its events call. */
const shown = (form: Form) => JSON.stringify([peopleSection(form), mailsSection(form)]);

beforeAll(() => setLanguage('en'));

describe('a form that keeps its parts', () => {
  test('shows what a form that is made again shows, after any edits', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COURSE).map(shipped),
        fc.array(fc.oneof(anyEdit, typedName), { minLength: 1, maxLength: 6 }),
        (start, edits) => {
          const { level, begin } = opened(start);
          const keeping = begin();
          for (const edit of edits) {
            unfold(keeping, level.files);
            shown(keeping.form());
            level.files = edit(level.files);
            level.problems = quickCheck(level.files).problems;
            unfold(keeping, level.files);
            const fresh = begin();
            for (const name of keeping.unfolded()) fresh.open(name);
            expect(shown(keeping.form())).toBe(shown(fresh.form()));
            expect(keeping.unshown(level.problems)).toEqual(fresh.unshown(level.problems));
          }
        },
      ),
      tries(300, 12),
    );
  });

  test('makes a part again when what it shows changes, or what its fields show may differ', () => {
    const { level, begin } = opened(shipped('cv-to-rivals.json'));
    const form = begin();
    const make = () => ({}) as TemplateResult;
    const place = ['contacts', 0];
    const part = (...shows: readonly string[]) => form.form().kept(place, shows, make);
    const first = part('Ana');
    expect(part('Ana')).toBe(first);
    expect(part('Ben')).not.toBe(first);
    const second = part('Ben');
    form.open('more');
    expect(part('Ben')).not.toBe(second);
    const third = part('Ben');
    form.form().touch(place);
    expect(part('Ben')).not.toBe(third);
    level.problems = [
      {
        code: 'too-long',
        severity: 'error',
        file: 'a.json',
        line: 1,
        column: 1,
        text: '',
        params: {},
        hint: null,
        path: [...place, 'name'],
      },
    ];
    expect(part('Ben')).not.toBe(part('Ben'));
  });
});

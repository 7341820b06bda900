import { written } from '../../workshop/edit.ts';
import { newId, saysNothing } from '../../workshop/ids/new-id.ts';
import { draftOf, setValue, type LevelFiles } from '../../workshop/level-files.ts';
import { textAt } from '../../workshop/texts.ts';

const UNNAMED = 'level';

/** A level that says nothing yet. */
export function emptyLevel(): LevelFiles {
  const text = written({
    $schema: './level.schema.json',
    format: 2,
    id: UNNAMED,
    minutes: 2,
    sender: { address: 'sender@office.example' },
    contacts: [],
    mails: [],
    // Its fields say what is missing, and not the level as a whole.
    lesson: {},
  });
  return { file: `${UNNAMED}.json`, text, translations: [] };
}

/** Names a level and its file after its title, if they have no name of their own yet. */
export function settleLevel(files: LevelFiles, language: string): LevelFiles {
  const { id } = draftOf(files);
  const title = textAt(files, ['title'], language);
  if (id === undefined || title === '' || !saysNothing(id, UNNAMED)) return files;
  const name = newId(title, UNNAMED, []);
  return { ...setValue(files, ['id'], name), file: `${name}.json` };
}

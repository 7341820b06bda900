import { changeItem } from './items.ts';
import { withFieldSet, withObjects, isObject, objectsIn, ownValue } from './json/value.ts';
import type { LevelFiles } from './level-files.ts';
import { withRow } from './mails.ts';

/* What mail programs do that leads people astray: fields that are filled already, names that are suggested, warnings, and
   threads that bring their readers and their text along. */

/** Puts a card into a field before the player arrives; null: into none. */
export function setPrefilled(files: LevelFiles, index: number, contact: string, field: string | null): LevelFiles {
  return changeItem(files, 'mails', index, (mail) => withRow(mail, 'prefilled', contact, field));
}

/** Says from how many addresses in To and Cc on the mail program warns; null: never. Thunderbird: 15. */
export function setWarning(files: LevelFiles, index: number, addresses: number | null): LevelFiles {
  return changeItem(files, 'mails', index, (mail) => withFieldSet(mail, 'warnsAt', addresses ?? undefined));
}

/** Lets the address line suggest contacts while the player types a name, the first one on top. */
export function addSuggestion(
  files: LevelFiles,
  index: number,
  typed: string,
  contacts: readonly string[],
): LevelFiles {
  return changeItem(files, 'mails', index, (mail) =>
    withFieldSet(mail, 'suggestions', [...objectsIn(mail, 'suggestions'), { typed, contacts }]),
  );
}

/** Changes or, with null, removes a suggestion. */
export function setSuggestion(
  files: LevelFiles,
  index: number,
  place: number,
  suggestion: { readonly typed: string; readonly contacts: readonly string[] } | null,
): LevelFiles {
  return changeItem(files, 'mails', index, (mail) => {
    let at = -1;
    return withObjects(mail, 'suggestions', (old) => {
      at += 1;
      if (at !== place) return old;
      return suggestion && withFieldSet(withFieldSet(old, 'typed', suggestion.typed), 'contacts', suggestion.contacts);
    });
  });
}

/** Makes an email follow an earlier one; null: it begins by itself. What it quotes stays as it was said. */
export function setThread(
  files: LevelFiles,
  index: number,
  thread: { readonly kind: string; readonly of: string; readonly quotes?: boolean } | null,
): LevelFiles {
  return changeItem(files, 'mails', index, (mail) => {
    if (thread === null) return withFieldSet(mail, 'thread', undefined);
    const old = ownValue(mail, 'thread');
    let changed = withFieldSet(isObject(old) ? old : {}, 'kind', thread.kind);
    changed = withFieldSet(changed, 'of', thread.of);
    if (thread.quotes !== undefined) changed = withFieldSet(changed, 'quotes', thread.quotes);
    return withFieldSet(mail, 'thread', changed);
  });
}

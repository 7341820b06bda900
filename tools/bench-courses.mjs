// Courses of the campaign's own levels, as short or as long as a bench asks for, to see what a level costs the home page.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ id: string, translations?: string[] }} Level */
/** @typedef {{ title: Record<string, string>, levels: string[] }} Chapter */

/** @param {string} path @returns {unknown} */
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Writes a course of this many levels. Beyond those of the campaign it holds them again, under other names.
 *
 * @param {string} from the folder of the campaign
 * @param {string} to the folder that is written
 * @param {number} count
 */
export function writeCourse(from, to, count) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const course = /** @type {{ chapters: Chapter[] }} */ (read(join(from, 'course.json')));
  /** @type {Chapter[]} */
  const chapters = [];
  let written = 0;
  for (let round = 0; written < count; round += 1) {
    for (const { title, levels } of course.chapters) {
      const own = levels.slice(0, count - written);
      if (own.length > 0) chapters.push({ title, levels: own.map((file) => writeLevel(from, to, file, round)) });
      written += own.length;
    }
  }
  writeFileSync(join(to, 'course.json'), JSON.stringify({ ...course, chapters }));
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} file
 * @param {number} round 0 keeps the level's own name
 * @returns {string} the name of the file that was written
 */
function writeLevel(from, to, file, round) {
  const level = /** @type {Level} */ (read(join(from, file)));
  const id = round === 0 ? level.id : `${level.id}-${String(round)}`;
  writeFileSync(join(to, `${id}.json`), JSON.stringify({ ...level, id }));
  for (const language of level.translations ?? []) {
    writeFileSync(
      join(to, `${id}.${language}.json`),
      readFileSync(join(from, file.replace('.json', `.${language}.json`))),
    );
  }
  return `${id}.json`;
}

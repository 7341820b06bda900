import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { language, loadAllTexts, setLanguage } from '../i18n/index.ts';
import { loadSituationWords } from '../i18n/situations.ts';
import { isPlayable, translatedFile, type Problem } from '../levels/index.ts';
import { FORMAT, migrate } from '../levels/migrate.ts';
import { checkFiles, checkLevelFile, isCourse } from './check.ts';
import { composeMany, composeReport, composeReportText } from './compose.ts';
import { readText, writeText } from './files.ts';
import { readingText } from './read-situations.ts';
import { localeOf } from './locale.ts';
import { newAnswers, type AnswersResult } from './new-answers.ts';
import { newLevel } from './new.ts';
import { printable, problemData, problemLines } from './print.ts';
import { courseReportText, reportOnCourse } from './report-course.ts';
import { reportOn, reportText } from './report.ts';
import { writeGenerated } from './schema.ts';
import { isSystemError, systemSentence } from './system-errors.ts';
import { word } from './words.ts';

/** The exit code: 0 for success, 1 for failure. */
type Exit = 0 | 1;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  title: { type: 'string' },
  sender: { type: 'string' },
  open: { type: 'boolean', default: false },
  hidden: { type: 'boolean', default: false },
  folder: { type: 'string', default: 'levels' },
  lang: { type: 'string' },
  seed: { type: 'string' },
  count: { type: 'string', default: '1' },
  report: { type: 'boolean', default: false },
  read: { type: 'boolean', default: false },
  answers: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Flags = ReturnType<typeof parse>['values'];

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

/**
 * The trainer's command line.
 * @param args the arguments after `npm run level --`
 * @returns 0 on success; 1 when a file has errors, or the command failed
 */
export async function main(args: readonly string[]): Promise<Exit> {
  await setLanguage(localeOf(process.env));
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), word('usage'));
  }
  const { values, positionals } = parsed;
  if (values.lang !== undefined) await setLanguage(values.lang);
  await loadAllTexts();
  const [command, ...files] = positionals;
  if (values.help || command === undefined) {
    console.log(word('usage'));
    return command === undefined && !values.help ? 1 : 0;
  }
  try {
    return await run(command, files, values);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed(printable(`${error.path ?? command}  ${word('error')}  ${systemSentence(error.code)}`));
  }
}

async function run(command: string, files: readonly string[], values: Flags): Promise<Exit> {
  switch (command) {
    case 'check':
      return check(files, values);
    case 'report':
      return report(files, values);
    case 'new':
      return create(files, values);
    case 'schema':
      console.log(writeGenerated().join('\n'));
      return 0;
    case 'compose':
      return composed(values);
    case 'migrate':
      return migrateFiles(files);
    default:
      return failed(word('unknown-command', { name: command }), word('usage'));
  }
}

function failed(...lines: readonly string[]): Exit {
  console.error(lines.join('\n\n'));
  return 1;
}

function check(files: readonly string[], { json, strict }: Flags): Exit {
  const { files: checked, problems } = checkFiles(files);
  const good = strict ? problems.length === 0 : isPlayable(problems);
  if (json) {
    console.log(JSON.stringify({ ok: good, files: checked, problems: problems.map(problemData) }, null, 2));
    return good ? 0 : 1;
  }
  for (const problem of problems) console.log(`${problemLines(problem)}\n`);
  console.log(
    problems.length === 0
      ? word('all-good', { files: checked.join(', ') })
      : word('summary', {
          errors: count(problems, 'error'),
          warnings: count(problems, 'warning'),
          files: checked.length,
        }),
  );
  return good ? 0 : 1;
}

const count = (problems: readonly Problem[], severity: Problem['severity']) =>
  problems.filter((problem) => problem.severity === severity).length;

function report([file]: readonly string[], { json }: Flags): Exit {
  if (file === undefined) return failed(word('no-file'), word('usage'));
  if (isCourse(file)) return courseReport(file, json);
  const { level, problems } = checkLevelFile(file, []);
  if (!level) return failed(word('does-not-play'), ...problems.map(problemLines));
  const found = reportOn(level);
  console.log(json ? JSON.stringify(found, null, 2) : reportText(level, found));
  return 0;
}

function courseReport(file: string, json: boolean): Exit {
  const found = reportOnCourse(file);
  if (!('habits' in found)) return failed(word('does-not-play'), ...found.map(problemLines));
  console.log(json ? JSON.stringify(found, null, 2) : courseReportText(found));
  return 0;
}

const MOST_COMPOSED = 100_000;

async function composed({ seed, count: asked, report: summary, read, answers, json }: Flags): Promise<Exit> {
  if (seed === undefined || seed === '') return failed(word('compose-no-seed'), word('usage'));
  const number = Number(asked);
  if (!Number.isInteger(number) || number < 1 || number > MOST_COMPOSED) return failed(word('compose-bad-count'));
  const words = await loadSituationWords(language());
  const start = performance.now();
  const situations = composeMany(seed, number, { tag: language(), words });
  const found = composeReport(situations, (performance.now() - start) / 1000);
  if (summary) console.log(json ? JSON.stringify(found, null, 2) : composeReportText(found));
  else if (read || answers) console.log(readingText(situations, answers));
  else for (const { level } of situations) console.log(JSON.stringify(level, null, 2));
  return 0;
}

async function create([name]: readonly string[], flags: Flags): Promise<Exit> {
  if (name === undefined) return failed(word('no-file'), word('usage'));
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 60) return failed(word('new-not-an-id', { name }));
  const file = join(flags.folder, `${name}.json`);
  if (existsSync(file)) return failed(word('new-exists', { file }));
  const found = await (process.stdin.isTTY ? askTrainer(flags) : newAnswers(flags, null, console.error));
  if (!found?.ok) return found ? failed(printable(found.wrong)) : 1;
  const level = newLevel({ id: name, ...found.answers });
  writeText(file, `${JSON.stringify(level, null, 2)}\n`);
  console.log(word('new-written', { file, name: `${name}.json` }));
  return 0;
}

/** Asks for answers that the flags do not give; null when the trainer ends the input (Ctrl-D). */
async function askTrainer(flags: Flags): Promise<AnswersResult | null> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  try {
    return await newAnswers(flags, (question) => lines.question(question, { signal: ended.signal }), console.log);
  } catch (error) {
    if (ended.signal.aborted) return null;
    throw error;
  } finally {
    lines.close();
  }
}

function migrateFiles(files: readonly string[]): Exit {
  if (files.length === 0) return failed(word('no-file'), word('usage'));
  const ends = files.map((file): Exit => {
    const read = readText(file);
    if (!read.ok) return failed(problemLines(read.problem));
    let value: unknown;
    try {
      value = JSON.parse(read.text);
    } catch {
      return check([file], { ...parse([]).values });
    }
    // A course and a translation have formats of their own, which are still at version 1.
    if (isCourse(file) || translatedFile(file)) {
      console.log(word('migrate-current', { file, format: 1 }));
      return 0;
    }
    const result = migrate(value);
    const params = { file, format: FORMAT };
    if (result.kind === 'unknown')
      return failed(word('migrate-unknown', { ...params, found: JSON.stringify(result.format) ?? '–' }));
    if (result.kind === 'current') console.log(word('migrate-current', params));
    else {
      writeText(file, `${JSON.stringify(result.value, null, 2)}\n`);
      console.log(word('migrate-done', { ...params, from: result.from }));
    }
    return 0;
  });
  return ends.includes(1) ? 1 : 0;
}

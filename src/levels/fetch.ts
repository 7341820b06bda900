import { fileProblem, type Problem } from './problem.ts';
import { readCourse, readLevel, type CourseResult, type LevelResult } from './read.ts';

type Fetched =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The file as a trainer knows it: its folder and name, without the site's address. */
function fileName(url: URL): string {
  return decodeURIComponent(url.pathname.split('/').slice(-2).join('/'));
}

async function fetchText(url: URL): Promise<Fetched> {
  const file = fileName(url);
  try {
    // A trainer who has just saved a level expects to play what was saved.
    const response = await fetch(url, { cache: 'no-cache' });
    if (response.status === 404) return { ok: false, problems: [fileProblem(file, 'not-found')] };
    if (!response.ok)
      return { ok: false, problems: [fileProblem(file, 'refused', { status: String(response.status) })] };
    return { ok: true, text: await response.text() };
  } catch {
    return { ok: false, problems: [fileProblem(file, 'unreachable')] };
  }
}

/** Fetches and reads one level. Whatever goes wrong comes as problems, so that the rest of the course still plays. */
export async function loadLevel(url: URL): Promise<LevelResult> {
  const fetched = await fetchText(url);
  return fetched.ok ? readLevel(fetched.text, fileName(url)) : fetched;
}

/** Fetches and reads the course file. */
export async function loadCourse(url: URL): Promise<CourseResult> {
  const fetched = await fetchText(url);
  return fetched.ok ? readCourse(fetched.text, fileName(url)) : fetched;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const built = (folder: string, command: string): string => {
  const path = join(import.meta.dirname, '../..', folder);
  if (!existsSync(path)) throw new Error(`There is no built page in ${folder}/: ${command}`);
  return path;
};

/**
 * The built page with a course of three levels (test/course), which stay the same, as the tests' expectations must not
 * change when the campaign does.
 * @throws Error when it has not been built
 */
export const testPage = (): string => built('dist-test', 'npm run build:test');

/**
 * The built page as it is hosted, with the whole campaign.
 * @throws Error when it has not been built
 */
export const wholePage = (): string => built('dist', 'npm run build');

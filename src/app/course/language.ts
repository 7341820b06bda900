import { matchLanguage } from '../../engine/index.ts';
import { setLanguage, wantedLanguage } from '../../i18n/index.ts';
import { settings } from '../../progress/index.ts';
import { languagesOf } from './brand.ts';
import type { CourseLoader } from './course-loader.ts';

/** The language of the page and of its levels, which change together. */
export interface PageLanguage {
  /** The tag of the language that was asked for last; its texts may still be on their way. */
  now(): string;
  /** Changes the language, once the levels have their texts in it. */
  speak(tag: string): Promise<void>;
  /** A course need not have every language of the page: then one that it has is spoken. */
  followCourse(): void;
  /** The settings are others than before. */
  followSettings(): void;
}

/** @param retell lets the level that is open say its texts anew */
export function openPageLanguage(course: () => CourseLoader, retell: () => void): PageLanguage {
  let wanted = wantedLanguage(settings.get().language);
  const speak = async (tag: string) => {
    wanted = tag;
    await course().translate(tag);
    retell();
    if (tag === wanted) await setLanguage(tag);
  };
  return {
    now: () => wanted,
    speak,
    followCourse() {
      const offered = languagesOf(course().loaded().course);
      const [first] = offered;
      const tags = offered.map(({ tag }) => tag);
      if (first && matchLanguage(wanted, tags) === null) void speak(first.tag);
    },
    followSettings() {
      const tag = wantedLanguage(settings.get().language);
      if (tag !== wanted) void speak(tag);
    },
  };
}

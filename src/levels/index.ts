export type { Brand, Certificate, Chapter, Course } from '../engine/course.ts';
export { loadCourse, loadLevel } from './fetch.ts';
export type { Problem } from './problem.ts';
export { readCourse, readLevel, type CourseResult, type LevelResult } from './read.ts';

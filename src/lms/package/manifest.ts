import type { ScormVersion } from '../find-api.ts';

/** What a package says of itself. */
export interface PackageFacts {
  /** From the course, and never from a version: a platform that meets another identifier in an update forgets what learners did. */
  readonly id: string;
  readonly title: string;
  /** A language tag. */
  readonly language: string;
  /** Every file of the package beside the manifest, with slashes. */
  readonly files: readonly string[];
  /** The file that the platform opens, with parameters if need be. */
  readonly launch: string;
  /** The score from which on the course is passed, 0 to 100; said to cmi5 alone, as a SCORM platform would judge too early by it. */
  readonly passMark: number;
}

/** The file in the root of the zip by which a platform knows the package. */
export const MANIFEST_FILE = { scorm12: 'imsmanifest.xml', scorm2004: 'imsmanifest.xml', cmi5: 'cmi5.xml' } as const;

/**
 * The manifest of a SCORM package (SCORM 1.2 and SCORM 2004 4th edition Content Aggregation Model; IMS Content Packaging 1.1).
 *
 * It names no mastery score: with one, a platform marks a learner who leaves after one of three levels as failed.
 */
export function scormManifest(version: ScormVersion, { id, title, files, launch }: PackageFacts): string {
  const name = identifier(id);
  const { root, type, schema, rules } = SCORM[version];
  return lines(
    XML,
    `<manifest identifier="${name}" version="1" ${root}>`,
    `  <metadata><schema>ADL SCORM</schema><schemaversion>${schema}</schemaversion></metadata>`,
    `  <organizations default="${name}-organization">`,
    `    <organization identifier="${name}-organization">`,
    `      <title>${escaped(title)}</title>`,
    `      <item identifier="${name}-item" identifierref="${name}-resource" isvisible="true">`,
    `        <title>${escaped(title)}</title>`,
    ...rules.map((rule) => `        ${rule}`),
    `      </item>`,
    `    </organization>`,
    `  </organizations>`,
    `  <resources>`,
    `    <resource identifier="${name}-resource" type="webcontent" ${type}="sco" href="${escaped(launch)}">`,
    ...files.map((file) => `      <file href="${escaped(asPath(file))}"/>`),
    `    </resource>`,
    `  </resources>`,
    `</manifest>`,
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

const SCORM = {
  scorm12: {
    root: 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    type: 'adlcp:scormtype',
    schema: '1.2',
    rules: [],
  },
  scorm2004: {
    root: 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    type: 'adlcp:scormType',
    schema: '2004 4th Edition',
    // The page judges, so the platform must not conclude anything from silence.
    rules: [
      '<imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>',
    ],
  },
} as const;

/**
 * The course structure of a cmi5 package (cmi5 §13.1): one assignable unit.
 *
 * @param facts with the mark as the mastery score, which cmi5 hands to the page at the launch
 */
export function cmi5Structure({ id, title, language, launch, passMark }: PackageFacts): string {
  const name = (text: string) => `<langstring lang="${escaped(language)}">${escaped(text)}</langstring>`;
  const texts = `<title>${name(title)}</title><description>${name(title)}</description>`;
  const iri = `urn:blind-copy:course:${encodeURIComponent(id)}`;
  return lines(
    XML,
    '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">',
    `  <course id="${iri}">${texts}</course>`,
    `  <au id="${iri}:unit" moveOn="CompletedAndPassed" masteryScore="${String(passMark / 100)}" launchMethod="AnyWindow">`,
    `    ${texts}`,
    `    <url>${escaped(launch)}</url>`,
    '  </au>',
    '</courseStructure>',
  );
}

const lines = (...parts: readonly string[]) => `${parts.join('\n')}\n`;

/** An XML identifier (NCName): letters, digits, hyphens, and a letter first. */
function identifier(id: string): string {
  return `course-${id.replaceAll(/[^A-Za-z0-9._-]/g, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)}`;
}

/** A file's path as an address: a name may have blanks, letters of any language or a percent sign. */
const asPath = (file: string) => file.split('/').map(encodeURIComponent).join('/');

function escaped(text: string): string {
  return (
    text
      // XML 1.0 §2.2 has no control characters, not even escaped ones.
      .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

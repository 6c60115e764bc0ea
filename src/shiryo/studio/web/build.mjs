// Bundles the page: `node build.mjs [FOLDER]` writes app.js and app.js.licenses.txt, the same bytes every time.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folder = process.argv[2] ?? "../static";
const made = await build({
  entryPoints: ["main.ts"], bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8",
  legalComments: "none", metafile: true, write: false, outfile: "app.js",
});
writeFileSync(join(folder, "app.js"), made.outputFiles[0].text);

const names = new Set(Object.keys(made.metafile.inputs).map(file => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean));
const said = [...names].sort().map(name => {
  const at = join("node_modules", name), { version, license } = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
  const text = ["LICENSE", "LICENSE.md", "license"].map(file => { try { return readFileSync(join(at, file), "utf8"); } catch { return ""; } }).find(Boolean);
  if (!text) throw new Error(`${name} has no licence`);
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
});
writeFileSync(join(folder, "app.js.licenses.txt"), `What app.js holds besides shiryo itself:\n\n${said.join(`\n${"-".repeat(72)}\n\n`)}`);

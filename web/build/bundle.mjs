// Turns each page.tsx into a hashed script and style sheet, with the shared
// parts in chunks that all pages have in common.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { build } from "esbuild";
import { wordsUsedBy } from "./messages.mjs";

const browsers = ["chrome87", "firefox92", "safari15.4"];

/// Returns the `inputs` read and the `pages`: [{name, path, script, styles,
/// chunks, fonts, files}]; `files` are all that a browser loads for the page.
export async function bundlePages({ web, site, messages }) {
  const names = await findPages(web);
  const first = await bundle({ web, site, names, wordsOf: () => ({}) });
  const words = {};
  for (const name of names)
    words[name] = wordsUsedBy(await sourcesOf(web, first, name), messages);
  const result = await bundle({
    web, site, names, write: true, wordsOf: (name) => words[name],
  });
  const pages = names.map((name) => describe(result.metafile, name));
  const worker = await bundleWorker({ web, site, pages });
  const inputs = [result, worker]
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .map((path) => resolve(web, path)).filter(existsSync);
  return { pages, inputs };
}

async function findPages(web) {
  const entries = await readdir(web, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(resolve(web, name, "page.tsx")))
    .sort();
}

function bundle({ web, site, names, wordsOf, write = false }) {
  return build({
    entryPoints: {
      base: resolve(web, "shared/base.css"),
      ...Object.fromEntries(names.map((name) => [name, `page:${name}`])),
    },
    absWorkingDir: web,
    bundle: true,
    splitting: true,
    format: "esm",
    target: browsers,
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".woff2": "file" },
    outdir: resolve(site, "assets"),
    publicPath: "/assets",
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    assetNames: "[name]-[hash]",
    metafile: true,
    write,
    plugins: [pageEntries(web, wordsOf)],
  });
}

/// A page starts by learning its words, so that they are there when the first
/// of them is said.
function pageEntries(web, wordsOf) {
  return {
    name: "page-entries",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(page|words):/ }, ({ path }) => ({
        path: path.split(":")[1],
        namespace: path.split(":")[0],
      }));
      onLoad({ filter: /.*/, namespace: "page" }, ({ path }) => ({
        contents: `import "words:${path}"; import "./${path}/page.tsx";`,
        resolveDir: web,
      }));
      onLoad({ filter: /.*/, namespace: "words" }, ({ path }) => ({
        contents: `import { learn } from "./shared/i18n.ts";
          learn(${JSON.stringify(wordsOf(path))});`,
        resolveDir: web,
      }));
    },
  };
}

async function sourcesOf(web, { metafile }, name) {
  const reached = new Set();
  const follow = (input) => {
    if (reached.has(input)) return;
    reached.add(input);
    metafile.inputs[input]?.imports.forEach((next) => follow(next.path));
  };
  follow(`page:${name}`);
  const own = [...reached].filter((path) => /\.tsx?$/.test(path))
    .filter((path) => !path.includes("node_modules"));
  return Promise.all(own.map((path) => readFile(resolve(web, path), "utf8")));
}

function describe(metafile, name) {
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => ({
    ...output,
    address: `/assets/${basename(path)}`,
  }));
  const entry = outputs.find((o) => o.entryPoint === `page:${name}`);
  const base = outputs.find((o) => o.entryPoint === "shared/base.css");
  const byAddress = new Map(outputs.map((o) => [o.address, o]));
  const chunks = new Set();
  const collect = (output) =>
    output.imports
      .filter((next) => next.kind === "import-statement")
      .map((next) => `/assets/${basename(next.path)}`)
      .forEach((address) => {
        if (chunks.has(address)) return;
        chunks.add(address);
        collect(byAddress.get(address));
      });
  collect(entry);
  const fonts = outputs.map((o) => o.address)
    .filter((address) => address.endsWith(".woff2"));
  const styles = [base.address];
  if (entry.cssBundle) styles.push(`/assets/${basename(entry.cssBundle)}`);
  const path = name === "home" ? "/" : `/${name}/`;
  return {
    name, path, styles, fonts, script: entry.address, chunks: [...chunks],
    files: [`${path}index.html`, entry.address, ...chunks, ...styles, ...fonts],
  };
}

/// The service worker keeps what a visitor needs without a network.
async function bundleWorker({ web, site, pages }) {
  const kept = pages.filter((page) => ["ticket", "join"].includes(page.name));
  const shell = [...new Set(kept.flatMap((page) => page.files))]
    .map((file) => file.replace(/index\.html$/, "")).sort();
  const version = createHash("sha256")
    .update(shell.join(" "))
    .update(await readFile(resolve(web, "build/html.mjs")))
    .digest("hex").slice(0, 12);
  return build({
    entryPoints: { "service-worker": resolve(web, "shared/service_worker.ts") },
    absWorkingDir: web,
    bundle: true,
    format: "iife",
    target: browsers,
    minify: true,
    define: { SHELL: JSON.stringify(shell), VERSION: JSON.stringify(version) },
    outdir: relative(web, site),
    metafile: true,
  });
}

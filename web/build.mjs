// Builds the pages: `node web/build.mjs [--out FOLDER]`. One folder below web/
// with a page.tsx is one page, and its name is its address ("home" is "/").
// Knows files, not what pages say or do. See web/README.md.

import { cp, mkdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundlePages } from "./build/bundle.mjs";
import { compress, listAssets } from "./build/compress.mjs";
import { writeDependencies, writeTable } from "./build/embed.mjs";
import { readMessages } from "./build/messages.mjs";
import { writeHtml } from "./build/html.mjs";

const web = fileURLToPath(new URL(".", import.meta.url));

const { values: options } = parseArgs({
  options: { out: { type: "string", default: resolve(web, "dist") } },
});
const out = resolve(options.out);
const site = resolve(out, "site");

const messages = await readMessages(resolve(web, "messages"));
await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
await cp(resolve(web, "static"), site, { recursive: true });

const { pages, inputs } = await bundlePages({ web, site, messages });
await writeHtml({ web, site, pages, messages });
await compress(site);

const assets = await listAssets(site);
await writeTable({ out, assets });
await writeDependencies({ web, out, inputs });
for (const page of pages) {
  const bytes = assets
    .filter((asset) => page.files.includes(asset.path))
    .reduce((sum, asset) => sum + asset.sent, 0);
  console.log(`${page.path.padEnd(14)} ${(bytes / 1024).toFixed(1)} KiB`);
}

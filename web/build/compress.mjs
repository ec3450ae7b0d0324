// Writes a .br and a .gz beside every text file, once, so that the server
// never compresses; and lists what there is to serve.

import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { extname, relative, resolve } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const packed = new Set([".png", ".woff2"]);

const toBrotli = promisify(zlib.brotliCompress);
const toGzip = promisify(zlib.gzip);

export async function compress(site) {
  for (const file of await filesBelow(site)) {
    if (packed.has(extname(file))) continue;
    const raw = await readFile(file);
    await writeFile(`${file}.br`, await toBrotli(raw, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    }));
    await writeFile(`${file}.gz`, await toGzip(raw, { level: 9 }));
  }
}

/// Returns [{path, type, etag, file, raw, gzip, brotli, sent, immutable}] by path;
/// sizes are in bytes, 0 where a file has no compressed form.
export async function listAssets(site) {
  const files = (await filesBelow(site)).filter((f) => types[extname(f)]);
  const assets = await Promise.all(files.map(async (file) => {
    const bytes = await readFile(file);
    const size = (suffix) =>
      packed.has(extname(file)) ? 0 : stat(file + suffix).then((s) => s.size);
    const brotli = await size(".br");
    const path = `/${relative(site, file)}`;
    return {
      path, file, brotli, gzip: await size(".gz"), raw: bytes.length,
      sent: brotli || bytes.length,
      type: types[extname(file)],
      etag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 20)}"`,
      immutable: path.startsWith("/assets/"),
    };
  }));
  return assets.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(entries.map((entry) => {
    const path = resolve(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  }));
  return lists.flat().sort();
}

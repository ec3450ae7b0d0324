// Writes the table that puts all files of the site into the server's binary:
// assets.S holds the bytes, assets.cpp says which is which.

import { readdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

export async function writeTable({ out, assets }) {
  await writeFile(resolve(out, "assets.S"), assembly(assets));
  await writeFile(resolve(out, "assets.cpp"), table(assets));
}

/// Tells the C++ build which files, when changed, ask for the pages again.
export async function writeDependencies({ web, out, inputs }) {
  const folders = ["build", "messages", "static", "static/icons"];
  const more = await Promise.all(folders.map(async (folder) =>
    (await readdir(resolve(web, folder), { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => resolve(web, folder, entry.name))));
  const all = [...new Set([...inputs, ...more.flat()])]
    .map((path) => path.replaceAll(" ", "\\ "));
  await writeFile(resolve(out, "assets.d"),
    `${resolve(out, "assets.cpp")}: \\\n  ${all.join(" \\\n  ")}\n`);
}

const forms = [["raw", ""], ["gzip", ".gz"], ["brotli", ".br"]];

function assembly(assets) {
  const blocks = assets.flatMap((asset, index) => forms
    .filter(([form]) => asset[form] > 0)
    .map(([form, suffix]) => {
      const name = `suivant_asset_${index}_${form}`;
      return `.global ${name}\n${name}:\n.incbin "${asset.file}${suffix}"\n`;
    }));
  return `.section .rodata\n${blocks.join("")}` +
    `.section .note.GNU-stack,"",@progbits\n`;
}

function table(assets) {
  const declared = [];
  const span = (asset, index, form) => {
    if (asset[form] === 0) return "{}";
    const name = `suivant_asset_${index}_${form}`;
    declared.push(`extern "C" const char ${name}[];`);
    return `{${name}, ${asset[form]}}`;
  };
  const rows = assets.map((asset, index) =>
    `    {.path = "${asset.path}", .type = "${asset.type}",
     .etag = ${JSON.stringify(asset.etag)},
     .raw = ${span(asset, index, "raw")},
     .gzip = ${span(asset, index, "gzip")},
     .brotli = ${span(asset, index, "brotli")},
     .immutable = ${asset.immutable}},`);
  return `// Made by web/build.mjs from the files of the site.

#include "net/assets.hpp"

${declared.join("\n")}

namespace suivant::net {

std::span<const asset> embedded_assets() {
  static const asset all[] = {
${rows.join("\n")}
  };
  return all;
}

} // namespace suivant::net
`;
}

// Writes the table that puts all files of the site into the server's binary:
// assets.S holds the bytes, assets.cpp says which is which.

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

export async function writeTable({ out, assets }) {
  await writeFile(resolve(out, "assets.S"), assembly(assets));
  await writeFile(resolve(out, "assets.cpp"), table(assets));
}

const forms = [["raw", ""], ["gzip", ".gz"], ["br", ".br"]];

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
     .br = ${span(asset, index, "br")},
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

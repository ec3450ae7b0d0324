// Writes the one HTML document of each page. Nothing is inline: the content
// security policy allows only files of our own.

import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

export async function writeHtml({ site, pages, messages }) {
  for (const page of pages) {
    const folder = resolve(site, `.${page.path}`);
    await mkdir(folder, { recursive: true });
    await writeFile(resolve(folder, "index.html"), html(page, messages));
  }
}

function html(page, { fr, en }) {
  const title = fr[`title.${page.name}`];
  if (!title) throw new Error(`No text "title.${page.name}" for this page`);
  const preload = page.chunks
    .map((chunk) => `<link rel="modulepreload" href="${chunk}">`)
    .concat(page.fonts.map((font) => `<link rel="preload" href="${font}"` +
      ` as="font" type="font/woff2" crossorigin>`));
  const styles = page.styles
    .map((style) => `<link rel="stylesheet" href="${style}">`);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0d4a3c">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="/icons/mark.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icons/mark-192.png">
<link rel="manifest" href="/manifest.webmanifest">
${styles.join("\n")}
${preload.join("\n")}
<script type="module" src="${page.script}"></script>
</head>
<body>
<div id="page" data-page="${page.name}"></div>
<noscript><p class="noscript" lang="fr">${fr["page.needs_script"]}</p>
<p class="noscript" lang="en">${en["page.needs_script"]}</p></noscript>
</body>
</html>
`;
}

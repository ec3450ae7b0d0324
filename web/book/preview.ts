// "#preview=<link>": the page shows the draft of the next set-up, which nobody
// can book in. The link stands behind "#", so that no server log has it.

const sign = "#preview=";

export function linkOfPreview(): string {
  return location.hash.startsWith(sign)
    ? location.hash.slice(sign.length) : "";
}

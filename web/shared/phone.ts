// A phone number as people type it.

/** Without spaces, dots and dashes; "" for none, null when it cannot be one. */
export function phoneOf(typed: string): string | null {
  const number = typed.replace(/[\s.\-()]/g, "").replace(/^00/, "+");
  if (number === "") return "";
  return /^\+?\d{8,15}$/.test(number) ? number : null;
}

/** One of France that texts do not reach, as far as its digits say. */
export function isLandline(number: string): boolean {
  return /^(\+33|0)[1-59]\d{8}$/.test(number);
}

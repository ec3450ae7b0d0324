// What this browser remembers between visits of a page. Forbidden or full
// storage is no reason to fail: then nothing is remembered.

export function remember(key: string, value: unknown) {
  try {
    if (value === null) localStorage.removeItem(`suivant.${key}`);
    else localStorage.setItem(`suivant.${key}`, JSON.stringify(value));
  } catch {
    // Nothing is remembered.
  }
}

export function recall<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(`suivant.${key}`) ?? "null");
  } catch {
    return null;
  }
}

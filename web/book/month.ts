// Months as a calendar on the wall shows them: texts, "2026-12", and days,
// "2026-12-01". Weeks begin on Monday.

const day = 24 * 3600 * 1000;

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function monthsLater(month: string, count: number): string {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, of - 1 + count)).toISOString().slice(0, 7);
}

export function daysLater(date: string, count: number): string {
  return new Date(Date.parse(date) + count * day).toISOString().slice(0, 10);
}

export function firstDay(month: string): string {
  return `${month}-01`;
}

export function lastDay(month: string): string {
  return daysLater(firstDay(monthsLater(month, 1)), -1);
}

/** The weeks that touch the month; null stands for a day of another one. */
export function weeksOf(month: string): (string | null)[][] {
  const first = firstDay(month);
  const skipped = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: (string | null)[][] = [];
  for (let at = daysLater(first, -skipped); at <= lastDay(month);
    at = daysLater(at, 7)) {
    const week = Array.from({ length: 7 }, (_, i) => daysLater(at, i));
    weeks.push(week.map((one) => monthOf(one) === month ? one : null));
  }
  return weeks;
}

/** A Monday, a Tuesday …, to name the columns by. */
export const anyWeek = Array.from({ length: 7 }, (_, i) =>
  daysLater("2024-01-01", i));

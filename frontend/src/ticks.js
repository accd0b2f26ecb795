// The dates written along a stretch of time.
import { utcTickInterval, utcTicks } from "d3-time";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86_400_000;

/** A day as the milliseconds that Date counts; years before 100 too. */
export function day(text) {
  const [year, month, date] = text.split("-").map(Number);
  const found = new Date(Date.UTC(2000, month - 1, date));
  found.setUTCFullYear(year);
  return found.getTime();
}

/** At most about `most` ticks between two moments: each with its place (0 to 1) and its words. */
export function ticks(from, to, most = 8) {
  const start = new Date(from);
  const stop = new Date(to);
  const step = utcTickInterval(start, stop, most);
  if (!step || to - from < DAY) return [];
  return utcTicks(start, stop, most)
    .filter((t) => t.getTime() % DAY === 0)
    .map((t) => ({ at: (t.getTime() - from) / (to - from), words: words(t, to - from) }));
}

function words(date, length) {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (month === 0 && day === 1) return String(year);
  return day === 1 || length > 200 * DAY ? MONTHS[month] : `${day} ${MONTHS[month]}`;
}

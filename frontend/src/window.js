// A window on a stretch from 0 to 1: which part of it is seen. Pure, so that it can be tested without a page.

export const WHOLE = [0, 1];

/** The window, kept inside the whole and no narrower than `least`. */
export function kept([low, high], least = 0.001) {
  const width = Math.min(1, Math.max(least, high - low));
  const middle = (low + high) / 2;
  const from = Math.min(1 - width, Math.max(0, middle - width / 2));
  return [from, from + width];
}

/** The window that sees `factor` times as much round the same middle. */
export function zoomed([low, high], factor, least) {
  const middle = (low + high) / 2;
  const half = ((high - low) * factor) / 2;
  return kept([middle - half, middle + half], least);
}

/** The window moved by a part of its own width. */
export function moved([low, high], by, least) {
  const step = (high - low) * by;
  return kept([low + step, high + step], least);
}

/** Where a place of the whole (0 to 1) lies in the window, as a percentage. */
export function seen(place, [low, high]) {
  return ((place - low) / (high - low)) * 100;
}

/** What a key does to a window; null where it does nothing. */
export function byKey(key, window, least) {
  switch (key) {
    case "+":
    case "=":
      return zoomed(window, 0.5, least);
    case "-":
    case "−":
      return zoomed(window, 2, least);
    case "0":
      return WHOLE;
    case "ArrowLeft":
      return moved(window, -0.25, least);
    case "ArrowRight":
      return moved(window, 0.25, least);
    default:
      return null;
  }
}

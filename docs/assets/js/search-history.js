// What was searched before, on this device only: nothing is sent anywhere, and a button forgets it.

const KEY = "zoekgeschiedenis";
const MOST = 8;

/** The last searches, the latest first; none where the browser keeps nothing. */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((words) => typeof words === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(words) {
  if (!words) return;
  try {
    localStorage.setItem(KEY, JSON.stringify([words, ...recent().filter((other) => other !== words)].slice(0, MOST)));
  } catch {
    // Where nothing can be kept, searching works all the same.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There is nothing to forget.
  }
}

// What the reader chose: values, limits, hidden series, opened tables, the theme. It lives in the
// address, so that a link, or the page read anew, shows the same.

const chosen = new Map(new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : ''));
const watchers = new Set();

function choiceOf(name, fallback) {
  return chosen.get(name) ?? fallback;
}

/** @param {?string} value  null takes the choice back */
function choose(name, value) {
  if ((chosen.get(name) ?? null) === value) return;
  if (value === null) chosen.delete(name);
  else chosen.set(name, value);
  history.replaceState(null, '', `#?${new URLSearchParams([...chosen])}`);
  for (const watch of watchers) watch(name);
}

/** A choice of several texts; an end of a slider is an empty one. None is as many as were never chosen. */
function listOf(name) {
  return chosen.get(name)?.split('\n') ?? [];
}

function chooseList(name, texts) {
  choose(name, texts.some((text) => text !== '') ? texts.join('\n') : null);
}

/** Calls `act` whenever the choice of this name changes. */
function watchChoice(name, act) {
  watchers.add((changed) => { if (changed === name) act(); });
}

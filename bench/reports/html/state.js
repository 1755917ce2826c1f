// What the reader chose. It lives in the address, so that a link shows the same; everything is drawn
// again from it.

const chosen = new Map(new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : ''));
const watchers = new Set();

function choiceOf(name, fallback) {
  return chosen.get(name) ?? fallback;
}

function choose(name, value) {
  chosen.set(name, value);
  history.replaceState(null, '', `#?${new URLSearchParams([...chosen])}`);
  for (const watch of watchers) watch(name);
}

/** Calls `act` whenever the choice of this name changes. */
function watchChoice(name, act) {
  watchers.add((changed) => { if (changed === name) act(); });
}

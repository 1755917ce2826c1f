// Colours, dashes and symbols. Every colour stands out from its background by 3:1 at least, but for
// `soft`, that of lines which only part what is told apart without them; and no two of the first 40
// names share colour, dash and symbol.

const LIGHT = {
  isDark: false, background: '#ffffff', card: '#f6f7f9', text: '#1b1f24', muted: '#545d68',
  line: '#838b95', soft: '#d9dde3', accent: '#0b62b5', bad: '#b3261e',
  colours: ['#0b62b5', '#b8520a', '#14804a', '#9a2fae', '#c2253c', '#5a6a00', '#00768a', '#6b4e3d'],
  ramp: ['#440154', '#3b528b', '#21838d', '#3a9d5d', '#76850f'],
};
const DARK = {
  isDark: true, background: '#14171c', card: '#1d2229', text: '#e8ebef', muted: '#aab3bf',
  line: '#79838f', soft: '#39414b', accent: '#7cbaff', bad: '#ff8a80',
  colours: ['#6cb2ff', '#ffab5e', '#5fd39a', '#d79bf5', '#ff8a94', '#c9d45c', '#5cd6e6', '#d0b09c'],
  ramp: ['#fde725', '#7ad151', '#22a884', '#7f9ad6', '#b08fd8'],
};
const DASHES = ['solid', [8, 4], [2, 3], [10, 3, 2, 3], [4, 4]];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle'];

/** How names are drawn: by their order, the same in every chart of the page. */
function themeOf(isDark, names, fontSize = 13) {
  const theme = { ...(isDark ? DARK : LIGHT), fontSize };
  const places = new Map(names.map((name, i) => [name, i]));
  theme.styleOf = (name) => {
    const i = places.get(name) ?? 0;
    return {
      colour: theme.colours[i % theme.colours.length],
      dash: DASHES[i % DASHES.length],
      symbol: SYMBOLS[i % SYMBOLS.length],
    };
  };
  return theme;
}

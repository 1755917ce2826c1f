// The only ways in which the page makes and finds elements. Text goes in by textContent alone.

/** @param {string} tag  @param {Object<string, any>} properties  @param {...(Node|string)} children */
function create(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'on') {
      for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    } else if (name in element && name !== 'list') {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

/** The element with this id; throws if there is none. */
function find(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** An element of SVG. */
function createSvg(tag, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Hands a file to the reader. */
function download(name, content, type) {
  const url = content.startsWith('data:') ? content : URL.createObjectURL(new Blob([content], { type }));
  create('a', { href: url, download: name }).click();
  if (!content.startsWith('data:')) setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/**
 * A sheet of paper: a page of this service with the styles that a brief needs and no script. What this page has read with
 * its token is laid on it, so that neither the address nor the paper knows the token.
 */
export const PAPER = '/paper.html';

const LOOK_EVERY = 50;
const PATIENCE = 20_000;

const lies = page => page.location.pathname === PAPER && page.document.readyState === 'complete';

/** Read by the paper's own parser: its rules for styles are not those of this page. */
function lay(page, text) {
  const read = new page.DOMParser().parseFromString(text, 'text/html');
  page.document.replaceChild(page.document.adoptNode(read.documentElement), page.document.documentElement);
}

/** Lays a text on the paper of a frame, once. */
export function cover(frame, text) {
  const page = frame.contentWindow;
  if (page === null || page.covered === text || !lies(page)) return;
  page.covered = text;
  lay(page, text);
}

/** A sheet in a tab of its own; null where the browser lets none be opened. */
export function sheetOfPaper() {
  const page = open(PAPER);
  if (page === null) return null;
  return {
    close: () => page.close(),
    async lay(text) {
      const until = Date.now() + PATIENCE;
      while (!page.closed && !lies(page)) {
        if (Date.now() > until) throw new Error('the paper did not come');
        await new Promise(go => setTimeout(go, LOOK_EVERY));
      }
      if (page.closed) return;
      // a tab that is opened has a copy of what this one keeps: the token is of no use there
      page.sessionStorage.clear();
      lay(page, text);
      page.opener = null;
    },
  };
}

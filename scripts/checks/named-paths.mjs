/**
 * Every path below one of `rooms` in a text, with braces expanded: `lib/{vault,mail}/` gives two.
 * @param {string} text
 * @param {string[]} rooms the top folders
 */
export function namedPaths(text, rooms) {
  const named = new RegExp(
    `(?<![\\w/.@-])(?:@/)?((?:${rooms.join('|')})/(?:[\\w\\-./*]|\\[[\\w.]+\\]|\\{[\\w,.-]+\\}|\\([\\w-]+\\))*)`,
    'g',
  )
  return [...text.matchAll(named)].flatMap(([, path = '']) => expandBraces(path.replace(/[./]+$/, '')))
}

/**
 * Every code file in a text that is named without its folder: `settle-batch.ts`.
 * @param {string} text
 */
export function namedFiles(text) {
  return [...text.matchAll(/(?<![\w/.*\])}-])\w[\w-]*(?:\.[\w-]+)*\.(?:tsx?|mjs|cjs|sql)\b/g)].map(([name]) => name)
}

/**
 * The targets of a Markdown text's links, except other sites and anchors within the page.
 * @param {string} text
 */
export function linksIn(text) {
  return [...text.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
}

/**
 * The npm scripts that a text tells readers to run.
 * @param {string} text
 */
export function namedScripts(text) {
  return [...text.matchAll(/npm run ([a-z]\w*(?:[:-]\w+)*)/g)].map(([, name = '']) => name)
}

/**
 * The comments of a code file (TypeScript, JavaScript, CSS, SQL, Prisma), without its code.
 * @param {string} code
 */
export function commentsOf(code) {
  return (code.match(/(?<=^|[\s{(])\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*|^\s*--.*/gm) ?? []).join('\n')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function expandBraces(path) {
  const [whole, before = '', choices = '', after = ''] = /^(.*?)\{(.*?)\}(.*)$/.exec(path) ?? []
  if (!whole) return [path]
  return choices.split(',').flatMap((choice) => expandBraces(before + choice + after))
}

/**
 * Every path below one of `rooms` that a text names, with braces expanded: `lib/{vault,mail}/` gives two.
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
 * Every code file that a text names by its name alone: `settle-batch.ts`.
 * @param {string} text
 */
export function namedFiles(text) {
  return [...text.matchAll(/(?<![\w/.*\])}-])\w[\w-]*(?:\.[\w-]+)*\.(?:tsx?|mjs|cjs|sql)\b/g)].map(([name]) => name)
}

/**
 * Where the links of a Markdown text lead, other sites and anchors of its own page left out.
 * @param {string} text
 */
export function linksIn(text) {
  return [...text.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
}

/**
 * The npm scripts that a text tells its reader to run.
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

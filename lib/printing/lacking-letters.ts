import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { askChromium } from './run-chromium'

/**
 * Finds the texts for which no installed font has all letters, so that the browser would show boxes: Chromium draws
 * every missing character like one that is not assigned.
 * @param program a Chromium
 * @param folder its profile, and the page while it is open
 * @param texts by any name
 * @returns the names of those texts
 * @throws Error if the program gives no result
 */
export async function lackingLetters(
  program: string,
  folder: string,
  texts: Record<string, string>,
): Promise<Set<string>> {
  const page = join(folder, 'letters.html')
  const characters = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, [...new Set(text)].join('')]),
  )
  // Escaped, so that no text can end the script.
  const given = JSON.stringify(characters).replaceAll('<', '\\u003c')
  await writeFile(page, `<!doctype html><meta charset="utf-8"><body><script>(${look})(${given})</script>`)
  try {
    const said = await askChromium(program, folder, ['--dump-dom', pathToFileURL(page).href])
    const [, found] = /<body>lacking:([^<]*)</.exec(said ?? '') ?? []
    if (found === undefined) throw new Error('Chromium did not say which letters it has')
    return new Set(found.split(' ').filter(Boolean).map(decodeURIComponent))
  } finally {
    await rm(page, { force: true })
  }
}

/** Runs in the page. */
const look = `(texts) => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 40
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context.font = '24px serif'
  const drawn = (character) => {
    context.clearRect(0, 0, 40, 40)
    context.fillText(character, 6, 30)
    return context.getImageData(0, 0, 40, 40).data.join()
  }
  // One unassigned character, and one noncharacter; invisible ones have no box.
  const boxes = ['\\u0378', '\\u{10fffe}'].map(drawn).filter((box) => box !== drawn(' '))
  const lacks = (text) => [...text].some((character) => boxes.includes(drawn(character)))
  const names = Object.keys(texts).filter((name) => lacks(texts[name]))
  document.body.textContent = 'lacking:' + names.map(encodeURIComponent).join(' ')
}`

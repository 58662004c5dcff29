import { textMatches } from '@/lib/search/text-matches'
import { fold } from '@/lib/text/fold'
import type { Suggested } from './suggestions'

// The source of public/palette.js: suggests pages and titles below the search that public/search.js opens over a page.
// Typed text stays in the browser; Enter on the last suggestion submits the form, as without suggestions.

const MAX_SHOWN = 10

const dialog = document.querySelector<HTMLDialogElement>('dialog.palette')
const form = dialog?.querySelector('form')
const box = form?.querySelector('input')
const button = form?.querySelector('button')
if (dialog && form && box && button) suggest(dialog, form, box, button.textContent)

function suggest(dialog: HTMLDialogElement, form: HTMLFormElement, box: HTMLInputElement, search: string): void {
  let entries: Suggested[] = []
  let active = -1
  const list = document.createElement('div')
  list.id = 'suggestions'
  set(list, { role: 'listbox', 'aria-label': dialog.getAttribute('aria-label') ?? '' })
  set(box, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'true' })
  form.after(list)

  const activate = (at: number) => {
    active = at
    for (const [i, option] of [...list.children].entries()) set(option, { 'aria-selected': String(i === at) })
    const option = list.children[at]
    box.setAttribute('aria-activedescendant', option?.id ?? '')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const show = () => {
    const typed = box.value.trim()
    const found = bestOf(entries, typed).map(linkTo)
    const options = typed ? [...found, searchFor(`${search}: ${typed}`, form)] : found
    for (const [i, option] of options.entries()) {
      option.id = `suggestion-${i}`
      option.tabIndex = -1
      set(option, { role: 'option' })
    }
    list.replaceChildren(...options)
    activate(typed ? 0 : -1)
  }

  box.addEventListener('input', show)
  box.addEventListener('keydown', (event) => {
    // During composition of a syllable or a word, Enter and arrows belong to the input method.
    if (event.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    const option = list.children[active]
    const many = list.children.length
    if (by === 0 && !(event.key === 'Enter' && option instanceof HTMLElement)) return
    event.preventDefault()
    if (by === 0) (option as HTMLElement).click()
    else if (many > 0) activate((Math.max(active, by === 1 ? -1 : 0) + by + many) % many)
  })
  show()
  void load().then((loaded) => {
    entries = loaded
    show()
  })
}

/** Entries with all typed words, those that begin with the text first. No title contains an address. */
function bestOf(entries: Suggested[], typed: string): Suggested[] {
  if (typed === '') return entries.slice(0, MAX_SHOWN)
  if (/[@＠]/.test(typed)) return []
  const begins = ({ name, english = '' }: Suggested) =>
    [name, english].some((text) => fold(text).startsWith(fold(typed))) ? 0 : 1
  return entries
    .filter(({ name, english = '' }) => textMatches([name, english], typed))
    .toSorted((a, b) => begins(a) - begins(b))
    .slice(0, MAX_SHOWN)
}

function linkTo({ href, name, kind }: Suggested): HTMLElement {
  const link = document.createElement('a')
  link.href = href
  const [title, of] = [document.createElement('bdi'), document.createElement('span')]
  title.textContent = name
  of.textContent = kind
  link.append(title, ' ', of)
  return link
}

function searchFor(words: string, form: HTMLFormElement): HTMLElement {
  const button = document.createElement('button')
  button.type = 'submit'
  set(button, { form: form.id })
  button.append(Object.assign(document.createElement('bdi'), { textContent: words }))
  return button
}

/** Empty if loading fails; the search itself still works. */
async function load(): Promise<Suggested[]> {
  try {
    const answer = await fetch('/admin/search/index', { redirect: 'error' })
    return answer.ok ? ((await answer.json()) as Suggested[]) : []
  } catch {
    return []
  }
}

function set(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}

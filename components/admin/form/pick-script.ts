import { textMatches } from '@/lib/search/text-matches'

// The source of public/pick.js: searches a long list of tick boxes (components/admin/form/pick.tsx). It only hides
// boxes, never ticked ones, so the search does not affect what the form sends.

for (const pick of document.querySelectorAll('.pick')) {
  const line = pick.querySelector('p')
  const [search, shown] = [line?.querySelector('input'), line?.querySelector('b')]
  if (line && search && shown) offer(pick, line, search, shown)
}

function offer(pick: Element, line: HTMLElement, search: HTMLInputElement, shown: HTMLElement): void {
  const choices = [...pick.querySelectorAll<HTMLElement>('.choice')]
  search.addEventListener('input', (event) => {
    // The search is no field of the form, so typing in it must not start autosave.js.
    event.stopPropagation()
    const typed = search.value.trim()
    for (const choice of choices) {
      const isTicked = choice.querySelector('input')?.checked
      choice.hidden = typed !== '' && !isTicked && !textMatches([choice.textContent], typed)
    }
    shown.textContent = String(choices.filter(({ hidden }) => !hidden).length)
  })
  search.addEventListener('keydown', (event) => {
    // Enter would submit the form.
    if (event.key === 'Enter') event.preventDefault()
  })
  line.hidden = false
}

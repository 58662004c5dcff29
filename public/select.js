// Ticks all rows of a list by the box in its head, says how many are ticked, and asks before a link to another page of
// the list loses them. Without this a link ticks the whole page, and a sentence beside the pages says that ticks are of
// one.
const watch = (form) => {
  const rows = [...form.querySelectorAll('tbody input[type=checkbox]')]
  const heads = [...form.querySelectorAll('input[data-tick-all]')]
  const all = form.querySelector('input[name=all]')
  const said = form.querySelector('[data-selected]')
  const ticked = () => rows.filter((row) => row.checked).length
  const show = () => {
    const some = ticked()
    for (const head of heads) {
      head.checked = some > 0 && some === rows.length
      head.indeterminate = some > 0 && some < rows.length
    }
    if (!said) return
    said.hidden = some === 0 || all?.checked
    said.textContent = said.textContent.replace(/\d+/, String(some))
  }
  for (const head of heads)
    head.addEventListener('change', () => {
      for (const row of rows) row.checked = head.checked
    })
  form.addEventListener('change', show)
  // The browser puts back what was ticked when somebody comes back to the page.
  window.addEventListener('pageshow', show)
  for (const one of form.querySelectorAll('[data-tick-all]')) one.hidden = false
  for (const one of form.querySelectorAll('[data-without-script]')) one.hidden = true
  for (const pages of document.querySelectorAll('nav[data-leave]'))
    pages.addEventListener('click', (event) => {
      if (event.target.closest('a') && ticked() > 0 && !confirm(pages.dataset.leave)) event.preventDefault()
    })
  show()
}

for (const head of document.querySelectorAll('th input[data-tick-all]')) if (head.form) watch(head.form)

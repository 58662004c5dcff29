// Everything works without this.
const all = (selector) => document.querySelectorAll(selector)

for (const box of all('[data-count]')) {
  const data = box.querySelector('data')
  const goal = box.querySelector('[data-goal]')
  const people = box.querySelector('[data-people]')
  const forms = JSON.parse(people.dataset.people)
  const status = box.querySelector('[role=status]')
  const { lang } = document.documentElement
  const { format } = new Intl.NumberFormat(lang)
  const rules = new Intl.PluralRules(lang)
  let said = Date.now()
  const refresh = async () => {
    if (document.hidden) return
    const answer = await fetch(`/api/v1/petitions/${box.dataset.count}/count`)
    const { count } = await answer.json()
    if (!(count >= 0) || data.value === `${count}`) return
    data.value = count
    data.textContent = format(count)
    people.textContent = forms[rules.select(count)] ?? forms.other
    goal.lastElementChild.setAttribute('width', `${Math.min(100, (100 * count) / goal.dataset.goal)}%`)
    // Spoken at most once a minute.
    if (Date.now() - said < 60000) return
    said = Date.now()
    status.textContent = `${data.textContent} ${people.textContent}`
  }
  setInterval(() => {
    refresh().catch(() => {})
  }, 10000)
}

for (const button of all('[data-pending]')) {
  const words = button.textContent
  button.form.addEventListener('submit', (event) => {
    if (button.ariaDisabled) return event.preventDefault()
    button.ariaDisabled = 'true'
    button.textContent = button.dataset.pending
  })
  // Back from the next page.
  addEventListener('pageshow', () => {
    button.ariaDisabled = null
    button.textContent = words
  })
}

for (const button of all('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.onclick = async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector('input, textarea').value)
    button.textContent = button.dataset.copy
  }
}

// A letter that was changed goes along into the mail program.
for (const letter of all('[data-letter]')) {
  letter.oninput = () => {
    const body = encodeURIComponent(letter.value.replace(/\r?\n/g, '\r\n'))
    for (const link of all('a[href^="mailto:"][data-mail]')) link.href = link.href.replace(/&body=.*$/, `&body=${body}`)
  }
}

all('[data-focus]')[0]?.focus()

// Whose link it was.
const via = new URLSearchParams(location.search).get('via')
const form = document.forms.sign
if (via && form && !form.via) {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'via', value: via }))
}

// Everything works without this.
const all = (selector) => document.querySelectorAll(selector)

// Of somebody who has confirmed: what is said until their entry is in the ledger, and then instead.
const waits = all('[data-entry], [data-waits]')
const becomeCounted = () => {
  const counted = all('[data-counted]')
  const left = document.activeElement?.closest('[data-entry]')
  for (const one of waits) one.remove()
  for (const one of counted) one.hidden = false
  if (left) counted[0].firstElementChild.focus()
  return counted[0].firstElementChild.textContent
}
let entry = waits[0]?.dataset.entry

for (const box of all('[data-count]')) {
  const data = box.querySelector('data')
  const goal = box.querySelector('[data-goal]')
  const next = box.querySelector('[data-next]')
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
    const { count, newest } = await answer.json()
    if (entry && newest?.includes(entry)) {
      entry = ''
      status.textContent = becomeCounted()
      said = Date.now()
    }
    if (!(count >= 0) || data.value === `${count}`) return
    data.value = count
    data.textContent = format(count)
    people.textContent = forms[rules.select(count)] ?? forms.other
    if (next && count >= goal.dataset.goal) {
      // As nextStep (lib/petitions/next-step.ts).
      const power = 10 ** Math.floor(Math.log10(count))
      const step = power * [1, 2, 5, 10].find((one) => one * power > count)
      goal.dataset.goal = step
      next.textContent = next.dataset.next.replace('{}', format(step))
    }
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

for (const hint of all('[data-exit-key]')) hint.hidden = false

for (const link of all('[data-exit]')) {
  // Also out of the page that has ours in a frame.
  const leave = () => top.location.replace(link.href)
  link.title = link.dataset.exit
  link.onclick = (event) => {
    event.preventDefault()
    leave()
  }
  let presses = []
  addEventListener('keydown', ({ key, timeStamp, repeat, isComposing }) => {
    // While Korean or Japanese is typed, Esc takes back what is being composed.
    if (repeat || isComposing) return
    presses = key === 'Escape' ? [...presses.slice(-2), timeStamp] : []
    if (presses.length === 3 && timeStamp - presses[0] < 3000) leave()
  })
}

for (const button of all('[data-share]')) {
  button.hidden = !navigator.share
  button.onclick = () => {
    const { value } = button.parentElement.querySelector('input')
    // Rejected when the person closes the list.
    navigator.share({ text: button.dataset.share, url: value }).catch(() => {})
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
